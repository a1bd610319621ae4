// Units, money and what a quantity may be "per" (CONVENTIONS §6).
// It must never know how a number is read.
import type { Lexicon, Said } from './lexicon.ts';
import { table } from './table.ts';

const POWERS = table<string>({ '2': 'vuông', '²': 'vuông', '3': 'khối', '³': 'khối' });

/** "km²" → "ki lô mét vuông"; null where the letters are no unit. */
export function unitOf(lexicon: Lexicon, symbol: string): Said | null {
  const lower = symbol.toLowerCase();
  const money = lexicon.money.get(symbol) ?? lexicon.money.get(lower);
  if (money !== undefined) return money;
  const exact = lexicon.units.get(symbol);
  if (exact !== undefined) return exact;
  const power = /^(.{1,3}?m|m)\s?([23²³])$/iu.exec(symbol);
  if (power === null) return lexicon.units.get(lower) ?? null;
  const base = lexicon.units.get((power[1] as string).toLowerCase());
  if (base === undefined) return null;
  return { id: base.id, spoken: `${base.spoken} ${POWERS[power[2] as string]}` };
}

/** "đồng một tháng": time, persons and quantities are counted by one; only what flows or weighs is "trên". */
export function perWord(above: string, below: string): string {
  const speed = /^(?:km|m|cm|mm|dm)$/u.test(above) && /^(?:h|s|giờ|giây|min|phút|ph)$/u.test(below);
  const dense = /^(?:[mµk]?g|gr)$/u.test(above) && /^(?:[mcd]?l|lít|[dc]?m[3³])$/u.test(below);
  return speed || dense ? 'trên' : 'một';
}

/** What is counted by one after a slash: "người", "đơn vị". */
export function perOf(lexicon: Lexicon, right: string): Said | undefined {
  const words = right.toLowerCase().match(/[\p{L}µ]+/gu) as string[];
  return lexicon.per.get(words.slice(0, 2).join(' ')) ?? lexicon.per.get(words[0] as string);
}

/** Words a rate may be of. */
export const COUNTED_WORDS: ReadonlySet<string> = new Set(
  'đồng nghìn triệu tỷ tỉ người hộ lượt lần buổi ca suất tấn tạ ki-lô con cây lít khối mét giờ phút ngày cuộc bài tin số trận chuyến tiết xã tháng viên liều'.split(
    ' ',
  ),
);
