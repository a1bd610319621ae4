// The lines to the service that are kept open, and the asking until an answer is whole.
// It must never know sentences or voices: a letter goes out, whole samples come back.
import { SoundError } from '../../errors.ts';
import { faultOf, SAID, withoutSecrets } from './faults.ts';
import { type Line, openLine, SAMPLE_RATE_HZ } from './line.ts';
import { type Gate, type Outcome, persist, USUAL_PATIENCE } from './persist.ts';
import { type AzureWanted, KEY } from './settings.ts';
import { isWhole } from './whole.ts';

export type Asked = { ssml: string; syllables: number; syllablesPerMinute: number };
export type Service = {
  ask(asked: Asked, signal: AbortSignal | undefined): Promise<Int16Array>;
  close(): void;
};

/** Lines that are kept open, and the one gate that all of them keep. */
export function createService(wanted: AzureWanted): Service {
  const idle: Line[] = [];
  const gate: Gate = { heldUntilMs: 0 };
  const patience = { ...USUAL_PATIENCE, ...wanted.patience };
  const closing = new Set<AbortController>();
  let closed = false;
  let key = '';

  const told = (said: string) => withoutSecrets(said, [key, wanted.proxy?.password ?? '']);

  async function line(): Promise<Line> {
    for (let kept = idle.pop(); kept !== undefined; kept = idle.pop()) {
      if (!kept.dead()) return kept;
    }
    key = typeof wanted.key === 'string' ? wanted.key : wanted.key();
    if (!KEY.test(key)) throw new SoundError('voice-key', new Error('no key of the right shape'));
    try {
      return await openLine({ ...wanted, key });
    } catch (cause) {
      throw new SoundError('voice-missing', new Error(told(String(cause))));
    }
  }
  async function once(asked: Asked, signal: AbortSignal): Promise<Outcome<Int16Array>> {
    const taken = await line();
    const question = { ssml: asked.ssml, silenceMs: patience.silenceMs, signal };
    const answer = await taken.ask(question);
    if ('refusal' in answer) return { fault: faultOf(answer.refusal) };
    const { heard: samples, promisedMs } = answer;
    if (isWhole({ ...asked, samples, promisedMs, sampleRateHz: SAMPLE_RATE_HZ })) {
      if (closed) taken.close();
      else idle.push(taken);
      return { heard: samples };
    }
    taken.close();
    return { fault: faultOf({ said: SAID.short, status: null, retryAfterMs: null }) };
  }
  return {
    async ask(asked, signal) {
      const own = new AbortController();
      const stop = () => own.abort(signal?.reason);
      if (closed || signal?.aborted) stop();
      signal?.addEventListener('abort', stop, { once: true });
      closing.add(own);
      try {
        return await persist({
          ask: () => once(asked, own.signal),
          gate,
          patience,
          signal: own.signal,
          told,
        });
      } finally {
        closing.delete(own);
        signal?.removeEventListener('abort', stop);
      }
    },
    close() {
      closed = true;
      for (const own of closing) own.abort();
      for (const kept of idle.splice(0)) kept.close();
    },
  };
}
