// The digest: every figure, date, deadline, sum, name, place, duty and document of a script, tied to its clause.
// It must never judge: what an approver checks is listed as it stands.
import type { Script, Sentence } from '../types.ts';
import { amountsIn } from './amounts.ts';
import { dutiesIn } from './duties.ts';
import { headsOf } from './heads.ts';
import type { DigestItem, Hit } from './items.ts';
import { heardAt, type Line, lineOf } from './line.ts';
import { namesIn } from './names.ts';
import { speltIn } from './spelt.ts';

/** Composed of the head, whose facts are listed on their own. */
const COMPOSED: ReadonlySet<string> = new Set(['opening', 'closing', 'signature']);

/** In the order in which things are heard; of one sentence in the order of its words. */
export function digestOf(script: Script, text: string): DigestItem[] {
  const heads = headsOf(script, text);
  const items = script.sentences.flatMap((sentence, index) =>
    COMPOSED.has(sentence.kind)
      ? []
      : sentenceItems({ sentence, index, text, document: documentAt(script, index) }),
  );
  return [...heads, ...items].sort((one, other) => one.sentence - other.sentence);
}

function documentAt({ documents }: Script, sentence: number): number {
  return documents.findIndex(({ sentenceTo }) => sentence < sentenceTo);
}

type Place = { sentence: Sentence; index: number; text: string; document: number };

function sentenceItems({ text, ...place }: Place): DigestItem[] {
  const line = lineOf(place.sentence, text);
  const hits = [...amountsIn(line), ...speltIn(line), ...namesIn(line), ...dutiesIn(line)];
  hits.sort((one, other) => one.start - other.start);
  return hits.map((hit) => itemOf(line, hit, place));
}

function itemOf(
  line: Line,
  { start, end, kind, value }: Hit,
  { sentence, index, document }: Omit<Place, 'text'>,
): DigestItem {
  const source = line.shown.slice(start, end).trim();
  return {
    kind,
    source,
    ...heardAt(line, start, end),
    document,
    clause: sentence.clause,
    sentence: index,
    value,
  };
}
