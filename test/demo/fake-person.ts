// A person at an API that is a table of answers: for the demonstration's steps without a service.
// It must never know the steps it is used for.
import type { Method, Person, SentEvent } from '../../src/demo/api.ts';
import type { Bar, Screen } from '../../src/demo/screen.ts';

export type Call = { method: Method; path: string; body: unknown };
type Answer = unknown | ((call: Call) => unknown);

export type FakePerson = Person & {
  calls: Call[];
  /** what the open event streams are told */
  tell(event: SentEvent): void;
  watchers: number;
};

/** Keys are `METHOD /path-prefix`; the longest that fits answers; a list answers one after the other. */
export function fakePerson(answers: Record<string, Answer>): FakePerson {
  const calls: Call[] = [];
  const listeners = new Set<(event: SentEvent) => void>();
  const answer = async (call: Call): Promise<never> => {
    calls.push(call);
    const asked = `${call.method} ${call.path}`;
    const key = Object.keys(answers)
      .filter((prefix) => asked.startsWith(prefix))
      .sort((a, b) => b.length - a.length)[0];
    if (key === undefined) throw new Error(`nobody answers ${asked}`);
    const found = answers[key];
    return (typeof found === 'function' ? found(call) : found) as never;
  };
  const person: FakePerson = {
    calls,
    watchers: 0,
    tell: (event) => {
      for (const listener of listeners) listener(event);
    },
    call: (method, path, body) => answer({ method, path, body }),
    upload: (path, bytes) => answer({ method: 'POST', path, body: bytes }),
    download: (path) => answer({ method: 'GET', path, body: undefined }),
    watch(_path, see, signal) {
      listeners.add(see);
      person.watchers += 1;
      return new Promise((resolve) =>
        signal.addEventListener('abort', () => {
          listeners.delete(see);
          person.watchers -= 1;
          resolve();
        }),
      );
    },
  };
  return person;
}

/** Answers one after the other; the last one stays. */
export function inTurn(...answers: unknown[]): () => unknown {
  let next = 0;
  return () => {
    const found = answers[Math.min(next, answers.length - 1)];
    next += 1;
    return found;
  };
}

export type FakeScreen = Screen & { said: string[]; bars: Record<string, string[]> };

export function fakeScreen(): FakeScreen {
  const said: string[] = [];
  const bars: Record<string, string[]> = {};
  return {
    said,
    bars,
    say: ({ vi, en }) => said.push(`${vi} · ${en}`),
    show: (text) => said.push(text),
    bar({ en }): Bar {
      bars[en] = [];
      return {
        set: (done, total) => bars[en]?.push(`${done}/${total}`),
        end: () => bars[en]?.push('end'),
      };
    },
    close: () => {},
  };
}

/** A process that never dies. */
export const alive = new Promise<never>(() => {});
