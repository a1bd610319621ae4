// Finds what in a text looks like a person's own: numbers of theirs, and what stands beside their name.
// It must never decide that a text is personal: it proposes, a person marks (Luật 91/2025/QH15).
import { addresses, birthDates, listedBirths, sensitiveNames } from './beside.ts';
import { namesIn } from './names.ts';
import { numbersIn, spokenNumbersIn } from './numbers.ts';
import type { PersonalHint } from './personal-model.ts';
import { readPlainly } from './read-plainly.ts';

export type { PersonalHint, PersonalKind } from './personal-model.ts';

/** A list of 200 people is as personal as one of 5,000; a screen shows no more. */
const HINTS_MAX = 200;

/** In the order of the text, however its letters and blanks are coded; linear in the length of the text. */
export function personalHints(written: string): PersonalHint[] {
  const plain = readPlainly(written);
  const { text } = plain;
  const names = namesIn(text);
  const found = [
    ...[...numbersIn(text, names), ...spokenNumbersIn(text), ...birthDates(text, names)],
    ...[...listedBirths(text, names), ...addresses(text, names), ...sensitiveNames(text, names)],
  ];
  const named = found.sort((a, b) => a.at - b.at || b.length - a.length).slice(0, HINTS_MAX);
  return named.map((hint) => ({ ...hint, ...plain.written(hint) }));
}
