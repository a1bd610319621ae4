// A bounded queue for promises: at most so many at once and waiting, in all and of one owner.
// It must never know what is being done in a turn, nor who an owner is.

type Limit = { atOnce: number; waiting: number };
/** `of`: whose turn it is · `signal`: gives the place in the queue back at once */
export type Turn = { of?: string; signal?: AbortSignal };
export type Turns = <T>(act: () => Promise<T>, turn?: Turn) => Promise<T>;

type Waiting = { of: string; begin(): void };

/** @param limit.each of one owner, so that nobody waits for another's hours; without it, as in all */
export function makeTurns(
  limit: Limit & { each?: Limit; full(whose: 'own' | 'all'): Error; gone?(): Error },
): Turns {
  const { each = limit } = limit;
  const running = new Map<string, number>();
  let runningInAll = 0;
  const queue: Waiting[] = [];
  const mayBegin = (of: string) =>
    runningInAll < limit.atOnce && (running.get(of) ?? 0) < each.atOnce;
  const count = (of: string, by: 1 | -1) => {
    runningInAll += by;
    const theirs = (running.get(of) ?? 0) + by;
    if (theirs === 0) running.delete(of);
    else running.set(of, theirs);
  };
  /** The place is handed over in the same breath: a newcomer never finds it free. */
  const leave = (of: string) => {
    count(of, -1);
    const next = queue.findIndex((one) => mayBegin(one.of));
    const [waiting] = next < 0 ? [] : queue.splice(next, 1);
    if (!waiting) return;
    count(waiting.of, 1);
    waiting.begin();
  };
  const enter = async ({ of = '', signal }: Turn) => {
    if (signal?.aborted) throw goneOf(limit);
    if (mayBegin(of)) return count(of, 1);
    if (queue.length >= limit.waiting) throw limit.full('all');
    if (queue.filter((one) => one.of === of).length >= each.waiting) throw limit.full('own');
    await new Promise<void>((resolve, reject) => {
      const giveUp = () => {
        queue.splice(queue.indexOf(waiting), 1);
        reject(goneOf(limit));
      };
      const begin = () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      const waiting: Waiting = { of, begin };
      queue.push(waiting);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  };
  return async (act, turn = {}) => {
    await enter(turn);
    try {
      return await act();
    } finally {
      leave(turn.of ?? '');
    }
  };
}

function goneOf({ gone }: { gone?(): Error }): Error {
  return gone?.() ?? new Error('given up while waiting');
}
