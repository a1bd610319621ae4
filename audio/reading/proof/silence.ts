// Why a stretch of source is silent: markup, a letterhead, a page number, a doubt already raised …
// It must never know what was said; only what the source looks like and what its blocks are for.
import type { BlockSpan, Script, Trace } from '../types.ts';
import { cellsOf } from './cells.ts';
import type { Cover } from './cover.ts';
import { markupOf } from './markup.ts';
import { SUMMARY_RULE } from './pieces.ts';
import { lastBefore, merged, touches, within } from './ranges.ts';

export type Silence = {
  /** Why [from, to) is silent; null where nothing explains it. */
  why(from: number, to: number): string | null;
  /** What a block of which nothing is heard is for; null inside blocks that are heard, and between blocks. */
  roleAt(place: number): string | null;
  isMarkup(place: number): boolean;
};

export type Told = {
  script: Pick<Script, 'blocks' | 'doubts' | 'documents'>;
  text: string;
  cover: Cover;
};

export function silenceOf({ script, text, cover }: Told): Silence {
  const { blocks } = script;
  const markup = markupOf(text);
  const doubts = merged(script.doubts);
  const summaries = merged(cover.pieces.map((piece) => piece.trace).filter(isSummary));
  const heard = heardBlocks(blocks, cover);
  const cellReason = cellsOf(text, blocks);
  const isMarkup = (place: number): boolean => within(markup, place);
  const roleAt = (place: number): string | null => {
    const at = blockAt(blocks, place);
    return at < 0 || heard(at) ? null : silentRole(blocks[at] as BlockSpan, script);
  };
  const why = (from: number, to: number): string | null => {
    if (isMarkup(from)) return 'markup';
    if (touches(doubts, from, to)) return 'doubt';
    if (within(summaries, from)) return SUMMARY_RULE;
    const at = blockAt(blocks, from);
    if (at < 0) return lineReason(text, from, to);
    const role = roleAt(from);
    if (role !== null) return role;
    const inTable = (blocks[at] as BlockSpan).kind === 'table';
    return inTable
      ? cellReason(at, from)
      : (lineReason(text, from, to) ?? bracketReason(text, from, to));
  };
  return { why, roleAt, isMarkup };
}

/** Of nested blocks the inner one: a page number stands inside the sentence it interrupts. */
export function blockAt(blocks: readonly BlockSpan[], place: number): number {
  let at = lastBefore(blocks, place);
  for (let up = 0; up < MAX_NESTED && at >= 0; up += 1, at -= 1)
    if ((blocks[at] as BlockSpan).to > place) return at;
  return -1;
}

/** Dropped lines inside one joined block: a sentence never runs over more pages than this. */
const MAX_NESTED = 64;

/** Blocks of which anything is heard; each is looked at once. */
function heardBlocks(blocks: readonly BlockSpan[], { owner }: Cover): (at: number) => boolean {
  const known = new Map<number, boolean>();
  return (at) => {
    const { from, to } = blocks[at] as BlockSpan;
    const heard = known.get(at) ?? owner.subarray(from, to).some((one) => one !== 0);
    known.set(at, heard);
    return heard;
  };
}

function isSummary({ rule }: Trace): boolean {
  return rule === SUMMARY_RULE;
}

/** A silent block is silent for what it is; a whole cover stands before the first document. */
function silentRole(block: BlockSpan, script: Told['script']): string | null {
  if (block.role !== 'read') return block.role;
  return block.from < (script.documents[0]?.sourceFrom ?? 0) ? 'cover' : null;
}

const PAGE_LINE = /^[-–—\s]*(?:trang\s+)?\d{1,4}(?:\s?\/\s?\d{1,4})?[-–—\s]*$/iu;

/** Such a line is short: more is not looked at. */
const LINE = 40;

/** A line with nothing but a page's number. */
function lineReason(text: string, from: number, to: number): string | null {
  const left = text.slice(Math.max(0, from - LINE), from);
  const right = text.slice(to, to + LINE);
  const start = left.slice(left.lastIndexOf('\n') + 1);
  const [end = ''] = right.split('\n', 1);
  const whole = start.length < LINE && end.length < LINE;
  return whole && PAGE_LINE.test(start + text.slice(from, to) + end) ? 'page-number' : null;
}

/** "[3]" is a footnote's mark; "(PC06)" says again what was just said in full. */
function bracketReason(text: string, from: number, to: number): string | null {
  if (text[from - 1] === '[' && text[to] === ']') return 'footnote-mark';
  const open = text.slice(Math.max(0, from - 14), from).lastIndexOf('(');
  const around = open < 0 ? '' : text.slice(Math.max(0, from - 14) + open, to + 14);
  return /^\([\p{Lu}\d&.-]{2,14}\)/u.test(around) ? 'repeats' : null;
}
