// Which piece of what was heard owns each character of the source.
// It must never know why a character is silent.
import type { Script } from '../types.ts';
import { type Pieces, piecesOf } from './pieces.ts';

/** `owner`: for each character one more than the index of its piece; 0 is silent. */
export type Cover = Pieces & { owner: Uint32Array };

export function coverOf(script: Pick<Script, 'sentences'>, text: string): Cover {
  const { pieces, untold } = piecesOf(script);
  const owner = new Uint32Array(text.length);
  pieces.forEach(({ composed, trace: { from, to } }, index) => {
    // What is said twice (a table's head with every row) belongs to its first saying.
    if (composed || owner[from] !== 0) return;
    for (let at = from; at < to; at += 1) owner[at] = index + 1;
  });
  return { pieces, untold, owner };
}
