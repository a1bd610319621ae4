// The source system joined: its door, its looks of every beat, and what stops with the service.
// It must never know HTTP: the port does.
import type { Cancelling } from '../airing/cancelling.ts';
import type { Making } from '../bulletins/making.ts';
import type { Deps } from '../deps.ts';
import { makeArriving } from './arriving.ts';
import { makeContact } from './contact.ts';
import { makeFollowing } from './following.ts';
import { makeFrames } from './frames.ts';
import { makeLetterbox } from './letterbox.ts';
import { makePosting } from './posting.ts';
import { makePulling } from './pulling.ts';
import { makeSounds } from './sounds.ts';
import { makeSourceDesk } from './source-desk.ts';
import type { SourceDesk } from './source-door.ts';
import { makeTellingUp } from './telling-up.ts';

export type SourceRoom = {
  desk: SourceDesk;
  look(): void;
  /** clips kept ready for emergencies, which no row names yet */
  clipsReady(): string[];
  /** resolves when nothing is under way: for tests */
  idle(): Promise<void>;
  stop(): void;
};
type Parts = {
  deps: Deps;
  making: Making;
  cancelling: Pick<Cancelling, 'withdraw' | 'send'>;
  /** from 0 to 1; tests give their own */
  chance?(): number;
};

export function makeSource({ deps, making, cancelling, chance = Math.random }: Parts): SourceRoom {
  const letterbox = makeLetterbox(deps);
  const contact = makeContact(deps);
  const frames = makeFrames(deps);
  const arriving = makeArriving({ deps, making, cancelling, frames, letterbox });
  const following = makeFollowing(deps, letterbox);
  const tellingUp = makeTellingUp(deps, letterbox);
  const posting = makePosting(deps, contact, chance);
  const pulling = makePulling({ deps, arriving, contact, chance });
  const sounds = makeSounds({ deps, making, chance });
  const rooms = [following, tellingUp, posting, pulling, frames, sounds];
  return {
    desk: makeSourceDesk({ deps, arriving, contact, frames }),
    look() {
      if (deps.source.setting === null) return;
      for (const room of rooms)
        try {
          room.look();
        } catch (error) {
          // whatever is wrong with the link up, the air goes on
          deps.log.error({ err: error }, 'the source system’s room stumbled');
        }
    },
    clipsReady: frames.clipIds,
    async idle() {
      await Promise.all([posting.idle(), pulling.idle(), frames.idle(), sounds.idle()]);
    },
    stop() {
      for (const room of rooms) room.stop();
    },
  };
}
