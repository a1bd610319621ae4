// Why a demonstration cannot go on: one sentence in Vietnamese and English, and where to look.
// It must never know how the sentence is shown.

export type Sentence = { vi: string; en: string };

export class DemoFault extends Error {
  readonly say: Sentence;
  /** the log that tells more, when there is one */
  readonly log: string | null;

  constructor(say: Sentence, log: string | null = null) {
    super(say.en);
    this.name = 'DemoFault';
    this.say = say;
    this.log = log;
  }
}

/** Anything thrown, as a sentence: a bug of ours keeps its own words. */
export function sentenceOf(thrown: unknown): Sentence {
  if (thrown instanceof DemoFault) return thrown.say;
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  return { vi: `Lỗi ngoài dự kiến: ${words}`, en: `Unexpected error: ${words}` };
}
