// The one error of the intake room: a file that gives no text, said to a person with what and where.
// It must never know who asked, nor carry a word of the file itself.
import { type ReadingCode, ReadingError } from '../reading/errors.ts';
import { SAY } from './sentences.ts';
import type { Remark } from './types.ts';

export type IntakeCode = keyof typeof SAY | ReadingCode;
export type IntakeFault = 'caller' | 'world' | 'ours';

/** Where it went wrong: the file's name, a page, a part inside a container. */
export type IntakePlace = { name?: string | null; page?: number; part?: string };

export class IntakeError extends Error {
  readonly code: IntakeCode;
  readonly fault: IntakeFault;
  readonly place: IntakePlace;
  readonly say: Remark;

  constructor(code: IntakeCode, place: IntakePlace = {}, cause?: unknown) {
    const { fault, ...say } = sentenceOf(code);
    const whole = { vi: placed(say.vi, place, 'trang'), en: placed(say.en, place, 'page') };
    super(whole.en, { cause });
    this.name = 'IntakeError';
    this.code = code;
    this.fault = fault;
    this.place = place;
    this.say = whole;
  }

  /** The same refusal once the file's name is known. */
  named(name: string | null): IntakeError {
    return new IntakeError(this.code, { ...this.place, name }, this.cause);
  }
}

function sentenceOf(code: IntakeCode): Remark & { fault: IntakeFault } {
  if (code in SAY) return SAY[code as keyof typeof SAY];
  return { fault: 'caller', ...new ReadingError(code as ReadingCode).say };
}

/** "tờ-trình.pdf: … (trang 3)." — the place stands before the sentence's full stop. */
function placed(sentence: string, place: IntakePlace, pageWord: string): string {
  const inside = [place.page === undefined ? '' : `${pageWord} ${place.page}`, place.part ?? '']
    .filter(Boolean)
    .join(', ');
  const where = inside === '' ? sentence : `${sentence.replace(/\.$/u, '')} (${inside}).`;
  return place.name ? `${place.name}: ${where}` : where;
}
