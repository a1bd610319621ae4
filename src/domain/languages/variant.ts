// A bulletin in another language: of which words of its original it was made, and what binds it to them.
// It must never know rows or sound; a variant is a bulletin like any other, with a text, a sound and an approval of its own.
import type { Bulletin, Hindrance } from '../model.ts';

/** Which words of its original a variant says. */
export type VariantOf = {
  bulletinId: string;
  originalId: string;
  /** SHA-256 of the original's text when the variant was made, or a person found that it still says the same */
  originalHash: string;
  /** it was said to be the same by */
  byId: string;
  atMs: number;
};

/** Older: the original has said something else since. */
export type VariantAge = 'current' | 'older';

export function ageOf(
  variant: Pick<VariantOf, 'originalHash'> | null,
  originalHash: string,
): VariantAge {
  return variant?.originalHash === originalHash ? 'current' : 'older';
}

/** What the law says of the original it says of each variant: who withdraws the one has withdrawn the other. */
export function boundBy(of: {
  original: Pick<Bulletin, 'state'> | null;
  age: VariantAge;
}): Extract<Hindrance, 'original-not-approved' | 'older-text'> | null {
  if (of.original?.state !== 'approved') return 'original-not-approved';
  return of.age === 'older' ? 'older-text' : null;
}

/** The earlier of two ends; null: none. */
export function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

/**
 * The words are still the original's: what a person says in the other language as they read. No machine
 * says them, for it would say Vietnamese in another language's sounds.
 */
export function isUntranslated(
  variant: Pick<VariantOf, 'originalHash'> | null,
  ownHash: string,
): boolean {
  return variant?.originalHash === ownHash;
}

/** What a variant waits for before it can air: the first thing a person has to see to. */
export function needOf(of: {
  bulletin: Pick<Bulletin, 'state'>;
  original: Pick<Bulletin, 'state'> | null;
  age: VariantAge;
  untranslated: boolean;
}): 'words' | 'sound' | 'same-again' | 'approval' | 'original' | 'time' | null {
  const { bulletin, original, age, untranslated } = of;
  if (bulletin.state === 'making') return 'time';
  if (bulletin.state === 'failed') return untranslated ? 'words' : 'sound';
  if (age === 'older') return 'same-again';
  if (bulletin.state !== 'approved') return 'approval';
  return original?.state === 'approved' ? null : 'original';
}
