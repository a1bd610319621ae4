// Where in the source each fact of a head stands, and composed words tied to those places.
// It must never know how the words are put together.
import { type Mapped, startMapped } from '../source/mapped.ts';
import type { StatusFound, Trace } from '../types.ts';
import { DAY, isoDay } from './days.ts';
import type { Fact, Part } from './frame.ts';
import type { Placed } from './roles.ts';

export type Span = { from: number; to: number };
export type Origins = Partial<Record<Fact, Span>> & { head: Span };

export function spanOf(block: Placed): Span {
  return { from: block.body.from[0] as number, to: block.body.to.at(-1) as number };
}

/** From the first place to the last. */
export function around(spans: readonly (Span | null)[]): Span | null {
  const known = spans.filter((span) => span !== null);
  if (known.length === 0) return null;
  return {
    from: Math.min(...known.map((span) => span.from)),
    to: Math.max(...known.map((span) => span.to)),
  };
}

const SAYS: Partial<Record<string, RegExp>> = {
  draft: /dự thảo/iu,
  amended: /sửa đổi/iu,
  repealed: /hiệu lực|thay thế|bãi bỏ/iu,
};

/** The lines that say what a text says of its own validity. */
export function statusOrigins(status: StatusFound, source: string): Partial<Record<Fact, Span>> {
  const { kind, by, commentUntil, endedOn } = status;
  const day = commentUntil ?? endedOn;
  const where = (says: (text: string) => boolean): Span | undefined =>
    status.evidence.find(({ from, to }) => says(source.slice(from, to)));
  const found: Partial<Record<Fact, Span | undefined>> = {
    status: where((text) => SAYS[kind ?? '']?.test(text) === true),
    until: where((text) => daysIn(text).includes(day)),
    by: where((text) => by !== null && text.replace(/\s+/gu, '').includes(by)),
  };
  return Object.fromEntries(Object.entries(found).filter(([, span]) => span !== undefined));
}

function daysIn(text: string): (string | null)[] {
  return [...text.matchAll(new RegExp(DAY, 'gu'))].map((match) => isoDay(match));
}

/** Every word traces to its fact; joining words, and facts printed nowhere as such, to the whole head. */
export function composed(parts: readonly Part[], origins: Origins): Mapped {
  const body = startMapped();
  for (const { text, of } of parts) {
    const { from, to } = (of === null ? undefined : origins[of]) ?? origins.head;
    body.add(text, from, to);
  }
  return body.done();
}

export function ruled(traces: readonly Trace[], { head }: Origins): Trace[] {
  return traces.map(({ words, from, to, ...how }) =>
    from === head.from && to === head.to
      ? { words, from, to, rule: 'composed' }
      : { words, from, to, ...how },
  );
}
