// The gaps of a frame as a form has them, and as the service keeps them.
// It must never forget what the form does not show of a gap that was there before.
import type { FrameSlot } from '../../../http/schemas/frame.ts';

export const KINDS = ['hour', 'hour-parts', 'date', 'place', 'number', 'list'] as const;
export type Kind = (typeof KINDS)[number];
/** @property also what can be said besides, as typed: with commas */
export type Gap = { kind: Kind; also: string };
export type Slots = readonly Readonly<KeptSlot>[];
type Frozen<T> = T extends unknown
  ? { [K in keyof T]: T[K] extends (infer I)[] ? readonly I[] : T[K] }
  : never;
type KeptSlot = Frozen<FrameSlot>;

const GAPS = /\{([a-z][a-z0-9-]{0,23})\}/gu;
/** Minutes that anybody announces; others are added by hand. */
export const MINUTES = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55];

/** @returns each once, in the order of the sentences */
export const gapNames = (text: string): string[] => [
  ...new Set([...text.matchAll(GAPS)].map((found) => found[1] as string)),
];

/** What fits a gap of a notice that nobody has described yet: by the kind of the notice's own. */
export function usualKind(slotKind: string | undefined): Kind {
  switch (slotKind) {
    case 'hour':
      return 'hour';
    case 'day':
      return 'date';
    case 'place':
      return 'place';
    default:
      return 'list';
  }
}

const kindOf = (slot: KeptSlot): Kind =>
  slot.kind === 'hour' && slot.said === 'parts' ? 'hour-parts' : slot.kind;

export function gapOf(slot: KeptSlot): Gap {
  const kind = kindOf(slot);
  return { kind, also: valuesOf(slot).join(', ') };
}

function valuesOf(slot: KeptSlot): readonly (string | number)[] {
  if (slot.kind === 'list') return slot.values;
  if (slot.kind === 'date') return [];
  if (slot.kind === 'hour') return slot.said === 'parts' ? slot.minutes : slot.also;
  // a range of one figure is a list of figures
  if (slot.kind === 'number' && !isRange(slot)) return [...new Set([slot.from, ...slot.also])];
  return slot.also;
}

type Numbers = Extract<KeptSlot, { kind: 'number' }>;
const isRange = ({ from, to }: Numbers) => to > from;

/**
 * @param of.before the gap of that name as it is kept: steps, orders and ranges stay while its kind does
 */
export function slotOf(
  of: Gap & { name: string; label: string; before?: KeptSlot | undefined },
): FrameSlot {
  const before = of.before && kindOf(of.before) === of.kind ? of.before : undefined;
  const base = { name: of.name, label: of.label, required: of.before?.required ?? true };
  // not touched: a value with a comma in it stays one
  if (before && gapOf(before).also === of.also) return { ...(before as FrameSlot), ...base };
  const also = of.also
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  switch (of.kind) {
    case 'hour': {
      const stepMinutes = before?.kind === 'hour' && before.said === 'whole' && before.stepMinutes;
      return { ...base, kind: 'hour', said: 'whole', stepMinutes: stepMinutes || 30, also };
    }
    case 'hour-parts': {
      const kept = before?.kind === 'hour' && before.said === 'parts' ? before : undefined;
      const typed = figuresOf(also).filter((one) => one > 0 && one < 60);
      const minutes = typed.length > 0 ? typed : MINUTES;
      return { ...base, kind: 'hour', said: 'parts', order: kept?.order ?? 'hour-minute', minutes };
    }
    case 'date': {
      const kept = before?.kind === 'date' ? before : undefined;
      const order = [...(kept?.order ?? (['weekday', 'day', 'month'] as const))];
      return { ...base, kind: 'date', near: kept?.near ?? true, order };
    }
    case 'place':
      return {
        ...{ ...base, kind: 'place', also },
        areas: before?.kind === 'place' ? before.areas : 'villages',
      };
    case 'number':
      return { ...base, kind: 'number', ...figures(also, before) };
    case 'list':
      return { ...base, kind: 'list', values: also };
  }
}

const figuresOf = (typed: readonly string[]): number[] => [
  ...new Set(typed.map(Number).filter((one) => Number.isInteger(one) && one >= 0)),
];

/** A figure somebody typed: without one there is nothing to say. */
export const lacksFigure = ({ kind, also }: Gap): boolean =>
  kind === 'number' && figuresOf(also.split(',').filter((one) => one.trim() !== '')).length === 0;

function figures(also: readonly string[], before: KeptSlot | undefined) {
  const numbers = figuresOf(also);
  if (before?.kind === 'number' && isRange(before)) {
    const { from, to, step } = before;
    return { from, to, step, also: numbers };
  }
  const [first = 0, ...more] = numbers;
  return { from: first, to: first, step: 1, also: more };
}
