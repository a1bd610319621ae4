// Words a scanner misreads, put right only from this reviewed list (CONVENTIONS §7).
// It must never know grammar: anything not listed is a doubt elsewhere, never a repair here.
import { type Mapped, replaceAll } from './mapped.ts';

/** Wrong words (spaces match any gap), and what was meant. Case follows the source. */
const REPAIRS: readonly [RegExp, string][] = (
  [
    ['phô (?:biển|biến)', 'phổ biến'],
    ['phổ biển(?=,? giáo dục)', 'phổ biến'],
    ['công thông tin(?= điện tử| phổ| pbgdpl| của| tỉnh| quốc gia)', 'cổng thông tin'],
    ['chuyên (?:đổi|đội) số', 'chuyển đổi số'],
    ['bru điện', 'bưu điện'],
    ['đơn đốc', 'đôn đốc'],
    ['(?:tổ|tồ|tồi|tố) chức', 'tổ chức'],
    ['noi nhận', 'nơi nhận'],
    ['số số(?= *\\d)', 'số'],
    ['thẻ (?:chế|ché)', 'thể chế'],
    ['lòng ghép', 'lồng ghép'],
    ['cấp nhất kế thừa', 'cập nhật kế thừa'],
    ['số sức khỏe điện tử', 'sổ sức khỏe điện tử'],
  ] as const
).map(([wrong, right]) => [new RegExp(`(?<!\\p{L})${wrong}(?!\\p{L})`, 'giu'), right]);
const ARTIFICIAL = /(?<=ứng dụng )IA(?!\p{L})/gu;

export type OnRepair = (repair: {
  source: string;
  repaired: string;
  from: number;
  to: number;
}) => void;

export function repair(mapped: Mapped, onRepair: OnRepair): Mapped {
  const log = (match: RegExpMatchArray, repaired: string, current: Mapped): string => {
    const source = match[0];
    if (source === repaired) return repaired;
    const at = match.index as number;
    const from = current.from[at] as number;
    const to = current.to[at + source.length - 1] as number;
    onRepair({ source, repaired, from, to });
    return repaired;
  };
  let current = replaceAll(mapped, ARTIFICIAL, (match) => log(match, 'AI', mapped));
  for (const [pattern, right] of REPAIRS) {
    const before = current;
    current = replaceAll(before, pattern, (match) => log(match, likeCase(match[0], right), before));
  }
  return current;
}

function likeCase(source: string, right: string): string {
  if (source === source.toUpperCase()) return right.toUpperCase();
  const first = source[0] as string;
  if (first === first.toLowerCase()) return right;
  return right.charAt(0).toUpperCase() + right.slice(1);
}
