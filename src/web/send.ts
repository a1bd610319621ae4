// One request to the API: typed answer, or a failure with a sentence in both languages.
// It must never know which requests exist (api.ts) or how a failure is shown.
import type { ErrorAnswer, Sentence } from '../http/schemas/common.ts';
import { session, sessionEnded } from './session.ts';
import { answered, keyOf } from './wish-keys.ts';
import { inBoth } from './words.ts';

export class ApiFailure extends Error {
  readonly status: number;
  readonly code: string;
  readonly say: Sentence;
  /** the field it is about, as the API names it */
  readonly place: string | null;

  constructor(fact: { status: number; code: string; say: Sentence; place?: string | null }) {
    super(fact.code);
    this.status = fact.status;
    this.code = fact.code;
    this.say = fact.say;
    this.place = fact.place ?? null;
  }
}

export type Wish = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  /** a person gave it up: the request is closed, and fails as one that got no answer */
  signal?: AbortSignal;
};

/** On 3G a question that takes longer is lost; a file of 25 MB, or a scan to recognise, may take many minutes. */
const PATIENCE_MS = 30_000;
const PATIENCE_FILE_MS = 1_800_000;

export async function send<T>(wish: Wish): Promise<T> {
  const once = onceOf(wish);
  const answer = await reach(wish, once);
  // a proxy that gave up is no answer of ours: the wish may have been done
  if (once !== null && answer.status < 500) answered(once.wish);
  if (answer.status === 204) return null as T;
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok && body !== null) return body as T;
  if (answer.status === 401 && session.value) sessionEnded();
  throw failureOf(answer.status, body);
}

/**
 * Asked at each pause in typing, and changing nothing; or an order that is to go out each time it is
 * pressed, whatever became of the last one: a stop answered from memory would let the village go on hearing.
 */
const ASKS = /\/(listen|preview|say|try|frame-offers|personal-hints|seen|stop|commands)$/;

/** A file is not named by its content: it is large, and taking it in twice does no harm. */
function onceOf({ method, path, body }: Wish): { wish: string; key: string } | null {
  if (method !== 'POST' || body instanceof Blob || ASKS.test(path)) return null;
  const wish = `${session.value?.account.id} ${path} ${JSON.stringify(body ?? null)}`;
  return { wish, key: keyOf(wish, Date.now()) };
}

/** A sound in the place of a JSON, and who spoke it. */
export async function sendForSound(wish: Wish): Promise<{ sound: Blob; by: string }> {
  const answer = await reach(wish, null);
  if (answer.ok) {
    const by = decodeURIComponent(answer.headers.get('x-spoken-by') ?? '');
    return { sound: await answer.blob(), by };
  }
  if (answer.status === 401 && session.value) sessionEnded();
  throw failureOf(answer.status, await answer.json().catch(() => null));
}

async function reach(
  { method, path, body, signal }: Wish,
  once: { key: string } | null,
): Promise<Response> {
  const isFile = body instanceof Blob;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = isFile ? FILE : 'application/json';
  if (method !== 'GET' && session.value) headers['x-csrf-token'] = session.value.csrfToken;
  if (once !== null) headers['idempotency-key'] = once.key;
  // AbortSignal.any is younger than many an officer's phone
  const end = new AbortController();
  const patience = setTimeout(() => end.abort(), isFile ? PATIENCE_FILE_MS : PATIENCE_MS);
  const giveUp = () => end.abort();
  signal?.addEventListener('abort', giveUp);
  try {
    return await fetch(path, {
      method,
      headers,
      body: body === undefined ? null : isFile ? body : JSON.stringify(body),
      signal: end.signal,
    });
  } catch {
    throw noAnswer(0);
  } finally {
    clearTimeout(patience);
    signal?.removeEventListener('abort', giveUp);
  }
}

const FILE = 'application/octet-stream';

function failureOf(status: number, body: unknown): ApiFailure {
  const error = (body as ErrorAnswer | null)?.error;
  if (error?.message === undefined) return noAnswer(status); // a proxy's own page, not ours
  const { code, message: say, place } = error;
  return new ApiFailure({ status, code, say, place });
}

function noAnswer(status: number): ApiFailure {
  const say = inBoth((w) => w.common.noAnswer);
  return new ApiFailure({ status, code: 'no-answer', say });
}
