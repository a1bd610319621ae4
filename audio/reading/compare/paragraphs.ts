// A text as the paragraphs that are compared: wraps joined, page numbers and invisible characters gone.
// It must never know what is compared with what.
import { type Placed, placeBlocks } from '../script/roles.ts';
import { blocksOf } from '../source/blocks.ts';
import { clean } from '../source/clean.ts';

export function paragraphsOf(text: string): Placed[] {
  return placeBlocks(blocksOf(clean(text))).filter((block) => block.kind !== 'page');
}
