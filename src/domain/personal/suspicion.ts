// What a machine found in one bulletin, and what a person answered: until somebody has, it is kept like a marked one.
// It must never know how anything is found, nor hold a word of it: a hash tells whether it is still the same.

export type Suspicion = {
  bulletinId: string;
  /** of all that was found: another word found is another question */
  foundHash: string;
  found: number;
  /** why it is nobody's own; null: nobody has answered */
  reason: string | null;
  byId: string | null;
  atMs: number | null;
  /** an approver who did not write it gave the answer, or approved with the answer in view */
  settled: boolean;
};

/** What a person marked, or a machine suspects and nobody has answered: no cloud. */
export const isHeldPersonal = (
  bulletin: { personalData: boolean },
  suspicion: Suspicion | null,
): boolean => bulletin.personalData || isOpen(suspicion);

/** One pair of eyes opens no public page, no podcast and no feed: until a second has looked it is held like a marked one. */
export const isHeldFromPublic = (
  bulletin: { personalData: boolean },
  suspicion: Suspicion | null,
): boolean => bulletin.personalData || (suspicion !== null && !suspicion.settled);

/** Asked of whoever sends it for approval. */
export const isOpen = (suspicion: Suspicion | null): boolean =>
  suspicion !== null && suspicion.reason === null;

/** An answer holds for exactly what it was given to. Null: there is nothing to ask. */
export function suspicionAfter(
  before: Suspicion | null,
  now: Pick<Suspicion, 'bulletinId' | 'foundHash' | 'found'>,
): Suspicion | null {
  if (now.found === 0) return null;
  if (before?.foundHash === now.foundHash) return before;
  return { ...now, reason: null, byId: null, atMs: null, settled: false };
}
