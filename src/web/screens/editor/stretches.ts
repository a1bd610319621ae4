// A document's text cut where a bulletin speaks of it and where it does not.
// It must never know how a stretch is drawn.
import type { SpokenLine } from '../../../http/schemas/composition.ts';
import type { Span } from './lit.ts';

/** Where the script's words come from, in the order of the document, without overlaps. */
export function placesOf(lines: readonly Pick<SpokenLine, 'trace'>[]): Span[] {
  const all = lines
    .flatMap(({ trace }) => trace.flatMap(({ source }) => source ?? []))
    .sort((one, other) => one.from - other.from || one.to - other.to);
  const places: Span[] = [];
  for (const one of all) if (one.from >= (places.at(-1)?.to ?? 0)) places.push(one);
  return places;
}

export type Stretch = Span & { heard: boolean };

/** All of [from, to), in order. */
export function stretches(places: readonly Span[], { from, to }: Span): Stretch[] {
  const found: Stretch[] = [];
  let at = from;
  for (const place of places) {
    if (place.to <= from || place.from >= to) continue;
    const start = Math.max(at, place.from);
    const end = Math.min(to, place.to);
    if (start > at) found.push({ from: at, to: start, heard: false });
    if (end > start) found.push({ from: start, to: end, heard: true });
    at = Math.max(at, end);
  }
  if (at < to) found.push({ from: at, to, heard: false });
  return found;
}

/** Ticking an article ticks what stands in it: itself and all beneath. */
export function withBeneath(
  clauses: readonly { id: string; labels: readonly string[] }[],
  at: number,
): string[] {
  const here = clauses[at];
  if (here === undefined) return [];
  const ids = [here.id];
  for (const next of clauses.slice(at + 1)) {
    const deeper = next.labels.length > here.labels.length;
    const inside = here.labels.every((label, n) => next.labels[n] === label);
    if (!deeper || !inside || here.labels.length === 0) break;
    ids.push(next.id);
  }
  return ids;
}
