// A name or a title as one line of visible letters.
// It must never know what it is the name of.

/** As many as a list shows in three lines of a phone. */
const LINE_MAX_CHARS = 300;

/** Without signs nobody sees: a bidi override shows "fdp.exe" as "exe.pdf", a line break forges a line of a log. */
export function plainLine(written: string): string {
  const seen = written.replace(/\s+/gu, ' ').replace(/\p{C}/gu, '');
  return seen.trim().slice(0, LINE_MAX_CHARS);
}
