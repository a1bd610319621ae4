// Words a scanner misreads, put right only from this reviewed list (CONVENTIONS §7).
// It must never know grammar: anything not listed is a doubt elsewhere, never a repair here.
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Mapped, replaceAll } from './mapped.ts';

/** As far as the company of a word is looked for. */
const SIGHT = 32;

export type OnRepair = (repair: {
  source: string;
  repaired: string;
  from: number;
  to: number;
  entry: string;
}) => void;

export function repair(
  mapped: Mapped,
  { lexicon, onRepair }: { lexicon: Lexicon; onRepair: OnRepair },
): Mapped {
  const { patternIn, meant } = lexicon.misreadings;
  const pattern = patternIn(mapped.text);
  if (pattern === null) return mapped;
  return replaceAll(mapped, pattern, (match) => {
    const source = match[0];
    const at = match.index as number;
    const end = at + source.length;
    const left = mapped.text.slice(Math.max(0, at - SIGHT), at);
    const said = meant(source, left, mapped.text.slice(end, end + SIGHT));
    const repaired = said === null ? source : likeCase(source, said.spoken);
    if (said === null || source === repaired) return null;
    const from = mapped.from[at] as number;
    const to = mapped.to[end - 1] as number;
    onRepair({ source, repaired, from, to, entry: said.id });
    return repaired;
  });
}

function likeCase(source: string, right: string): string {
  if (source === source.toUpperCase()) return right.toUpperCase();
  const first = source[0] as string;
  if (first === first.toLowerCase()) return right;
  return right.charAt(0).toUpperCase() + right.slice(1);
}
