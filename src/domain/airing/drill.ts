// A drill says that it is one: aloud first and last, in its title, in every sentence about it.
// It must never know how it is said, shown or aired.
import { composed } from '../composed.ts';
import type { Sentence } from '../errors.ts';
import type { Bulletin } from '../model.ts';

/** Only what would be an emergency can be an exercise of one (Thông tư 39/2020). */
export function isDrill({ priority, drill }: Pick<Bulletin, 'priority' | 'drill'>): boolean {
  return drill && priority === 'emergency';
}

/** Who hears only the beginning, or only the end, must not run for the hills. */
export const DRILL_ALOUD = 'Đây là diễn tập, không phải sự việc có thật.';

const TITLE_MAX = 300;
const SAYS_SO = /diễn tập/iu;

/** Lists, manifests, slips and letters show titles: whatever else they leave out, this they say. */
export function drillTitle(title: string): string {
  const plain = composed(title);
  return SAYS_SO.test(plain) ? title : `Diễn tập: ${title}`.slice(0, TITLE_MAX);
}

/** A sentence about what became of it. */
export function ofDrill(drill: boolean, { vi, en }: Sentence): Sentence {
  return drill ? { vi: `Diễn tập. ${vi}`, en: `Drill. ${en}` } : { vi, en };
}
