// Which words the document's own prose writes with a capital: they keep it when a heading is lowered.
// It must never know a gazetteer; only this document.
import type { Block } from '../source/blocks.ts';

export function namesOf(blocks: readonly Block[]): (word: string) => boolean {
  const balance = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind === 'caps' || block.kind === 'phan' || block.kind === 'letterhead') continue;
    // A word after a full stop or at a line's start has its capital from there.
    for (const match of block.body.text.matchAll(/(?<=[\p{L},] )\p{L}+/gu)) {
      const word = match[0];
      if (word.length > 1 && word === word.toUpperCase()) continue;
      const lower = word.toLowerCase();
      balance.set(lower, (balance.get(lower) ?? 0) + (word === lower ? -1 : 1));
    }
  }
  return (word) => (balance.get(word) ?? 0) > 0;
}
