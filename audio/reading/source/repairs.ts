// Words a scanner misreads, put right only from this reviewed list (CONVENTIONS §7).
// It must never know grammar: anything not listed is a doubt elsewhere, never a repair here.
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Mapped, replaceAll } from './mapped.ts';

export type OnRepair = (repair: {
  source: string;
  repaired: string;
  from: number;
  to: number;
}) => void;

export function repair(
  mapped: Mapped,
  { lexicon, onRepair }: { lexicon: Lexicon; onRepair: OnRepair },
): Mapped {
  let current = mapped;
  for (const { pattern, right } of lexicon.misreadings) {
    const before = current;
    current = replaceAll(before, pattern, (match) => {
      const source = match[0];
      const repaired = likeCase(source, right);
      if (source === repaired) return repaired;
      const at = match.index as number;
      const from = before.from[at] as number;
      const to = before.to[at + source.length - 1] as number;
      onRepair({ source, repaired, from, to });
      return repaired;
    });
  }
  return current;
}

function likeCase(source: string, right: string): string {
  if (source === source.toUpperCase()) return right.toUpperCase();
  const first = source[0] as string;
  if (first === first.toLowerCase()) return right;
  return right.charAt(0).toUpperCase() + right.slice(1);
}
