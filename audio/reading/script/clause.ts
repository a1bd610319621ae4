// Where we are in a document: Phần, Mục, Điều, Khoản, Điểm, and how an enumerator is said (CONVENTIONS §4).
// It must never know the words that follow the enumerator.
import type { Block } from '../source/blocks.ts';
import { pointLetter, spelled } from '../words/letters.ts';
import { cardinal } from '../words/number.ts';
import { romanValue } from '../words/roman.ts';

export type Place = { labels: Map<string, string>; inDieu: boolean; titled: boolean };
export type Prefix = { length: number; say: string };

/** From the widest to the narrowest; the four first are printed words: "Chương II". */
const RANKS = [
  'appendix',
  'phần',
  'chương',
  'mục',
  'tiểu mục',
  'dieu',
  'phan',
  'muc',
  'subMuc',
  'diem',
];

export function startPlace(): Place {
  return { labels: new Map(), inDieu: false, titled: false };
}

/** Moves to the block and gives its enumerator: how long it is and what it says. */
export function enter(place: Place, block: Block): Prefix {
  const text = block.body.text;
  const prefix = prefixOf(block, place.inDieu);
  const name = rankOf(block);
  const rank = RANKS.indexOf(name);
  if (block.kind === 'dieu') place.inDieu = true;
  if (block.kind === 'phan' || block.kind === 'chapter' || block.kind === 'caps' || rank === 0)
    place.inDieu = false;
  // Capitals under "Chương II" are its title; elsewhere they begin something new.
  if (block.kind === 'caps' && !place.titled)
    for (const lower of RANKS.slice(1)) place.labels.delete(lower);
  place.titled = block.kind === 'chapter' || block.kind === 'appendix';
  if (rank >= 0) {
    for (const lower of RANKS.slice(rank)) place.labels.delete(lower);
    place.labels.set(name, labelOf(block, prefix));
  }
  // "./." closes what the Điều began (CONVENTIONS §4).
  if (/\.\/\.\s*$/u.test(text)) place.inDieu = false;
  return prefix;
}

function rankOf(block: Block): string {
  if (block.kind !== 'chapter') return block.kind;
  const printed = PRINTED.exec(block.body.text) as RegExpExecArray;
  return (printed[1] as string).toLowerCase();
}

/** What a block of a rank of its own is called: "Điều 2", "Khoản 1"; null for running text. */
export function labelAt(place: Place, block: Block): string | null {
  return place.labels.get(RANKS.includes(rankOf(block)) ? rankOf(block) : '') ?? null;
}

export function clauseOf(place: Place): string | null {
  const labels = RANKS.map((rank) => place.labels.get(rank)).filter((label) => label !== undefined);
  return labels.length === 0 ? null : labels.join(', ');
}

const ENUMERATORS: Record<string, RegExp> = {
  phan: /^([IVX]+)\s?[.:/)–-]?\s*/u,
  muc: /^(\d+)\s?[.)/]?\s*/u,
  subMuc: /^(?:[-–+*]\s*)?(\d+(?:\.\d+)+)\.?\s*/u,
  diem: /^(?:[-–+*]\s*)?([a-zđA-ZĐ]\d?)[).]\s*/u,
  bullet: /^[-–—+*•●○▪◦‣·]\s*/u,
};

function prefixOf(block: Block, inDieu: boolean): Prefix {
  const match = ENUMERATORS[block.kind]?.exec(block.body.text) ?? null;
  if (match === null) return { length: 0, say: '' };
  const mark = match[1] ?? '';
  return { length: match[0].length, say: enumeratorSaid(block.kind, mark, inDieu) };
}

function enumeratorSaid(kind: string, mark: string, inDieu: boolean): string {
  if (kind === 'phan') {
    const value = romanValue(mark);
    return `Phần ${value === null ? spelled(mark) : cardinal(String(value))}.`;
  }
  if (kind === 'muc') return `${inDieu ? 'Khoản' : 'Mục'} ${cardinal(mark)}.`;
  if (kind === 'subMuc') return `Mục ${mark.split('.').map(cardinal).join(' chấm ')}.`;
  if (kind !== 'diem') return '';
  const [letter, digit] = [...mark.toLowerCase()] as [string, string?];
  return `Điểm ${pointLetter(letter)}${digit === undefined ? '' : ` ${cardinal(digit)}`}.`;
}

const PRINTED =
  /^(phụ lục|phụ biểu|biểu mẫu|mẫu|biểu|phần|chương|tiểu mục|mục|điều)(\s+(?:số|thứ))?(?:\s*:?\s+([^\s.:]+))?/iu;

/** As an officer writes it: "Điều 2", "Chương II", "Phần thứ nhất", "Khoản 1", "Điểm a". */
function labelOf(block: Block, prefix: Prefix): string {
  const printed = prefix.length === 0 ? PRINTED.exec(block.body.text) : null;
  if (printed !== null) {
    const [, word = '', kind = '', mark = ''] = printed;
    // "NHẤT" is a word, "II" and "01-A" are marks.
    const said = /^(?:[IVXLC]+|.*\d.*)$/u.test(mark) ? mark : mark.toLowerCase();
    return `${upper(word)}${kind.toLowerCase()} ${said}`.trim();
  }
  const mark = block.body.text
    .slice(0, prefix.length)
    .replace(/^[-–+*]\s*/u, '')
    .replace(/[\s.):]+$/u, '');
  return `${prefix.say.split(' ')[0]} ${mark}`;
}

function upper(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
