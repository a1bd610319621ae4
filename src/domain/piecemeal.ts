// Long work in pieces: it stops where somebody else may have a turn, and whoever runs it decides when.
// It must never know a clock or an event loop.

/** Each yield is a place to stop at; a piece between two of them is less than a millisecond of work. */
export type Piecemeal<T> = Generator<void, T, void>;

/** So many of what takes a microsecond each. */
const AT_ONCE = 256;

export function* visiting<T>(all: Iterable<T>, visit: (one: T) => void): Piecemeal<void> {
  let seen = 0;
  for (const one of all) {
    visit(one);
    seen += 1;
    if (seen % AT_ONCE === 0) yield;
  }
}

/** What is made of each of many, in their order; null: nothing is. */
export function* mapping<T, U>(all: Iterable<T>, make: (one: T) => U | null): Piecemeal<U[]> {
  const found: U[] = [];
  yield* visiting(all, (one) => {
    const made = make(one);
    if (made !== null) found.push(made);
  });
  return found;
}

/** All of it at once, for whoever has nobody waiting. */
export function whole<T>(work: Piecemeal<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}
