// Another form of a clip for whoever asks: what is there at once, else few at a time and few for one person, after bulletins' own sound.
// It must never know how a form is made, nor who may hear the clip.
import type { Clip } from '../../domain/model.ts';
import type { Rendition, RenditionKind } from '../../domain/sound/rendition.ts';
import { makeAllowance } from '../allowance.ts';
import type { Deps } from '../deps.ts';
import { limitReached } from '../refusals.ts';
import { makeCalledOff } from './called-off.ts';

/** `by` is whoever asks: an account, or a link; `signal`: they have gone. */
export type Renderings = (of: {
  clip: Clip;
  as: RenditionKind;
  by: string;
  signal: AbortSignal;
}) => Promise<Rendition>;

/** Each decodes, codes and measures a whole clip: who listens to a morning's bulletins needs ten. */
const EACH_MAX = 20;
const WINDOW_MS = 10 * 60_000;
/** Two are at work, the others wait behind them (audio/renditions.ts): a page of clips opened at once. */
const AT_ONCE_MAX = 8;
/** A core is left to the voices. */
const BESIDE_MAKING_MAX = 1;

export function makeRenderings(deps: Deps): Renderings {
  const { store, studio, clock } = deps;
  const allowance = makeAllowance({ max: EACH_MAX, windowMs: WINDOW_MS, monoMs: clock.monoMs });
  const calledOff = makeCalledOff(deps);
  /** how many wait for each: the studio makes it once for all of them */
  const underWay = new Map<string, number>();
  return async ({ clip, as, by, signal }) => {
    const there = await studio.found({ clip, as, heard: true });
    if (there !== null) return there;
    const key = `${clip.id} ${as}`;
    const waiting = underWay.get(key) ?? 0;
    if (waiting === 0) {
      const isMaking = store.bulletins.inState('making').length > 0;
      if (underWay.size >= (isMaking ? BESIDE_MAKING_MAX : AT_ONCE_MAX)) throw busy();
      if (!allowance(by)) throw tooOften();
    }
    underWay.set(key, waiting + 1);
    const wanted = calledOff(clip);
    try {
      return await studio.rendition({
        ...{ clip, as, signal: AbortSignal.any([signal, wanted.signal]) },
      });
    } finally {
      wanted.over();
      const left = (underWay.get(key) ?? 1) - 1;
      if (left > 0) underWay.set(key, left);
      else underWay.delete(key);
    }
  };
}

const busy = () =>
  limitReached({
    vi: 'máy đang bận tạo âm thanh, hãy thử lại sau một phút hoặc nghe bản Opus',
    en: 'sound is being made for others, try again in a minute or listen to the Opus',
  });

const tooOften = () =>
  limitReached({
    vi: `mỗi người đổi dạng tối đa ${EACH_MAX} âm thanh trong mười phút, hãy đợi một lát`,
    en: `${EACH_MAX} sounds in another form in ten minutes are the most, wait a little`,
  });
