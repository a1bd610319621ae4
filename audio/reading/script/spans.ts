// Every block of a text as a span of its source: what it is, what for, and where it stands.
// It must never know what is spoken of it.
import type { BlockSpan, Doubt, Role } from '../types.ts';
import { clauseOf, enter, labelAt, startPlace } from './clause.ts';
import type { Bounds } from './parts.ts';
import type { Placed } from './roles.ts';

/** In source order (what lies within a block right behind it), each from its first to its last printed character, marks of markup with them. */
export function blockSpans(
  placed: readonly Placed[],
  bounds: readonly Bounds[],
  source: string,
): BlockSpan[] {
  const spans: BlockSpan[] = [];
  for (const { from, to } of bounds) {
    const place = startPlace();
    for (const block of placed.slice(from, to)) {
      enter(place, block);
      spans.push({
        kind: block.kind,
        role: block.role,
        label: labelAt(place, block),
        // Nothing of a foot belongs to the clause above it.
        clause: FOOT.has(block.role) ? null : clauseOf(place),
        from: block.body.from[0] as number,
        to: block.body.to.at(-1) as number,
      });
    }
  }
  return withInner(widened(spans, source), placed);
}

const FOOT: ReadonlySet<Role> = new Set<Role>(['signature', 'recipients']);

/** Page numbers and headers inside a joined paragraph are blocks within its block. */
function withInner(spans: readonly BlockSpan[], placed: readonly Placed[]): BlockSpan[] {
  return spans.flatMap((span, index) => [
    span,
    ...(placed[index] as Placed).within.map((body) => ({
      ...span,
      kind: 'page' as const,
      role: 'skipped' as const,
      label: null,
      from: body.from[0] as number,
      to: body.to.at(-1) as number,
    })),
  ]);
}

/** What is printed between two blocks ("**", a tag) goes to the one on its line. */
function widened(spans: BlockSpan[], source: string): BlockSpan[] {
  let done = 0;
  spans.forEach((span, index) => {
    const before = source.slice(done, span.from);
    const above = spans[index - 1];
    const end = above === undefined ? 0 : lineEnd(before);
    if (above !== undefined) above.to += before.slice(0, end).trimEnd().length;
    span.from -= before.slice(end).trimStart().length;
    done = span.to;
  });
  const last = spans.at(-1);
  if (last !== undefined) last.to += source.slice(last.to).trimEnd().length;
  return spans;
}

function lineEnd(gap: string): number {
  const at = gap.search(/[\n\r]/u);
  return at < 0 ? gap.length : at;
}

/** A doubt is settled where it stands: each gets the clause of its block. */
export function placeDoubts(doubts: readonly Doubt[], blocks: readonly BlockSpan[]): Doubt[] {
  let at = 0;
  return [...doubts]
    .sort((one, other) => one.from - other.from)
    .map((doubt) => {
      while ((blocks[at + 1]?.from ?? doubt.from + 1) <= doubt.from) at += 1;
      // There is no doubt where there is no text.
      return { ...doubt, clause: (blocks[at] as BlockSpan).clause };
    });
}
