// Times of day as a form holds them: texts as people write them, and seconds once the service has read them.
// It must never read a time itself.

/** null: not read yet, or refused */
export type ReadClock = (text: string) => number | null;

/** null: one of them is not understood, or there is none */
export function secondsOf(texts: readonly string[], read: ReadClock): number[] | null {
  const written = texts.filter((text) => text.trim() !== '');
  const found = written.map(read).filter((each) => each !== null);
  return found.length === written.length && found.length > 0 ? found : null;
}

export function clock(second: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const short = `${two(Math.floor(second / 3_600))}:${two(Math.floor(second / 60) % 60)}`;
  return second % 60 === 0 ? short : `${short}:${two(second % 60)}`;
}
