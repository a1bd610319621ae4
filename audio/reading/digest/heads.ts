// What the head and the foot of a document say of it: its number, its date, who signed.
// It must never know its clauses.
import { lastBefore } from '../proof/ranges.ts';
import type { DocumentFacts, Role, Script, Trace } from '../types.ts';
import type { DigestItem, DigestKind } from './items.ts';
import { saidOf, withoutLastPause } from './line.ts';

/** Facts of each document, at the line that states them and at the sentence that says them, if one does. */
export function headsOf(script: Script, text: string): DigestItem[] {
  return script.documents.flatMap((facts, document) => {
    const of = { script, text, facts, document };
    const opened = script.sentences[facts.sentenceFrom]?.kind === 'opening';
    const items = [
      // Without an opening the number and the date are read, and listed, where they stand.
      opened ? fact(of, { kind: 'document', role: 'number', value: facts.number }) : null,
      opened ? fact(of, { kind: 'date', role: 'dateline', value: facts.date }) : null,
      fact(of, { kind: 'name', role: 'signature', value: facts.signer?.name ?? null }),
    ];
    return items.filter((item) => item !== null);
  });
}

type Of = { script: Script; text: string; facts: DocumentFacts; document: number };
type Fact = { kind: DigestKind; role: Role; value: string | null };

function fact(
  { script, text, facts, document }: Of,
  { kind, role, value }: Fact,
): DigestItem | null {
  const first = lastBefore(script.blocks, facts.sourceFrom - 1) + 1;
  const past = lastBefore(script.blocks, facts.sourceTo - 1) + 1;
  const blocks = script.blocks.slice(first, past).filter((block) => block.role === role);
  // Who signed is the last line of the foot; number and date are the first of the head.
  const block = role === 'signature' ? blocks.at(-1) : blocks[0];
  if (value === null || block === undefined) return null;
  const { from, to } = block;
  const source = text.slice(from, to).replace(/\s+/g, ' ');
  return {
    kind,
    source,
    document,
    clause: null,
    from,
    to,
    value,
    ...heardOf(script, { facts, role, from, to }),
  };
}

type Stated = { facts: DocumentFacts; role: Role; from: number; to: number };

/** The words of this fact only, where a trace says it; else the whole sentence that has it in it. */
function heardOf({ sentences }: Script, { facts, role, from, to }: Stated): Heard {
  const kind = role === 'signature' ? 'signature' : 'opening';
  const own = sentences
    .map((sentence, index) => ({ sentence, index }))
    .slice(facts.sentenceFrom, facts.sentenceTo)
    .filter(({ sentence }) => sentence.kind === kind);
  // A signature that is not summed up is silent; it belongs behind all that is heard.
  // The issuer has a sentence of its own in front of the one with number and date.
  const whole = own.at(-1);
  if (whole === undefined) return { words: '', sentence: facts.sentenceTo - 1 };
  for (const { sentence, index } of own) {
    const said = saidOf(sentence).filter((_, at) => {
      const one = sentence.trace[at] as Trace;
      return one.from < to && one.to > from && one.to - one.from <= to - from;
    });
    if (said.length > 0) return { words: withoutLastPause(said), sentence: index };
  }
  return { words: whole.sentence.words, sentence: whole.index };
}

type Heard = Pick<DigestItem, 'words' | 'sentence'>;
