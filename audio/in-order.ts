// Several pieces of work at a time, their results one by one in order, never more than a few ahead.
// It must never know what the work is.

export type Ordered<T> = {
  count: number;
  /** how many may be under way or waiting to be taken */
  ahead: number;
  work(index: number): Promise<T>;
};

export async function* inOrder<T>({ count, ahead, work }: Ordered<T>): AsyncGenerator<T> {
  const coming: Promise<T>[] = [];
  try {
    for (let next = 0; next < count || coming.length > 0; ) {
      while (coming.length < ahead && next < count) {
        const result = work(next);
        result.catch(() => {}); // reported when its turn comes; not before, and not as unhandled
        coming.push(result);
        next += 1;
      }
      const first = coming.shift();
      if (first !== undefined) yield await first;
    }
  } finally {
    await Promise.allSettled(coming); // what it began is over before it is: nothing writes behind it
  }
}
