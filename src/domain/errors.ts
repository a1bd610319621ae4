// The one error class: a code, whose fault it is, and what to do, in Vietnamese and English.
// It must never know HTTP, SQL or MQTT; src/http turns fault into a status.

/** caller: your request · missing: no such thing (or not yours to see) · ours: a bug · world: disk, network, broker */
export type Fault =
  | 'caller'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'ours'
  | 'world';
export type Sentence = { vi: string; en: string };

export class AppError extends Error {
  readonly code: string;
  readonly fault: Fault;
  readonly say: Sentence;
  /** the field or place the sentence is about, when there is one */
  readonly place: string | null;

  constructor(fact: {
    code: string;
    fault: Fault;
    say: Sentence;
    place?: string;
    cause?: unknown;
  }) {
    super(`${fact.code}: ${fact.say.en}`, { cause: fact.cause });
    this.name = 'AppError';
    this.code = fact.code;
    this.fault = fact.fault;
    this.say = fact.say;
    this.place = fact.place ?? null;
  }
}

/** Pure decisions hand their refusal back; whoever acts on them throws it. */
export function orThrow<T>(outcome: T | AppError): T {
  if (outcome instanceof AppError) throw outcome;
  return outcome;
}
