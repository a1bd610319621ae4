// What a language is called on a screen.
// It must never know where the list comes from.
import type { Deps } from '../deps.ts';

/** A language that left the list keeps its code. */
export function languageName({ languages }: Pick<Deps, 'languages'>, code: string): string {
  return languages.find((one) => one.code === code)?.name ?? code;
}
