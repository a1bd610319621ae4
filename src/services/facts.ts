// Facts a box says of itself, cut to what a screen can show.
// It must never know what a fact means.
import type { IncidentFacts } from '../domain/pole-model.ts';
import { plainLine } from './plain-line.ts';

/** A self-test has a dozen figures; a screenful is enough of anything. */
const FACTS_MAX = 24;
const NAME_MAX_CHARS = 40;
const TEXT_MAX_CHARS = 120;

export function boundedFacts(facts: IncidentFacts): IncidentFacts {
  const cut = (value: IncidentFacts[string]) =>
    typeof value === 'string' ? plainLine(value).slice(0, TEXT_MAX_CHARS) : value;
  const kept = Object.entries(facts).slice(0, FACTS_MAX);
  return Object.fromEntries(
    kept.map(([name, value]) => [plainLine(name).slice(0, NAME_MAX_CHARS), cut(value)]),
  );
}
