// What was really said for each stretch of source: the words of the sentences, cut along their traces.
// It must never know what the words mean.
import type { Script, Sentence, Trace } from '../types.ts';

/** One trace of one sentence. */
export type Piece = {
  trace: Trace;
  /** Its place: trace `index` of sentence `sentence`. */
  sentence: number;
  index: number;
  /** Traces after it that go on with the same source, where a breath cut it in two. */
  more: number;
  /** Composed of a whole head or a whole table: it says no single place. */
  composed: boolean;
};

export type Pieces = {
  /** In the order they are heard. */
  pieces: Piece[];
  /** Sentences that say something else than their traces. */
  untold: Sentence[];
};

export const SUMMARY_RULE = 'table-summary';
/** Sentences that no single place of the source says: their traces cover all they were made of. */
const COMPOSED_KINDS = new Set(['opening', 'closing', 'signature']);

type Told = Pick<Script, 'sentences'>;

export function piecesOf(script: Told): Pieces {
  const pieces: Piece[] = [];
  const untold: Sentence[] = [];
  let last: Piece | null = null;
  script.sentences.forEach((sentence, at) => {
    if (isUntold(sentence)) untold.push(sentence);
    const composed = COMPOSED_KINDS.has(sentence.kind);
    sentence.trace.forEach((trace, index) => {
      if (last !== null && goesOn(last.trace, trace)) last.more += 1;
      else {
        last = {
          trace,
          sentence: at,
          index,
          more: 0,
          composed: composed || trace.rule === SUMMARY_RULE,
        };
        pieces.push(last);
      }
    });
  });
  return { pieces, untold };
}

/** What a piece says: in lower case, as the sentences have it; pauses are entries of their own. */
export type Ear = (piece: Piece) => string[];

/** Pieces are asked for in order, so one sentence at a time is kept taken apart. */
export function earOf({ sentences }: Told): Ear {
  let open: { at: number; parts: string[][] } = { at: -1, parts: [] };
  const partsAt = (at: number): string[][] => {
    if (open.at !== at) open = { at, parts: partsOf(sentences[at] as Sentence) };
    return open.parts;
  };
  return (piece) => {
    const words: string[] = [];
    let [at, index] = [piece.sentence, piece.index];
    for (let left = piece.more; left >= 0; left -= 1, index += 1) {
      if (index === sentences[at]?.trace.length) [at, index] = [at + 1, 0];
      words.push(...(partsAt(at)[index] as string[]));
    }
    return words;
  };
}

/** The words of each trace, with the pauses the sentence makes between and after them. */
function partsOf(sentence: Sentence): string[][] {
  const words = sentence.words.toLowerCase().split(' ');
  let end = 0;
  return sentence.trace.map((trace) => {
    const start = end;
    end += trace.words.split(' ').length;
    return words
      .slice(start, end)
      .flatMap((word) => (PAUSED.test(word) ? [word.slice(0, -1), word.slice(-1)] : [word]));
  });
}

function goesOn(left: Trace, right: Trace): boolean {
  return left.from === right.from && left.to === right.to && left.rule === right.rule;
}

const PAUSED = /.[.,;:]$/u;

function isUntold(sentence: Sentence): boolean {
  const traced = sentence.trace.map((one) => one.words).join(' ');
  const said = sentence.words.replace(/[.,;:](?= |$)/g, '');
  // A sentence begins with a capital, its trace as the source does.
  return traced !== said && traced.toLowerCase() !== said.toLowerCase();
}
