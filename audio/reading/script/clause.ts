// Where we are in a document: Phần, Mục, Điều, Khoản, Điểm, and how an enumerator is said (CONVENTIONS §4).
// It must never know the words that follow the enumerator.
import type { Block } from '../source/blocks.ts';
import { pointLetter, spelled } from '../words/letters.ts';
import { cardinal } from '../words/number.ts';
import { romanValue } from '../words/roman.ts';

export type Place = { labels: Map<string, string>; inDieu: boolean };
export type Prefix = { length: number; say: string };

const RANKS = ['chapter', 'dieu', 'phan', 'muc', 'subMuc', 'diem'];

export function startPlace(): Place {
  return { labels: new Map(), inDieu: false };
}

/** Moves to the block and gives its enumerator: how long it is and what it says. */
export function enter(place: Place, block: Block): Prefix {
  const text = block.body.text;
  const prefix = prefixOf(block, place.inDieu);
  const rank = RANKS.indexOf(block.kind);
  if (block.kind === 'dieu') place.inDieu = true;
  if (block.kind === 'phan' || block.kind === 'chapter' || block.kind === 'caps')
    place.inDieu = false;
  if (block.kind === 'caps') place.labels.clear();
  if (rank >= 0) {
    for (const lower of RANKS.slice(rank)) place.labels.delete(lower);
    place.labels.set(block.kind, labelOf(block, prefix));
  }
  // "./." closes what the Điều began (CONVENTIONS §4).
  if (/\.\/\.\s*$/u.test(text)) place.inDieu = false;
  return prefix;
}

export function clauseOf(place: Place): string | null {
  const labels = RANKS.map((rank) => place.labels.get(rank)).filter((label) => label !== undefined);
  return labels.length === 0 ? null : labels.join(', ');
}

const ENUMERATORS: Record<string, RegExp> = {
  phan: /^([IVX]+)\s?[.:]?\s*/u,
  muc: /^(\d+)\s?[.)]?\s*/u,
  subMuc: /^(\d+(?:\.\d+)+)\.?\s*/u,
  diem: /^(?:[-–+*]\s*)?([a-zđ])\)\s*/u,
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
  return kind === 'diem' ? `Điểm ${pointLetter(mark)}.` : '';
}

/** As an officer writes it: "Điều 2", "Khoản 1", "Điểm a". */
function labelOf(block: Block, prefix: Prefix): string {
  const text = block.body.text;
  if (block.kind === 'dieu' || block.kind === 'chapter') {
    return (/^\S+\s+(?:thứ\s+)?[^\s.:]+/iu.exec(text) as RegExpExecArray)[0];
  }
  const mark = text
    .slice(0, prefix.length)
    .replace(/^[-–+*]\s*/u, '')
    .replace(/[\s.):]+$/u, '');
  return `${prefix.say.split(' ')[0]} ${mark}`;
}
