// The whole source as a row of spans, heard or silent, each with its reason; joined they are the source again.
// It must never change a character, nor leave one out.
import type { Script, Sentence } from '../types.ts';
import { type Cover, coverOf } from './cover.ts';
import { lastBefore } from './ranges.ts';
import { type Silence, silenceOf } from './silence.ts';

/** `rule`: what made the words, or why nothing is said. `sentence`: the one that says it first; of an opening the last one, behind the issuer's. */
export type Span = {
  from: number;
  to: number;
  kind: 'heard' | 'silent';
  rule: string;
  sentence: number | null;
};

/**
 * Every trace begins and ends where spans do, so a word's source is a whole number of spans.
 * A composed opening comes from the number, the date, the type and the title: those are heard by the rule 'opening'.
 * Of a table that is summed up the head is heard, and its rows are silent as 'table-summary'; the summary's trace spans both.
 */
export function spansOf(script: Script, text: string): Span[] {
  const cover = coverOf(script, text);
  const silence = silenceOf({ script, text, cover });
  const cuts = cutsOf(cover, text);
  const source = { text, silence, opened: openingsOf(cover, script), owner: cover.owner };
  const spans: Span[] = [];
  let from = 0;
  while (from < text.length) {
    const owner = cover.owner[from] as number;
    let to = from + 1;
    while (to < text.length && cuts[to] === 0 && cover.owner[to] === owner) to += 1;
    const piece = cover.pieces[owner - 1];
    if (piece === undefined) for (const span of silentSpans(source, from, to)) spans.push(span);
    else spans.push({ from, to, kind: 'heard', rule: piece.trace.rule, sentence: piece.sentence });
    from = to;
  }
  return spans;
}

/** 1 where a span must end; never inside a pair of surrogates, which is one letter. */
function cutsOf({ pieces }: Cover, text: string): Uint8Array {
  const cuts = new Uint8Array(text.length + 1);
  for (const { trace } of pieces) {
    cuts[trace.from] = 1;
    cuts[trace.to] = 1;
  }
  return cuts;
}

type Opened = { from: number; to: number; sentence: number };
type Source = {
  text: string;
  silence: Silence;
  opened: readonly Opened[];
  owner: Uint32Array;
};

function openingsOf({ pieces }: Cover, script: Script): Opened[] {
  const openings = pieces.flatMap(({ sentence }) => {
    const { kind, sourceFrom, sourceTo } = script.sentences[sentence] as Sentence;
    return kind === 'opening' ? [{ from: sourceFrom, to: sourceTo, sentence }] : [];
  });
  const byHead = new Map(openings.map((opening) => [opening.from, opening]));
  return [...byHead.values()].sort((one, other) => one.from - other.from);
}

/** Spaces, invisible characters, markup, words, pauses, signs: what a silent stretch consists of. */
const CHUNK =
  /[\s\p{Cf}\p{Cc}]+|&(?:#\w{1,8}|[a-z]\w{1,7});|[*_`#~]+|[\p{L}\p{N}\p{M}]+|[.,;:!?…]+|[^\s\p{L}\p{N}\p{M}]/giu;

function silentSpans(source: Source, from: number, to: number): Span[] {
  const spans: Span[] = [];
  for (const match of source.text.slice(from, to).matchAll(CHUNK)) {
    const start = from + match.index;
    const span = silentSpan(source, match[0], start);
    const last = spans.at(-1);
    if (last?.rule === span.rule && last.kind === span.kind) last.to = span.to;
    else spans.push(span);
  }
  return spans;
}

const SAID_FIRST: ReadonlySet<string> = new Set(['number', 'dateline', 'type', 'title']);

function silentSpan(source: Source, chunk: string, from: number): Span {
  const { text, silence, opened } = source;
  const span: Span = { from, to: from + chunk.length, kind: 'silent', rule: '', sentence: null };
  if (silence.isMarkup(from)) return { ...span, rule: 'markup' };
  const role = silence.roleAt(from);
  const opening = opened[lastBefore(opened, from)];
  if (role !== null && SAID_FIRST.has(role) && opening !== undefined && from < opening.to)
    return { ...span, kind: 'heard', rule: 'opening', sentence: opening.sentence };
  if (role !== null) return { ...span, rule: role };
  if (/[\p{L}\p{N}]/u.test(chunk)) return { ...span, rule: wordReason(source, span) };
  return { ...span, rule: signReason(text, chunk, from) };
}

function wordReason({ text, silence, owner }: Source, { from, to }: Span): string {
  const word = text.slice(from, to);
  if (word.startsWith('&')) return 'markup';
  const why = silence.why(from, to);
  if (why !== null) return why;
  // A footnote's mark: ¹, ².
  if (/^\p{No}+$/u.test(word)) return 'footnote-mark';
  return isSilentBracket(text, owner, from) ? 'repeats' : 'unread';
}

/** How far a bracket that only repeats may reach to either side (the grammar looks no farther). */
const BRACKET = 100;

/** "(sau đây viết tắt là VBQPPL)": of the whole bracket nothing is heard. */
function isSilentBracket(text: string, owner: Uint32Array, at: number): boolean {
  const start = Math.max(0, at - BRACKET);
  const open = text.slice(start, at).lastIndexOf('(');
  const close = text.slice(at, at + BRACKET).indexOf(')');
  if (open < 0 || close < 0) return false;
  return owner.subarray(start + open, at + close).every((one) => one === 0);
}

function signReason(text: string, chunk: string, from: number): string {
  if (/^[\s\p{Cf}\p{Cc}]/u.test(chunk)) return 'space';
  if (/^[*_`#~]/.test(chunk)) return 'markup';
  if (/^[.,;:!?…]/.test(chunk)) return 'pause';
  return /^[-–—+•●○▪◦‣·]$/u.test(chunk) && isLineStart(text, from) ? 'bullet' : 'punctuation';
}

function isLineStart(text: string, at: number): boolean {
  const left = text.slice(Math.max(0, at - 20), at).trimEnd();
  return left === '' || /[\n\r]/.test(text.slice(left.length + Math.max(0, at - 20), at));
}
