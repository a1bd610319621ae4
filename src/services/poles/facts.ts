// Facts a box says of itself, cut to what a screen can show.
// It must never know what a fact means; how many and how named they may be is the wire's (devices/protocol).
import type { IncidentFacts } from '../../domain/poles/pole-model.ts';
import { plainLine } from '../plain-line.ts';

/** Three lines of a phone. */
const TEXT_MAX_CHARS = 120;

export function boundedFacts(facts: IncidentFacts): IncidentFacts {
  const cut = (value: IncidentFacts[string]) =>
    typeof value === 'string' ? plainLine(value).slice(0, TEXT_MAX_CHARS) : value;
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, cut(value)]));
}
