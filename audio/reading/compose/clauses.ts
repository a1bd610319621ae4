// The parts of a script a person can tick: clauses, or paragraphs where a text has none, each with its seconds.
// It must never know which of them will be said, nor in what genre.
import { labelsOf } from '../programmes/clauses.ts';
import { DEFAULT_PACE, type Pace, spokenSeconds } from '../programmes/duration.ts';
import { SUMMARY_RULE } from '../proof/pieces.ts';
import { lastBefore } from '../proof/ranges.ts';
import type { BlockSpan, Script, Sentence } from '../types.ts';

export type Clause = {
  /** Stays as long as the text does, however it is read. */
  id: string;
  /** "Khoản 1"; null for a paragraph. */
  label: string | null;
  /** "Điều 2", "Khoản 1": where it stands, itself last. */
  labels: string[];
  depth: number;
  /** Its heading, else its first words; as much as fits a line. */
  title: string;
  /** The whole of it; null where the clause begins with what it says. */
  heading: string | null;
  from: number;
  to: number;
  sentenceFrom: number;
  sentenceTo: number;
  sentences: number;
  seconds: number;
};

/** A clause that lasts longer is offered by its paragraphs: nobody ticks four minutes for one sentence of them. */
const LONG_SECONDS = 45;
const TITLE_CHARS = 90;
/** A line of more words is no heading but the clause itself. */
const HEADING_WORDS = 22;

/** Those of the sentences [sentenceFrom, sentenceTo). */
export function clausesOf(
  script: Script,
  of: { text: string; sentenceFrom?: number; sentenceTo?: number; pace?: Pace },
): Clause[] {
  const { text, pace = DEFAULT_PACE } = of;
  const stretch = { from: of.sentenceFrom ?? 0, to: of.sentenceTo ?? script.sentences.length };
  return gathered(script, stretch, pace).map((range) => clauseOf({ script, text, pace }, range));
}

type Range = { from: number; to: number; seconds: number };

/** Sentences that stay together: of one clause, or of one paragraph. */
function gathered({ sentences, blocks }: Script, stretch: Omit<Range, 'seconds'>, pace: Pace) {
  const ranges: Range[] = [];
  for (let at = stretch.from; at < stretch.to; at += 1) {
    const here = sentences[at] as Sentence;
    if (OURS.has(here.kind) || isFormula(here)) continue;
    const seconds = spokenSeconds(here.words, pace);
    const last = ranges.at(-1);
    const before = last?.to === at ? (sentences[at - 1] as Sentence) : null;
    if (last && before && isOne({ before, here, blocks }, last.seconds)) {
      last.to = at + 1;
      last.seconds += seconds;
    } else ranges.push({ from: at, to: at + 1, seconds });
  }
  return ranges;
}

/** Composed from the whole, or about who signed: nothing of it is a clause. */
const OURS: ReadonlySet<string> = new Set(['opening', 'closing', 'signature']);

/** "QUYẾT ĐỊNH:" before the first Điều. */
function isFormula({ kind, clause, words }: Sentence): boolean {
  return kind === 'caps' && clause === null && words.endsWith(':');
}

type Neighbours = { before: Sentence; here: Sentence; blocks: readonly BlockSpan[] };

function isOne({ before, here, blocks }: Neighbours, seconds: number): boolean {
  if (before.clause !== here.clause) return false;
  const [above, below] = [blockAt(blocks, before), blockAt(blocks, here)];
  if (above === below || (before.kind === 'table' && here.kind === 'table')) return true;
  // the name of something attached goes with the line beneath it
  if (here.clause === null) return before.kind === 'caps';
  return seconds < LONG_SECONDS;
}

function blockAt(blocks: readonly BlockSpan[], { sourceFrom }: Sentence): number {
  return lastBefore(blocks, sourceFrom);
}

type Whole = { script: Script; text: string; pace: Pace };

