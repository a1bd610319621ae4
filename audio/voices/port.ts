// What any voice must do, embedded, on this machine or in a cloud: words in, samples out.
// It must never know an engine, loudness, files or the law's clauses behind the words.
import type { SoundCode } from '../errors.ts';

export type Voice = {
  /** the voice within its engine, for example "vi" */
  readonly id: string;
  /** the one that answers in a dialogue, within its engine; without it the first says both sides */
  readonly secondId?: string;
  readonly engine: string;
  readonly engineVersion: string;
  /** ISO 639-3 */
  readonly language: string;
  readonly sampleRateHz: number;
  /** Luật Trí tuệ nhân tạo 134/2025/QH15 Art. 11: everything it says must be marked */
  readonly synthetic: true;
  /** how many sentences it can speak at the same time; callers ask for no more than a few beyond it */
  readonly lanes: number;
  /** 'cloud': the words leave this house, so they must not name people (Luật 91/2025/QH15) */
  readonly place: 'here' | 'cloud';
  /** Mono samples of one sentence. @throws SoundError voice-failed, voice-unknown, stopped, voice-… */
  speak(words: string, how: SpeakHow): Promise<Utterance>;
  close(): Promise<void>;
};

/** One sentence as it was spoken, at the voice's rate, and by whom: on a ladder that is not always the first. */
export type Utterance = {
  samples: Int16Array;
  by: SpokenBy;
  /** on a ladder: who should have said it and could not, first to last; left out when the first did */
  falls?: readonly Fall[];
};
/** As a mark of machine speech names it. */
export type SpokenBy = { engine: string; engineVersion: string; voice: string };

/** One sentence that went a step down. */
export type Fall = {
  from: SpokenBy;
  to: SpokenBy;
  reason: SoundCode;
  words: string;
  /** false: not asked this time, it rests after what `reason` says happened earlier */
  tried: boolean;
};

/** Who says a sentence: in a dialogue the first asks and the second answers. */
export type Speaker = 'first' | 'second';

export type SpeakHow = {
  /** pace of running speech, commas included, pauses between sentences not */
  syllablesPerMinute: number;
  /** left out: the first */
  speaker?: Speaker;
  signal?: AbortSignal;
};
