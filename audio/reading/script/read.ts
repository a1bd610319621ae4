// The whole room in order: clean, repair, blocks, roles, words, sentences.
// It must never know a rule of grammar; it only carries things from one step to the next.
import { definitionsOf } from '../grammar/local.ts';
import { withAdditions } from '../lexicon/make.ts';
import { openDoubts, settledIn } from '../lexicon/settled.ts';
import { ON_AIR } from '../profile.ts';
import { roundTripOf } from '../proof/roundtrip.ts';
import { blocksOf } from '../source/blocks.ts';
import { clean } from '../source/clean.ts';
import { repair } from '../source/repairs.ts';
import type { Doubt, Repair, Script, Sentence } from '../types.ts';
import { partsOf } from './facts.ts';
import { namesOf } from './names.ts';
import type { ReadingOrder } from './order.ts';
import { readPart } from './part.ts';
import { placeBlocks } from './roles.ts';
import type { Room } from './room.ts';
import { blockSpans, placeDoubts } from './spans.ts';

export function readText(source: string, order: ReadingOrder): Script {
  const lexicon = withAdditions(order.lexicon, order.additions ?? []);
  const settled = settledIn(source, order.settled ?? []);
  const profile = { ...ON_AIR, ...order.profile };
  const repairs: Repair[] = [];
  const doubts: Doubt[] = [];
  const cleaned = repair(clean(source), { lexicon, onRepair: (one) => repairs.push(one) });
  const placed = placeBlocks(blocksOf(cleaned));
  const room: Omit<Room, 'local'> = {
    source,
    profile,
    lexicon,
    settled,
    isName: namesOf(placed),
    doubts,
  };
  const parts = partsOf(placed);
  const blocks = blockSpans(placed, parts, source);
  const sentences: Sentence[] = [];
  for (const part of parts) {
    part.facts.sentenceFrom = sentences.length;
    // What one document of a gazette calls things binds no other.
    const local = definitionsOf(placed.slice(part.from, part.to).map((block) => block.body));
    if (!(part.cover && profile.frame === 'spoken'))
      for (const one of readPart({ ...room, local }, placed, part)) sentences.push(one);
    part.facts.sentenceTo = sentences.length;
  }
  const documents = parts.filter((part) => !part.cover).map((part) => part.facts);
  const { title, number, issuer, date } = documents[0] as Script['documents'][number];
  const syllables = sentences.reduce((sum, sentence) => sum + sentence.syllables, 0);
  const script: Script = {
    title,
    number,
    issuer,
    date,
    sentences,
    doubts: placeDoubts(openDoubts(distinct(doubts), settled), blocks),
    syllables,
    repairs,
    documents,
    blocks,
  };
  const found = roundTripOf({ script, text: source, lexicon, settled });
  return { ...script, doubts: placeDoubts(distinct([...script.doubts, ...found]), blocks) };
}

/** Opening and closing repeat the head: one doubt is one doubt. */
function distinct(doubts: readonly Doubt[]): Doubt[] {
  const seen = new Map(
    doubts.map((doubt) => [`${doubt.reason} ${doubt.from} ${doubt.to} ${doubt.suggestion}`, doubt]),
  );
  return [...seen.values()];
}
