// Small things kept in this browser: the language, a draft. Everything works without it.
// It must never know secrets: nothing that opens a door is kept here.
const PREFIX = 'vang-xa.';
/** A long plan is 400,000 characters; a browser gives 5 MB in all. */
const MAX_CHARS = 500_000;

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null; // private windows may refuse storage
  }
}

export function remember(name: string, value: string | null): void {
  try {
    if (value === null || value === '') localStorage.removeItem(PREFIX + name);
    else if (value.length <= MAX_CHARS) localStorage.setItem(PREFIX + name, value);
  } catch {
    // full or refused: the page still holds it until it is closed
  }
}
