// Sounds and bulletins for the tests of programmes.
// It must never assert anything: tests do.
import type { Approval, Bulletin, Clip } from '../../../src/domain/model.ts';
import type { Sayable, Spoken } from '../../../src/domain/programmes/edition-plan.ts';
import type { Length } from '../../../src/domain/programmes/lengths.ts';
import type { PartFacts } from '../../../src/domain/programmes/part-standing.ts';

export const NOW = 1_000_000;

/** Ten seconds in whole packets, 80 ms silent before and 120 ms after. */
export const TEN: Length = { frames: 167, leadMs: 80, tailMs: 120, samples: 167 * 2_880 - 312 };

export function sayable(id: string, of: Partial<Sayable> = {}): Sayable {
  return {
    ...{ bulletinId: id, version: 1, title: `Tin ${id}`, language: 'vie' },
    ...{ clipId: `clip-${id}`, contentHash: `hash-${id}`, length: TEN },
    ...of,
  };
}

export function spoken(id: string, languages: readonly string[] = ['vie']): Spoken {
  const of = (language: string) =>
    sayable(language === 'vie' ? id : `${id}-${language}`, { language });
  return { originalId: id, title: `Tin ${id}`, sayable: languages.map(of), held: [] };
}

export const bulletin = {
  ...{ id: 'b', tenantId: 'xa', priority: 'normal', drill: false, state: 'approved', version: 2 },
  ...{ expiresAtMs: null, clipId: 'c' },
} as unknown as Bulletin;
export const clip = { id: 'c', contentHash: 'h' } as unknown as Clip;
export const approval: Approval = {
  ...{ id: 'a', bulletinId: 'b', version: 2, contentHash: 'h', approverId: 'x', atMs: 1 },
  ...{ neededIds: [], standingId: null, slipHash: null, voidedAtMs: null },
};

export function facts(of: Partial<PartFacts> = {}): PartFacts {
  return {
    ...{ bulletin, clip, approvals: [approval], documentEndMs: null, theirs: true, bound: null },
    nowMs: NOW,
    ...of,
  };
}
