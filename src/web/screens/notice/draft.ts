// What an officer has filled in so far, kept over reloads, and the one name its sending has.
// It must never know how it is shown.
import { type Signal, useComputed, useSignal } from '@preact/signals';
import { useKept } from '../../kept.ts';

export type Slots = Readonly<Record<string, string>>;
export type When = 'now' | 'next' | 'twice' | 'at';
export type Kept = {
  slots: Slots;
  /** villages left out; null: nobody has chosen yet, left-out.ts proposes */
  without: readonly string[] | null;
  repeats: number;
  /** null: what suits the hour */
  when: When | null;
  atMs: number | null;
  personal: boolean;
  /** danger to life, said of a template that is only a priority one */
  urgent: boolean;
  /** under which it was sent, and nothing is known yet of what became of it */
  asked: string | null;
};
export const EMPTY: Kept = {
  slots: {},
  without: null,
  repeats: 2,
  when: null,
  atMs: null,
  personal: false,
  urgent: false,
  asked: null,
};

export type Draft = {
  is: Signal<Kept>;
  set(change: Partial<Kept>): void;
  slot(name: string, value: string): void;
};

export const draftName = (areaId: string, templateId: string): string =>
  `notice.${areaId}.${templateId}`;

/** @param from another notice's, for "make again": it counts until the first change */
export function useDraft(name: string, from: Partial<Kept> | null): Draft {
  const text = useKept(name);
  const start = useSignal(from);
  const is = useComputed<Kept>(() => ({ ...EMPTY, ...start.value, ...parsed(text.value) }));
  const set = (change: Partial<Kept>) => {
    // what was asked for under a name was that and nothing else
    text.value = JSON.stringify({ ...is.peek(), asked: null, ...change });
  };
  return {
    is,
    set,
    slot: (slot, value) => set({ slots: { ...is.peek().slots, [slot]: value } }),
  };
}

function parsed(text: string): Partial<Kept> {
  try {
    return text === '' ? {} : (JSON.parse(text) as Partial<Kept>);
  } catch {
    return {}; // another version of the page wrote it
  }
}

/** crypto.randomUUID needs https; an office may serve plain http inside its own net. */
export function freshWish(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
