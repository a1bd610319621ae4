// A script in programmes of a chosen length, cut at clauses, each saying what it continues (issue 3 §8).
// It must never know when or where a programme is broadcast.
import { ON_AIR } from '../profile.ts';
import type { ReadingProfile, Script, Sentence } from '../types.ts';
import { clausePieces, documentPieces, type Piece, SENTENCE } from './clauses.ts';
import { secondsOf, spokenSeconds } from './duration.ts';
import { evenly, type Group } from './evenly.ts';
import { closingOf, freshOpening, openingOf } from './spoken.ts';

export type Programme = {
  /** Said before its sentences and after them; empty for the first and for the last one. */
  opening: Sentence[];
  closing: Sentence[];
  /** First and one past the last of its sentences in the script. */
  sentenceFrom: number;
  sentenceTo: number;
  /** "Phần II, Mục 3" of its first and last sentences that stand in a clause. */
  clauseFrom: string | null;
  clauseTo: string | null;
  /** The clause at its end is longer than a programme and goes on in the next one. */
  cutsClause: boolean;
  /** Opening and closing counted in. */
  syllables: number;
  seconds: number;
};

export type ProgrammeOrder = {
  /** 15 and 30 are usual; less than 3 is taken as 3. */
  minutes: number;
  profile?: Partial<ReadingProfile>;
};

const LEAST_MINUTES = 3;
/** Our own words around a programme last about so long; they must fit as well. */
const FRAME_SECONDS = 20;

/**
 * Documents first: small ones share a programme while they fit whole; a longer one is cut at its clauses, into as few
 * parts as fit and as even as the clauses allow.
 */
export function programmesOf(script: Script, order: ProgrammeOrder): Programme[] {
  const profile = { ...ON_AIR, ...order.profile };
  const minutes = order.minutes >= LEAST_MINUTES ? order.minutes : LEAST_MINUTES;
  const limit = minutes * 60;
  const seconds = script.sentences.map(({ words }) => spokenSeconds(words, profile));
  const documents = documentPieces(script, seconds);
  const whole = sum(documents) <= limit;
  const fit = whole ? limit : limit - FRAME_SECONDS;
  const groups = evenly(documents, fit).flatMap((group) => {
    if (sum(within(documents, group)) <= fit) return [group];
    return evenly(clausePieces(script.sentences, seconds, { ...group, limit: fit }), fit);
  });
  return groups.map((_, at) => programmeOf({ script, profile, documents }, groups, at));
}

function sum(pieces: readonly Piece[]): number {
  return pieces.reduce((total, { seconds }) => total + seconds, 0);
}

function within(pieces: readonly Piece[], { from, to }: Group): Piece[] {
  return pieces.filter((piece) => piece.from >= from && piece.to <= to);
}

type Whole = { script: Script; profile: ReadingProfile; documents: readonly Piece[] };

function programmeOf(whole: Whole, groups: readonly Group[], at: number): Programme {
  const { sentences } = whole.script;
  const group = groups[at] as Group;
  const next = groups[at + 1];
  const body = sentences.slice(group.from, group.to);
  const cutsClause = next?.depth === SENTENCE;
  const last = body.at(-1) as Sentence;
  const opening = at === 0 ? [] : openingAt(whole, group);
  const closing =
    next === undefined ? [] : [closingOf(last, { ...whole.profile, insideClause: cutsClause })];
  const said = [...opening, ...body, ...closing];
  const clauses = body.map(({ clause }) => clause).filter((clause) => clause !== null);
  return {
    opening,
    closing,
    sentenceFrom: group.from,
    sentenceTo: group.to,
    clauseFrom: clauses[0] ?? null,
    clauseTo: clauses.at(-1) ?? null,
    cutsClause,
    syllables: said.reduce((total, { syllables }) => total + syllables, 0),
    seconds: secondsOf(said, whole.profile),
  };
}

function openingAt({ script, profile, documents }: Whole, group: Group): Sentence[] {
  const { sentences } = script;
  const first = sentences[group.from] as Sentence;
  const document = documents.find(({ from, to }) => from <= group.from && group.from < to) as Piece;
  if (document.from === group.from) return freshOpening(first);
  const closing = sentences
    .slice(document.from, document.to)
    .filter(({ kind }) => kind === 'closing');
  return openingOf(first, closing, { ...profile, insideClause: group.depth === SENTENCE });
}
