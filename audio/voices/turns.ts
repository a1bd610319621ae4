// So many at a time, the rest in a row, first come first served; whoever gives up leaves the row.
// It must never know what is done in a turn.
import { type SoundCode, SoundError } from '../errors.ts';

export type Turns = {
  /** @returns what gives the place back, once. @throws SoundError stopped; the crowded code */
  take(signal: AbortSignal | undefined): Promise<() => void>;
};

export type TurnsOptions = { places: number; maxWaiting: number; crowded: SoundCode };

export function createTurns({ places, maxWaiting, crowded }: TurnsOptions): Turns {
  let free = places;
  const row: (() => void)[] = [];

  function place(): () => void {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const next = row.shift();
      if (next === undefined) free += 1;
      else next();
    };
  }
  return {
    take(signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(new SoundError('stopped', signal.reason));
        if (free > 0) {
          free -= 1;
          return resolve(place());
        }
        if (row.length >= maxWaiting) return reject(new SoundError(crowded));
        const leave = () => {
          row.splice(row.indexOf(go), 1);
          reject(new SoundError('stopped', signal?.reason));
        };
        const go = () => {
          signal?.removeEventListener('abort', leave);
          resolve(place());
        };
        row.push(go);
        signal?.addEventListener('abort', leave, { once: true });
      });
    },
  };
}
