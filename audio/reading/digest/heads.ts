// What the head and the foot of a document say of it: its number, its date, who signed.
// It must never know its clauses.
import { lastBefore } from '../proof/ranges.ts';
import type { DocumentFacts, Role, Script } from '../types.ts';
import type { DigestItem, DigestKind } from './items.ts';

/** Facts of each document, at the line that states them and at the sentence that says them, if one does. */
export function headsOf(script: Script, text: string): DigestItem[] {
  return script.documents.flatMap((facts) => {
    const of = { script, text, facts };
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

type Of = { script: Script; text: string; facts: DocumentFacts };
type Fact = { kind: DigestKind; role: Role; value: string | null };

function fact({ script, text, facts }: Of, { kind, role, value }: Fact): DigestItem | null {
  const first = lastBefore(script.blocks, facts.sourceFrom - 1) + 1;
  const past = lastBefore(script.blocks, facts.sourceTo - 1) + 1;
  const blocks = script.blocks.slice(first, past).filter((block) => block.role === role);
  // Who signed is the last line of the foot; number and date are the first of the head.
  const block = role === 'signature' ? blocks.at(-1) : blocks[0];
  if (value === null || block === undefined) return null;
  const sentence = sentenceOf(script, facts, role);
  const { from, to } = block;
  const source = text.slice(from, to).replace(/\s+/g, ' ');
  const said = { words: script.sentences[sentence]?.words ?? '', sentence };
  // A signature that is not summed up is silent; it belongs behind all that is heard.
  const heard = sentence < facts.sentenceTo ? said : { words: '', sentence: facts.sentenceTo - 1 };
  return { kind, source, clause: null, from, to, value, ...heard };
}

/** The issuer has a sentence of its own in front of the one with number and date. */
function sentenceOf({ sentences }: Script, facts: DocumentFacts, role: Role): number {
  const own = sentences.slice(facts.sentenceFrom, facts.sentenceTo);
  const kind = role === 'signature' ? 'signature' : 'opening';
  const at = own.findLastIndex((sentence) => sentence.kind === kind);
  return at < 0 ? facts.sentenceTo : facts.sentenceFrom + at;
}
