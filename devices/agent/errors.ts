// The loudspeaker's one error: a code, whose fault, and what to do, in Vietnamese and English.
// It must never know who shows it: a terminal, a log, a test.
export type Sentence = { vi: string; en: string };
export type Fault = 'caller' | 'ours' | 'world';

export class SpeakerError extends Error {
  readonly code: string;
  readonly fault: Fault;
  readonly say: Sentence;

  constructor(fact: { code: string; fault: Fault; say: Sentence; cause?: unknown }) {
    super(`${fact.code}: ${fact.say.en}`, { cause: fact.cause });
    this.name = 'SpeakerError';
    this.code = fact.code;
    this.fault = fact.fault;
    this.say = fact.say;
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
