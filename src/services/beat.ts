// One beat: every room is asked what is due, in order, and one that stumbles keeps no other from its turn.
// It must never know what is due, nor when the next beat comes.
import type { Log } from './ports.ts';

/** What takes longer than a moment goes on by itself: no beat waits for it. */
export type Look = () => void;

/** A full disk or a locked database passes: the next beat finds the same rows due. */
export function makeBeat(log: Log, looks: Readonly<Record<string, Look>>): () => Promise<void> {
  const rooms = Object.entries(looks);
  return async () => {
    for (const [room, look] of rooms)
      try {
        look();
      } catch (error) {
        log.error({ err: error, room }, 'a room stumbled at its beat');
      }
  };
}
