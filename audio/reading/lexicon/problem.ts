// What is wrong with a lexicon: which file, which entry, and what to do about it.
// It must never know how the files are read.

export type Problem = { vi: string; en: string };

/** Whoever edited the file puts it right; nothing is guessed meanwhile. */
export class LexiconError extends Error {
  readonly code = 'lexicon';
  readonly fault = 'caller' as const;
  readonly say: Problem;
  constructor(place: string, problem: Problem) {
    super(`${place}: ${problem.en}`);
    this.name = 'LexiconError';
    this.say = { vi: `${place}: ${problem.vi}`, en: `${place}: ${problem.en}` };
  }
}
