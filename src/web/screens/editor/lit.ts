// The stretch of the document now lit, in both of its places: pressed in the script or in the source.
// It must never know how either is drawn.
import { type Signal, useSignal } from '@preact/signals';

export type Span = { from: number; to: number };
export type Lit = {
  span: Signal<Span | null>;
  /** where it was pressed: the other side scrolls */
  by: Signal<'source' | 'script'>;
  press(side: 'source' | 'script', span: Span | null): void;
};

/** @param pressed what else happens: a phone turns to the other side */
export function useLit(pressed: (side: 'source' | 'script', span: Span | null) => void): Lit {
  const span = useSignal<Span | null>(null);
  const by = useSignal<'source' | 'script'>('script');
  return {
    span,
    by,
    press(side, next) {
      const again = next !== null && span.value?.from === next.from && span.value.to === next.to;
      by.value = side;
      span.value = again ? null : next;
      if (!again) pressed(side, next);
    },
  };
}

export const overlaps = (one: Span, other: Span | null): boolean =>
  other !== null && one.from < other.to && one.to > other.from;

/** Brings the first lit word of a side into sight, as soon as it is drawn. */
export function scrollToLit(side: 'source' | 'script'): void {
  requestAnimationFrame(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    document
      .querySelector(`[data-side="${side}"] .lit`)
      ?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  });
}
