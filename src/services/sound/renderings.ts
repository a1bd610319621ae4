// Another form of a clip for whoever asks: what is there at once, else few at a time and few for one person, after bulletins' own sound.
// It must never know how a form is made, nor who may hear the clip.
import type { Clip } from '../../domain/model.ts';
import type { Rendition, RenditionKind } from '../../domain/sound/rendition.ts';
import { makeAllowance } from '../allowance.ts';
import type { Deps } from '../deps.ts';
import { limitReached } from '../refusals.ts';

/** `by` is whoever asks: an account, or a link. */
export type Renderings = (of: { clip: Clip; as: RenditionKind; by: string }) => Promise<Rendition>;

/** Each decodes, codes and measures a whole clip: who listens to a morning's bulletins needs ten. */
const EACH_MAX = 20;
const WINDOW_MS = 10 * 60_000;
/** Two are at work, the others wait behind them (audio/renditions.ts): a page of clips opened at once. */
const AT_ONCE_MAX = 8;
/** A core is left to the voices. */
const BESIDE_MAKING_MAX = 1;

export function makeRenderings({ store, studio, clock }: Deps): Renderings {
  const allowance = makeAllowance({ max: EACH_MAX, windowMs: WINDOW_MS, monoMs: clock.monoMs });
  const underWay = new Map<string, Promise<Rendition>>();
  return async ({ clip, as, by }) => {
    const there = await studio.found({ clip, as, heard: true });
    if (there !== null) return there;
    const key = `${clip.id} ${as}`;
    // two who ask at once wait for the same one
    const same = underWay.get(key);
    if (same) return same;
    const isMaking = store.bulletins.inState('making').length > 0;
    if (underWay.size >= (isMaking ? BESIDE_MAKING_MAX : AT_ONCE_MAX)) throw busy();
    if (!allowance(by)) throw tooOften();
    const making = studio.rendition(clip, as).finally(() => underWay.delete(key));
    underWay.set(key, making);
    return making;
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
