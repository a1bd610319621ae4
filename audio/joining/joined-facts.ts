// What is known of clips put end to end: their sentences at their new times, everyone who spoke, one mark. Pure.
// It must never know files or packets.
import type { ClipFacts } from '../kept-clip.ts';
import { FRAME_MS } from '../packets.ts';
import { type ClipFall, markOf, type SpokenShare } from '../spoken-by.ts';
import type { SpokenSentence } from '../timetable.ts';

export type PieceFacts = Pick<
  ClipFacts,
  'contentHash' | 'profile' | 'sentences' | 'spokenBy' | 'falls' | 'synthetic' | 'madeAtMs'
> &
  Partial<Pick<ClipFacts, 'parts'>>;
type Joined = Pick<ClipFacts, 'sentences' | 'spokenBy' | 'falls' | 'parts' | 'synthetic'>;

/** Of a long day every clip brings some; beyond these the shares tell the rest. */
const MAX_FALLS = 200;

/** @param starts in packets, one for each piece */
export function joinedFacts(
  pieces: readonly { facts: PieceFacts }[],
  starts: readonly number[],
): Joined {
  let before = 0;
  const sentences: SpokenSentence[] = [];
  const falls: ClipFall[] = [];
  for (const [at, { facts }] of pieces.entries()) {
    const atMs = (starts[at] ?? 0) * FRAME_MS;
    sentences.push(...facts.sentences.map((one) => later(one, atMs)));
    falls.push(...facts.falls.map((fall) => ({ ...fall, sentence: fall.sentence + before })));
    before += facts.sentences.length;
  }
  const all = pieces.map(({ facts }) => facts);
  const spokenBy = summed(all.flatMap((facts) => facts.spokenBy));
  return {
    ...{ sentences, spokenBy, falls: falls.slice(0, MAX_FALLS) },
    parts: [...new Set(all.flatMap(({ parts = [] }) => parts))],
    synthetic: markOfAll(all, spokenBy),
  };
}

function later({ words, startMs, endMs, clausesEstimated }: SpokenSentence, byMs: number) {
  const clauses = clausesEstimated?.map((clause) => ({
    ...clause,
    startMs: clause.startMs + byMs,
    endMs: clause.endMs + byMs,
  }));
  const moved = { words, startMs: startMs + byMs, endMs: endMs + byMs };
  return clauses ? { ...moved, clausesEstimated: clauses } : moved;
}

/** Most sentences first, as in every clip. */
function summed(shares: readonly SpokenShare[]): SpokenShare[] {
  const byName = new Map<string, SpokenShare>();
  for (const share of shares) {
    const { engine, engineVersion, voice } = share;
    const name = JSON.stringify([engine, engineVersion, voice]);
    const known = byName.get(name);
    byName.set(name, { ...share, sentences: share.sentences + (known?.sentences ?? 0) });
  }
  return [...byName.values()].sort((a, b) => b.sentences - a.sentences);
}

/** One machine's sentence among people's recordings marks the whole; a clip of before knew no shares. */
function markOfAll(
  all: readonly PieceFacts[],
  spokenBy: readonly SpokenShare[],
): ClipFacts['synthetic'] {
  const marks = all.flatMap(({ synthetic }) => (synthetic ? [synthetic] : []));
  if (marks.length === 0) return null;
  const madeAtMs = Math.max(...marks.map((mark) => mark.madeAtMs));
  if (spokenBy.length > 0) return { ...markOf(spokenBy), madeAtMs };
  const once = (names: string[]) => [...new Set(names)].join(', ');
  const engine = once(marks.map((mark) => mark.engine));
  return { engine, voice: once(marks.map(({ voice }) => voice)), madeAtMs };
}
