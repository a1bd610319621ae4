// How a bulletin that is said more than once is said: whole each time, and the second time announced.
// It must never know how a sentence sounds.

/** What an announcer says before saying it all again. */
const AGAIN = 'Xin nhắc lại.';

export function repeated(sentences: readonly string[], repeats: number): string[] {
  return Array.from({ length: repeats }, (_, time) =>
    time === 0 ? sentences : [AGAIN, ...sentences],
  ).flat();
}
