// A bounded queue for promises: at most so many at once, at most so many waiting.
// It must never know what is being done in a turn.

export type Turns = <T>(act: () => Promise<T>) => Promise<T>;

export function makeTurns(limit: { atOnce: number; waiting: number; full(): Error }): Turns {
  let running = 0;
  const queue: (() => void)[] = [];
  const leave = () => {
    running -= 1;
    queue.shift()?.();
  };
  const enter = async () => {
    if (running >= limit.atOnce) {
      if (queue.length >= limit.waiting) throw limit.full();
      await new Promise<void>((resolve) => queue.push(resolve));
    }
    running += 1;
  };
  return async (act) => {
    await enter();
    try {
      return await act();
    } finally {
      leave();
    }
  };
}
