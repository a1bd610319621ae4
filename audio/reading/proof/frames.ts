// The composed opening and closing say the number, the date and the figures of the title, and no others.
// It must never know how they are composed.
import type { DocumentFacts, Script, Sentence } from '../types.ts';
import { figuresIn, figuresOf } from './figures.ts';
import { bindingsOf } from './sources.ts';
import { figureOfRoman, figureWays, looseFigures, printed } from './written.ts';

type Told = { script: Pick<Script, 'sentences' | 'documents'>; text: string };

/** Openings and closings that say something else than their heads, each as one. */
export function falseFrames({ script, text }: Told): Sentence[] {
  return script.documents.flatMap((facts) => {
    const said = script.sentences.slice(facts.sentenceFrom, facts.sentenceTo);
    return (['opening', 'closing'] as const).flatMap((kind) => {
      const frame = said.filter((sentence) => sentence.kind === kind);
      const [first] = frame;
      if (first === undefined || holds(frame, { kind, facts, text })) return [];
      return [{ ...first, words: frame.map((sentence) => sentence.words).join(' ') }];
    });
  });
}

type Frame = { kind: 'opening' | 'closing'; facts: DocumentFacts; text: string };

function holds(frame: readonly Sentence[], { kind, facts, text }: Frame): boolean {
  const heard = figuresIn(
    frame.flatMap(({ words }) => words.toLowerCase().match(WORD) as string[]),
  );
  const figures = new Set(figuresOf(heard));
  const has = (ways: readonly string[]): boolean => ways.some((way) => figures.has(way));
  const shown = `${shownTo(frame, text)}\n${facts.title}`;
  const head = new Set(headFigures(shown));
  if (![...figures].every((figure) => head.has(figure))) return false;
  if (!numberFigures(facts.number).every(has) || isYear(facts.number, shown)) return false;
  if (kind === 'closing') return true;
  const dated = facts.number === null || bindingsOf(heard).includes(dateSaid(facts.date));
  return dated && looseFigures(facts.title ?? '').every(has);
}

/** The head, and each place elsewhere that a word was taken from: a law is dated at its end. */
function shownTo(frame: readonly Sentence[], text: string): string {
  const spans = frame.flatMap(({ sourceFrom: from, sourceTo: to, trace }) => [
    { from, to },
    ...trace,
  ]);
  const places = new Map(spans.map(({ from, to }) => [`${from} ${to}`, text.slice(from, to)]));
  return [...places.values()].join('\n');
}

const WORD = /[\p{L}]+|[.,;:]/gu;

/** Every figure the head shows, in every way it may be said. */
function headFigures(source: string): string[] {
  const shown = printed(source);
  const romans = [...shown.matchAll(/(?<!\p{L})[IVXLC]+(?!\p{L})/gu)];
  return [
    ...looseFigures(shown).flat(),
    ...(shown.match(/\d+/g) ?? []).flatMap(figureWays),
    ...romans.map(([numeral]) => String(figureOfRoman(numeral))),
  ];
}

/** The number itself, and its year where it has one: "15/2023/NQ-HĐND". */
function numberFigures(number: string | null): (readonly string[])[] {
  const match = /^(\d+)[a-zA-Z]?(?:\/(\d{4})(?=\/))?/.exec(number ?? '');
  return (match ?? [])
    .slice(1)
    .flatMap((digits) => (digits === undefined ? [] : [figureWays(digits)]));
}

/** "Số: …/2026/QĐ-UBND": what stands behind a blank and a slash is the year of a number still to come. */
function isYear(number: string | null, shown: string): boolean {
  const year = /^(?:19|20)\d{2}(?=\/)/.exec(number ?? '')?.[0];
  return year !== undefined && new RegExp(`(?<!\\d[a-zA-Z]?\\s*)/\\s*${year}\\s*/`).test(shown);
}

/** "2026-04-05" → 5 tháng 4 năm 2026; nothing where no date was found. */
function dateSaid(iso: string | null): string {
  if (iso === null) return '';
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} tháng ${month} năm ${year}`;
}
