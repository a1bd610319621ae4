// What an HTTP answer means for a message: taken, gone for good, worth another try.
// It must never know whose answer it is.
import type { Outcome } from '../services/told/senders-port.ts';
import type { OutsideAnswer } from './outside.ts';

type Whole = Extract<OutsideAnswer, { kind: 'answer' }>;

/** @param taken what a status of 2xx is worth here */
export function outcomeOf(answer: OutsideAnswer, taken: (answer: Whole) => Outcome): Outcome {
  if (answer.kind === 'failed') return unreached(answer);
  const { status, retryAfterMs } = answer;
  const detail = `HTTP ${status}`;
  if (status >= 200 && status < 300) return taken(answer);
  // RFC 8030 §7.3: the subscription is no more
  if (status === 404 || status === 410) return { kind: 'failed', reason: 'gone', detail };
  if (status === 408 || status === 429 || status >= 500)
    return { kind: 'later', reason: 'busy', detail, askedMs: retryAfterMs };
  // a redirect is no answer either: where it leads was not judged
  return { kind: 'failed', reason: 'refused', detail };
}

function unreached({ reason, detail }: Extract<OutsideAnswer, { kind: 'failed' }>): Outcome {
  if (reason === 'no-answer') return { kind: 'later', reason, detail, askedMs: 0 };
  return { kind: 'failed', reason, detail };
}
