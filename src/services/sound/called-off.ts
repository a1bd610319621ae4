// Whether other forms of a bulletin's sound are still wanted: taken back or thrown away, nobody is to wait for them.
// It must never know what is made, nor stop it by itself: whoever makes it listens to the signal.
import type { Deps } from '../deps.ts';

type Wanted = { off: AbortController; many: number };

/** @returns for one making: what ends it, and what is said when it is over */
export type CalledOff = (bulletinId: string) => { signal: AbortSignal; over(): void };

export function makeCalledOff({ store, changes, happenings }: Deps): CalledOff {
  const wanted = new Map<string, Wanted>();
  happenings.listen((one) => {
    if (one.kind === 'bulletin-withdrawn') wanted.get(one.bulletinId)?.off.abort();
  });
  changes.listen(({ kind, id }) => {
    const under = kind === 'bulletin' ? wanted.get(id) : undefined;
    if (under && store.bulletins.get(id) === null) under.off.abort();
  });
  return (bulletinId) => {
    const known = wanted.get(bulletinId);
    // what was called off before is no reason to refuse who asks again
    const one =
      known && !known.off.signal.aborted ? known : { off: new AbortController(), many: 0 };
    wanted.set(bulletinId, one);
    one.many += 1;
    return {
      signal: one.off.signal,
      over() {
        one.many -= 1;
        if (one.many === 0 && wanted.get(bulletinId) === one) wanted.delete(bulletinId);
      },
    };
  };
}
