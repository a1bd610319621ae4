// Recordings of the source system fetched one at a time, checked against the hash that was signed, and handed to the making.
// It must never hold up a beat, nor fetch from anywhere but the address that was set: the port refuses.
import { nextTryMs } from '../../domain/source/letter-times.ts';
import { isTheSound, SOUND_MAX_BYTES } from '../../domain/source/sound-wish.ts';
import type { IncomingSound, RefusedWhy } from '../../domain/source/source-model.ts';
import type { Making } from '../bulletins/making.ts';
import type { Deps } from '../deps.ts';
import { refuseSound } from './recorded.ts';

export type Sounds = { look(): void; idle(): Promise<void>; stop(): void };
export type SoundParts = {
  deps: Deps;
  making: Pick<Making, 'want'>;
  chance(): number;
};

/** 16 MB on a line of 1 Mbit/s, and a little. */
const TIMEOUT_MS = 180_000;
/** A quarter of an hour at the distances of letter-times.ts: after that the words are read. */
const TRIES_MAX = 6;

export function makeSounds(parts: SoundParts): Sounds {
  const { deps } = parts;
  const abort = new AbortController();
  let running: Promise<void> | null = null;
  return {
    look() {
      if (running || abort.signal.aborted) return;
      const sound = deps.store.incomingSounds.nextDue(deps.clock.wallMs());
      if (!sound) return;
      running = fetchOne(parts, { sound, signal: abort.signal })
        .catch((error) => deps.log.error({ err: error }, 'a recording could not be kept'))
        .finally(() => {
          running = null;
        });
    },
    idle: async () => {
      while (running) await running;
    },
    stop: () => abort.abort(),
  };
}

type One = { sound: IncomingSound; signal: AbortSignal };

async function fetchOne(parts: SoundParts, { sound, signal }: One): Promise<void> {
  const { deps } = parts;
  const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  // a byte more than was signed is another file already
  const maxBytes = sound.size === 0 ? SOUND_MAX_BYTES : sound.size;
  let bytes: Uint8Array;
  try {
    bytes = await deps.source.fetchSound({ url: sound.url ?? '', maxBytes, signal: limit });
  } catch (error) {
    if (!signal.aborted) later(parts, { sound, detail: (error as Error).message });
    return;
  }
  if (signal.aborted) return;
  if (!isTheSound(sound, bytes)) {
    withoutIt(parts, { sound, why: 'sound-other-hash', place: null });
    return;
  }
  deps.store.incomingSounds.update({ ...sound, state: 'here' }, bytes);
  parts.making.want(sound.bulletinId);
}

/** @param of.detail a code or a number of the other side's, never its words */
function later(parts: SoundParts, of: { sound: IncomingSound; detail: string }): void {
  const { deps, chance } = parts;
  const attempts = of.sound.attempts + 1;
  const sound = { ...of.sound, attempts };
  deps.log.warn({ bulletinId: sound.bulletinId, detail: of.detail }, 'a recording was not fetched');
  const overlong = /bytes$/u.test(of.detail);
  if (overlong || attempts >= TRIES_MAX) {
    const why = overlong ? 'sound-other-hash' : 'sound-not-fetched';
    withoutIt(parts, { sound, why, place: of.detail.slice(0, 60) });
    return;
  }
  const nowMs = deps.clock.wallMs();
  const dueAtMs = nextTryMs({ nowMs, attempts, chance: chance() });
  deps.store.incomingSounds.update({ ...sound, dueAtMs });
}

/** The words of the bulletin are read instead. */
function withoutIt(
  { deps, making }: SoundParts,
  of: { sound: IncomingSound; why: RefusedWhy; place: string | null },
): void {
  refuseSound(deps, of);
  making.want(of.sound.bulletinId);
}
