// Whether other forms of a bulletin's sound are still wanted: taken back or thrown away, nobody is to wait for them.
// It must never know what is made, nor stop it by itself: whoever makes it listens to the signal.
import type { Clip } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';

type Wanted = { clip: Of; off: AbortController; many: number };
type Of = Pick<Clip, 'id' | 'bulletinId'>;

/** @returns for one making: what ends it, and what is said when it is over */
export type CalledOff = (clip: Of) => { signal: AbortSignal; over(): void };

export function makeCalledOff({ store, changes, happenings }: Deps): CalledOff {
  const wanted = new Map<string, Wanted>();
  /** The same words of another bulletin are the same clip: that one's listeners go on waiting. */
  const callOff = (bulletinId: string) => {
    for (const { clip, off } of wanted.values()) {
      if (clip.bulletinId !== bulletinId && !isOf(bulletinId, clip)) continue;
      const isElsewhere = store.bulletins
        .ofClip(clip.id)
        .some(({ id, state }) => id !== bulletinId && state !== 'returned');
      if (!isElsewhere) off.abort();
    }
  };
  const isOf = (bulletinId: string, { id }: Of) => store.bulletins.get(bulletinId)?.clipId === id;
  happenings.listen((one) => {
    if (one.kind === 'bulletin-withdrawn') callOff(one.bulletinId);
  });
  changes.listen(({ kind, id }) => {
    if (kind === 'bulletin' && wanted.size > 0 && store.bulletins.get(id) === null) callOff(id);
  });
  return (clip) => {
    const known = wanted.get(clip.id);
    // what was called off before is no reason to refuse who asks again
    const one =
      known && !known.off.signal.aborted ? known : { clip, off: new AbortController(), many: 0 };
    wanted.set(clip.id, one);
    one.many += 1;
    return {
      signal: one.off.signal,
      over() {
        one.many -= 1;
        if (one.many === 0 && wanted.get(clip.id) === one) wanted.delete(clip.id);
      },
    };
  };
}
