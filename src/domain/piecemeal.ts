// Long work in pieces: it stops where somebody else may have a turn, and whoever runs it decides when.
// It must never know a clock or an event loop.

/** Each yield is a place to stop at; a piece between two of them is less than a millisecond of work. */
export type Piecemeal<T> = Generator<void, T, void>;

/** All of it at once, for whoever has nobody waiting. */
export function whole<T>(work: Piecemeal<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}
