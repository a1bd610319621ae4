// A script of the reading room as the services know it: whole parts, spans, and the short summary.
// It must never read, only put into the port's words what was read.
import {
  type Known,
  knownOf,
  type Script,
  secondsOf,
  sketchOf,
  spansOf,
  usesOf,
} from '../audio/reading/index.ts';
import type { ReadingOrder } from './domain/documents/reading-model.ts';
import type { FoundPart, ReadScript } from './services/reading/reader-port.ts';

export type OrderedScript = { text: string; order: ReadingOrder; script: Script };

export function asReadScript({ text, order, script }: OrderedScript): ReadScript {
  const { syllables, doubts } = script;
  return {
    title: script.title,
    number: script.number,
    issuer: script.issuer,
    sentences: script.sentences.map(({ words }) => words),
    syllables,
    estimatedSeconds: Math.round(secondsOf(script.sentences, order.profile)),
    doubts: doubts.map(({ from, source, reason }) => ({ place: from, text: source, reason })),
    parts: partsOf(text, script),
    script: script.sentences.map((sentence) => ({
      ...sentence,
      trace: sentence.trace.map(({ entry = null, ...trace }) => ({ ...trace, entry })),
    })),
    spans: spansOf(script, text),
    blocks: script.blocks,
    open: doubts,
    repairs: script.repairs,
    uses: Object.fromEntries(usesOf(script)),
  };
}

/** A note or a letter in which no document is found is one part, all of it. */
function partsOf(text: string, script: Script): FoundPart[] {
  const known = knownOf(script, text);
  if (script.documents.length === 0) return [wholeText(text, script)];
  return script.documents.map((facts, n) => ({ ...facts, known: known[n] ?? null }));
}

function wholeText(text: string, script: Script): FoundPart {
  const { number, issuer, date, title } = script;
  const facts = { number, issuer, date, title, type: null };
  return {
    ...facts,
    sourceFrom: 0,
    sourceTo: text.length,
    sentenceFrom: 0,
    sentenceTo: script.sentences.length,
    counts: {},
    status: {
      kind: null,
      commentUntil: null,
      inForceFrom: null,
      endedOn: null,
      by: null,
      acts: [],
      evidence: [],
    },
    known: { facts, sketch: sketchOf(text) } satisfies Known,
  };
}
