// One signed-in person at the service's HTTP API: cookie, CSRF token, refusals as sentences.
// It must never know what the requests are for.
import { DemoFault } from './fault.ts';

/** A request that hangs is a fault, not a wait: the service answers all of these in milliseconds. */
const REQUEST_LIMIT_MS = 60_000;

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Person = {
  call<T>(method: Method, path: string, body?: unknown): Promise<T>;
  /** as bytes, for what is not JSON */
  upload<T>(path: string, bytes: Uint8Array): Promise<T>;
  download(path: string): Promise<Uint8Array>;
  /** Server-Sent Events until `signal` ends them */
  watch(path: string, see: (event: SentEvent) => void, signal: AbortSignal): Promise<void>;
};
export type SentEvent = { kind: string; id: string; detail: Record<string, unknown> };

/** Opens a session with `path` (set-up, invitation or sign-in) and keeps it. */
export async function signIn(base: string, path: string, body: unknown): Promise<Person> {
  const answer = await ask(base, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return person(base, { cookie, 'x-csrf-token': csrfToken });
}

function person(base: string, session: Record<string, string>): Person {
  const send = (method: Method, path: string, type: string | null, body?: BodyInit) =>
    ask(base, path, {
      method,
      headers: { ...session, ...(type ? { 'content-type': type } : {}) },
      ...(body === undefined ? {} : { body }),
    });
  return {
    async call(method, path, body) {
      const answer = await send(
        method,
        path,
        body === undefined ? null : 'application/json',
        body === undefined ? undefined : JSON.stringify(body),
      );
      const text = await answer.text();
      return (text === '' ? null : JSON.parse(text)) as never;
    },
    async upload(path, bytes) {
      const answer = await send('POST', path, 'application/octet-stream', bytes as BodyInit);
      return (await answer.json()) as never;
    },
    async download(path) {
      return new Uint8Array(await (await send('GET', path, null)).arrayBuffer());
    },
    watch: (path, see, signal) => watch({ url: base + path, session, see, signal }),
  };
}

async function ask(base: string, path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(base + path, {
    ...init,
    signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
  }).catch((cause: unknown) => {
    const words = cause instanceof Error ? String(cause.cause ?? cause.message) : String(cause);
    throw new DemoFault({
      vi: `Dịch vụ không trả lời ${path}: ${words}.`,
      en: `The service does not answer ${path}: ${words}.`,
    });
  });
  if (!answer.ok) throw refusalOf(path, answer.status, await answer.text());
  return answer;
}

/** The API's own sentence, word for word, where it has one. */
export function refusalOf(path: string, status: number, text: string): DemoFault {
  const said = readJson(text) as { error?: { message?: { vi?: string; en?: string } } } | null;
  const { vi, en } = said?.error?.message ?? {};
  if (vi && en) return new DemoFault({ vi, en });
  return new DemoFault({
    vi: `Dịch vụ từ chối ${path} (${status}): ${text.slice(0, 200)}`,
    en: `The service refused ${path} (${status}): ${text.slice(0, 200)}`,
  });
}

type Watching = {
  url: string;
  session: Record<string, string>;
  see: (event: SentEvent) => void;
  signal: AbortSignal;
};

async function watch({ url, session, see, signal }: Watching): Promise<void> {
  try {
    const answer = await fetch(url, { headers: session, signal });
    const decoder = new TextDecoder();
    let held = '';
    for await (const bytes of answer.body ?? []) {
      held += decoder.decode(bytes as Uint8Array, { stream: true });
      const events = held.split('\n\n');
      held = events.pop() ?? '';
      for (const event of events.map(eventOf)) if (event) see(event);
    }
  } catch {
    // bars only: whoever waits for a result asks for it as well
  }
}

/** One block of Server-Sent Events; comments and foreign data are nothing. */
export function eventOf(block: string): SentEvent | null {
  const field = (name: string): string =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trim())
      .join('\n');
  const change = readJson(field('data')) as { id?: unknown; detail?: object } | null;
  if (change === null) return null;
  return { kind: field('event'), id: String(change.id ?? ''), detail: { ...change.detail } };
}

function readJson(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