function clauseOf({ script, text }: Whole, range: Range): Clause {
  const said = script.sentences.slice(range.from, range.to);
  const labels = labelsOf((said[0] as Sentence).clause);
  const from = Math.min(...said.map(({ sourceFrom }) => sourceFrom));
  const to = Math.max(...said.map(({ sourceTo }) => sourceTo));
  const first = linesOf(script, { ...range, text })[0] as ClauseLine;
  const plain = plainLine(text.slice(first.bodyFrom, first.to));
  return {
    id: `c${from}`,
    label: labels.at(-1) ?? null,
    labels,
    depth: Math.max(0, labels.length - 1),
    title: shortened(plain === '' ? (said[0] as Sentence).words : plain),
    heading: isHeading(plain, first.kind) ? plain : null,
    from,
    to,
    sentenceFrom: range.from,
    sentenceTo: range.to,
    sentences: said.length,
    seconds: range.seconds,
  };
}

function isHeading(line: string, kind: string): boolean {
  if (line === '' || kind === 'bullet' || kind === 'table' || kind === 'text') return false;
  return !/[.;:,]$/u.test(line) && line.split(' ').length <= HEADING_WORDS;
}

function plainLine(line: string): string {
  return line
    .replace(/[*_`]|<[^<>]{0,200}>/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function shortened(line: string): string {
  if (line.length <= TITLE_CHARS) return line;
  const cut = line.slice(0, TITLE_CHARS);
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}

/** One block of a clause: where it stands, and where its words begin behind "Điều 2." or "a)". */
export type ClauseLine = {
  kind: string;
  from: number;
  bodyFrom: number;
  to: number;
  /** A table too long to be read is said so, and not written out in a bulletin either. */
  summary?: string;
};

/** The blocks some sentence of [from, to) was made of, in the order they are said. */
export function linesOf(
  { sentences, blocks }: Script,
  { from, to, text }: { from: number; to: number; text: string },
): ClauseLine[] {
  const lines = new Map<number, ClauseLine>();
  let summedTo = 0;
  for (const { words, sourceFrom, sourceTo, trace } of sentences.slice(from, to)) {
    if (trace.some(({ rule }) => rule === SUMMARY_RULE)) summedTo = sourceTo;
    if (sourceFrom < summedTo) {
      const span = { from: sourceFrom, bodyFrom: sourceFrom, to: sourceTo };
      lines.set(-1 - lines.size, { kind: 'summary', ...span, summary: words });
      continue;
    }
    const first = lastBefore(blocks, sourceFrom);
    const last = lastBefore(blocks, sourceTo - 1);
    for (let at = first; at <= last; at += 1) {
      const block = blocks[at] as BlockSpan;
      if (lines.has(at)) continue;
      // a page's number may stand in the middle of what is said
      const said = trace.some((one) => one.from < block.to && one.to > block.from);
      if (said) lines.set(at, lineOf(block, { text, trace }));
    }
  }
  return [...lines.values()];
}

export const NUMBERED: ReadonlySet<string> = new Set(['phan', 'muc', 'subMuc', 'diem']);
const PRINTED =
  /^[\s*_]*(?:phụ lục|phụ biểu|biểu mẫu|mẫu|biểu|phần|chương|tiểu mục|mục|điều)(?:\s+(?:số|thứ))?\s*:?\s+[^\s.:]+[\s.:*_]*/iu;
const BULLET = /^\s*[-–—+*•●○▪◦‣·]\s*/u;

/** What is said of the number itself stands in a trace of its own; of "Điều 2." the words are looked for. */
function lineOf(
  { kind, from, to }: BlockSpan,
  { text, trace }: { text: string; trace: Sentence['trace'] },
): ClauseLine {
  const line = { kind, from, to };
  if (NUMBERED.has(kind)) {
    const numbers = trace.filter((one) => one.rule === kind && one.from >= from && one.to <= to);
    return { ...line, bodyFrom: Math.max(from, ...numbers.map((number) => number.to)) };
  }
  const printed = kind === 'dieu' || kind === 'chapter' || kind === 'appendix';
  const found = (printed ? PRINTED : BULLET).exec(text.slice(from, to));
  return { ...line, bodyFrom: from + (found?.[0].length ?? 0) };
}
