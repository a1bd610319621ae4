// What is asked of a text, worked out in this very thread: its script, digest, programmes, differences.
// It must never know which thread it stands in, nor who asks.
import { theLexicon } from '../audio/lexicon.ts';
import { differencesOf, digestOf, readLegalText } from '../audio/reading/index.ts';
import type { SourceSpan } from './domain/documents/document-model.ts';
import type { ReadingOrder } from './domain/documents/reading-model.ts';
import { clausesOfPart, composedPart } from './reader-composing.ts';
import { rememberScripts } from './reader-memory.ts';
import { programmesOfPart } from './reader-programmes.ts';
import { asReadScript, type OrderedScript } from './reader-script.ts';
import type { ClauseFound, ComposedText, ToCompose } from './services/bulletins/compose-port.ts';
import type {
  Difference,
  DigestItem,
  Programme,
  ReadScript,
} from './services/reading/reader-port.ts';

type Text = { text: string; order: ReadingOrder };
/** Question → what it takes, what it gives: plain values, so that they pass between threads. */
export type Questions = {
  script: { of: Text; gives: ReadScript };
  digest: { of: Text; gives: readonly DigestItem[] };
  programmes: {
    of: Text & { minutes: number; part: SourceSpan };
    gives: readonly Programme[];
  };
  clauses: { of: Text & { part: SourceSpan }; gives: readonly ClauseFound[] };
  compose: { of: Text & ToCompose; gives: ComposedText };
  differences: { of: { here: string; there: string }; gives: readonly Difference[] };
};
export type Question = keyof Questions;
export type ReadingRoom = { [Q in Question]: (of: Questions[Q]['of']) => Questions[Q]['gives'] };

export function makeReadingRoom(): ReadingRoom {
  const lexicon = theLexicon();
  const read = rememberScripts(
    (text, order): OrderedScript => ({
      ...{ text, order },
      script: readLegalText(text, { lexicon, ...order }),
    }),
  );
  return {
    script: ({ text, order }) => asReadScript(read(text, order)),
    digest: ({ text, order }) =>
      digestOf(read(text, order).script, text).map(({ value = null, document, ...item }) => ({
        ...item,
        position: document + 1,
        value,
      })),
    programmes: ({ text, order, ...of }) => programmesOfPart(read(text, order), of),
    clauses: ({ text, order, ...of }) => clausesOfPart(read(text, order), of),
    compose: ({ text, order, ...of }) => composedPart(read(text, order), of),
    differences: ({ here, there }) => differencesOf(here, there),
  };
}
