// Programmes of one document of a gazette: the room cuts a whole script, so the part is made whole first.
// It must never decide where a programme is cut.
import { type DocumentFacts, programmesOf, type Script } from '../audio/reading/index.ts';
import type { SourceSpan } from './domain/documents/document-model.ts';
import type { OrderedScript } from './reader-script.ts';
import type { Programme } from './services/reading/reader-port.ts';

/** Sentence numbers are the whole document's, as everywhere. */
export function programmesOfPart(
  { order, script }: OrderedScript,
  of: { minutes: number; part: SourceSpan },
): Programme[] {
  const documents = script.documents.filter(
    ({ sourceFrom, sourceTo }) => sourceFrom >= of.part.from && sourceTo <= of.part.to,
  );
  const whole = documents.length === 0 || documents.length === script.documents.length;
  const first = whole ? 0 : (documents[0]?.sentenceFrom ?? 0);
  const part = whole ? script : partOf(script, documents);
  const { minutes } = of;
  return programmesOf(part, { minutes, profile: order.profile }).map((programme) => ({
    ...programme,
    opening: programme.opening.map(({ words }) => words),
    closing: programme.closing.map(({ words }) => words),
    sentenceFrom: programme.sentenceFrom + first,
    sentenceTo: programme.sentenceTo + first,
  }));
}

function partOf(script: Script, documents: readonly DocumentFacts[]): Script {
  const first = documents[0]?.sentenceFrom ?? 0;
  const last = documents.at(-1)?.sentenceTo ?? script.sentences.length;
  return {
    ...script,
    sentences: script.sentences.slice(first, last),
    documents: documents.map((facts) => ({
      ...facts,
      sentenceFrom: facts.sentenceFrom - first,
      sentenceTo: facts.sentenceTo - first,
    })),
  };
}
