// The round trip: every figure of the source comes back from the spoken words and is the same, or a person is asked.
// It must never know the grammar, nor repair anything: it only finds what is not so.
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Doubt, DoubtReason, Script, Trace } from '../types.ts';
import { type Cover, coverOf } from './cover.ts';
import { falseFrames } from './frames.ts';
import { spellerOf } from './letters.ts';
import { LONGEST_NUMBER_WORD, NUMBER_WORDS } from './marks.ts';
import { earOf, type Piece } from './pieces.ts';
import { merged, type Range, touches, within } from './ranges.ts';
import { silenceOf } from './silence.ts';
import { hasDigit, isTrue } from './sources.ts';

export type Proof = {
  script: Pick<Script, 'sentences' | 'blocks' | 'doubts' | 'documents'>;
  text: string;
  lexicon: Lexicon;
  /** Where a person has said what is heard, or that nothing is. */
  settled?: readonly Range[];
};

export function roundTripOf(proof: Proof): Doubt[] {
  const { script, text } = proof;
  const cover = coverOf(script, text);
  const sentences = [...cover.untold, ...falseFrames(proof)];
  return [
    ...sentences.map((one) =>
      heardWrong(proof, { ...one, from: one.sourceFrom, to: one.sourceTo }),
    ),
    ...falsePieces(proof, cover),
    ...brokenWholes(proof, cover),
    ...apartFigures(proof, cover),
    ...lostFigures(proof, cover),
  ];
}

/** How far left of a number its type may have been said. */
const SIGHT = 48;

/** Here a person is asked about the figure already. */
const ASKED: ReadonlySet<DoubtReason> = new Set<DoubtReason>([
  'long-number',
  'lost-digits',
  'unknown-word',
]);

function falsePieces(proof: Proof, { pieces }: Cover): Doubt[] {
  const { script, text, lexicon, settled = [] } = proof;
  const speller = spellerOf(lexicon);
  const theirs = merged(settled);
  const asked = merged(script.doubts.filter((one) => ASKED.has(one.reason)));
  const ear = earOf(script);
  const wrong = pieces.filter((piece) => {
    const { from, to, rule, entry = '' } = piece.trace;
    if (piece.composed || within(theirs, from) || touches(asked, from, to)) return false;
    const source = text.slice(from, to);
    if (!isWorthParsing(piece.trace, source)) return false;
    const before = text.slice(Math.max(0, from - SIGHT), from);
    const words = ear(piece);
    return !isTrue({ source, before, words, rule, entry, speller });
  });
  return wrong.map((piece) => pieceDoubt(proof, piece));
}

/** Most words are words of the source itself: only those that are numbers, here or there, are parsed. */
function isWorthParsing({ words, rule }: Trace, source: string): boolean {
  if (rule !== 'word' || hasDigit(source)) return true;
  return isNumberWord(source) || isNumberWord(words);
}

function isNumberWord(word: string): boolean {
  return word.length <= LONGEST_NUMBER_WORD && NUMBER_WORDS.has(word.toLowerCase());
}

/** A date, a number of thousands, a decimal: whatever it is, it is one thing and said as one. */
const WHOLE =
  /(?<![\d/.,-])(?:\d{1,2}\/(?:0?[1-9]|1[0-2])\/[12]\d{3}|\d{1,3}(?:\.\d{3})+(?:,\d{1,40})?|\d{1,27},\d{1,40})(?![\d/-]|[.,]\d)|\d+/g;

function brokenWholes(proof: Proof, { pieces, owner }: Cover): Doubt[] {
  return [...proof.text.matchAll(WHOLE)].flatMap((match) => {
    const first = owner[match.index] as number;
    if (first === 0 || owner[match.index + match[0].length - 1] === first) return [];
    return [pieceDoubt(proof, pieces[first - 1] as Piece)];
  });
}

/** "2 000": counts with nothing but a space between them may be one number. */
const APART = /(?<![\d.,/-])\d{1,3}[ \u00a0\u202f](?=\d{3}(?![\d/-]|[.,]\d))/g;

function apartFigures(proof: Proof, { pieces, owner }: Cover): Doubt[] {
  const theirs = merged(proof.settled ?? []);
  const counted = (at: number): Piece | undefined => {
    const piece = pieces[(owner[at] as number) - 1];
    return piece?.trace.rule === 'number' ? piece : undefined;
  };
  return [...proof.text.matchAll(APART)].flatMap(({ index, 0: { length } }) => {
    const [one, two] = [counted(index), counted(index + length)];
    if (one === undefined || two === undefined || within(theirs, index)) return [];
    return [pieceDoubt(proof, one)];
  });
}

/** Every digit is heard, or silent for a reason one can name. */
function lostFigures({ script, text, settled = [] }: Proof, cover: Cover): Doubt[] {
  const theirs = merged(settled);
  const silent = silenceOf({ script, text, cover });
  const lost: Doubt[] = [];
  for (const match of text.matchAll(/[\d\uff10-\uff19]+/g)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (cover.owner[from] !== 0 || within(theirs, from)) continue;
    if (silent.why(from, to) !== null) continue;
    lost.push({ reason: 'lost-number', source: match[0], from, to, suggestion: '', clause: null });
  }
  return lost;
}

function pieceDoubt(proof: Proof, piece: Piece): Doubt {
  const { clause } = proof.script.sentences[piece.sentence] as Script['sentences'][number];
  const words = earOf(proof.script)(piece)
    .join(' ')
    .replace(/ (?=[.,;:])/g, '');
  return heardWrong(proof, { ...piece.trace, words, clause });
}

type Heard = { from: number; to: number; words: string; clause: string | null };

function heardWrong({ text }: Proof, { from, to, words, clause }: Heard): Doubt {
  return {
    reason: 'round-trip',
    source: text.slice(from, to),
    from,
    to,
    suggestion: words,
    clause,
  };
}
