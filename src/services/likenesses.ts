// Whether a document just taken looks like one that is there: "this looks like the signed version of …".
// It must never decide what is alike: the Reader does; and it never acts on it.
import type { Likeness, Part } from '../domain/document-model.ts';
import type { Actor } from '../domain/model.ts';
import type { Deps } from './deps.ts';
import type { Known } from './reader-port.ts';
import type { SimilarView } from './reading-door.ts';
import { tenantsAbove } from './reading-order.ts';
import { tenantsSeenBy } from './scope.ts';

/** The newest parts of a tenant and its province: a draft and its signed version are months apart, not years. */
const COMPARED_MAX = 1_000;
/** A person looks at the nearest few. */
const KEPT_MAX = 5;

export type KnownPart = { part: Part; known: Known };

/** Nearest first; 'same' within one document is two copies in one file, and is told as well. */
export function findLikenesses(deps: Deps, fresh: readonly KnownPart[]): Likeness[] {
  const tenantId = fresh[0]?.part.tenantId ?? '';
  const tenantIds = tenantsAbove(deps, tenantId);
  const there = deps.store.parts.known({ tenantIds, limit: COMPARED_MAX });
  return fresh.flatMap(({ part, known }) =>
    there
      .flatMap((other) => {
        const found = deps.reader.relation(known, other.known);
        return found ? [likenessOf(part, other.part, found)] : [];
      })
      .sort((a, b) => b.share - a.share)
      .slice(0, KEPT_MAX),
  );
}

function likenessOf(
  part: Part,
  other: Part,
  found: Pick<Likeness, 'relation' | 'share'>,
): Likeness {
  return {
    documentId: part.documentId,
    position: part.position,
    otherId: other.documentId,
    otherPosition: other.position,
    ...found,
  };
}

/** Of either side, in the words of the document that is looked at; only what this actor may open. */
export function similarTo(deps: Deps, of: { actor: Actor; documentId: string }): SimilarView[] {
  const seen = new Set(tenantsSeenBy(deps, of.actor));
  return deps.store.parts.likenesses(of.documentId).flatMap((likeness) => {
    const mine = likeness.documentId === of.documentId ? likeness : turned(likeness);
    const other = deps.store.documents.brief(mine.otherId);
    if (!other || !seen.has(other.tenantId)) return [];
    const part = deps.store.parts
      .of([mine.otherId])
      .find(({ position }) => position === mine.otherPosition);
    return [
      {
        position: mine.position,
        relation: mine.relation,
        share: mine.share,
        documentId: mine.otherId,
        otherPosition: mine.otherPosition,
        number: part?.number ?? null,
        title: part?.title ?? other.title,
      },
    ];
  });
}

const OTHER_WAY = {
  same: 'same',
  similar: 'similar',
  'signed-version-of': 'draft-of',
  'draft-of': 'signed-version-of',
} as const;

function turned(likeness: Likeness): Likeness {
  return {
    documentId: likeness.otherId,
    position: likeness.otherPosition,
    otherId: likeness.documentId,
    otherPosition: likeness.position,
    relation: OTHER_WAY[likeness.relation],
    share: likeness.share,
  };
}
