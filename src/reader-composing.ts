// Clauses and composed texts of one document of a gazette, in the port's words.
// It must never decide what a clause is, nor what is said.
import { type ComposeOrder, clausesOf, compose } from '../audio/reading/index.ts';
import type { SourceSpan } from './domain/documents/document-model.ts';
import type { OrderedScript } from './reader-script.ts';
import type { ClauseFound, ComposedText, ToCompose } from './services/bulletins/compose-port.ts';

export function clausesOfPart(read: OrderedScript, of: { part: SourceSpan }): ClauseFound[] {
  const { text, order, script } = read;
  const pace = order.profile;
  return clausesOf(script, { text, pace, ...stretchOf(read, of.part) }).map(
    ({ sentenceFrom: _from, sentenceTo: _to, ...clause }) => clause,
  );
}

export function composedPart(read: OrderedScript, { part, ...of }: ToCompose): ComposedText {
  const { text, order, script } = read;
  const wish: ComposeOrder = { ...of, ...stretchOf(read, part), script, text, pace: order.profile };
  const { local, ...composed } = compose(wish);
  const note = 'Văn bản tự quy ước';
  return { ...composed, local: local.map((one) => ({ ...one, note, example: one.written })) };
}

/** Sentences of the documents that lie in the part; all where it is no document of its own. */
function stretchOf({ script }: OrderedScript, { from, to }: SourceSpan) {
  const inside = script.documents.filter((one) => one.sourceFrom >= from && one.sourceTo <= to);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return {};
  return { sentenceFrom: first.sentenceFrom, sentenceTo: last.sentenceTo };
}
