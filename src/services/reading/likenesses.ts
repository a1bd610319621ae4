// Whether a document just taken looks like one that is there: "this looks like the signed version of …".
// It must never decide what is alike: the Reader does; and it never acts on it.
import { setImmediate } from 'node:timers/promises';
import type { Likeness, Part } from '../../domain/documents/document-model.ts';
import type { Actor } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { tenantsSeenBy } from '../scope.ts';
import type { Known } from './reader-port.ts';
import type { SimilarView } from './reading-door.ts';
import { tenantsAbove } from './reading-order.ts';

/** The newest parts of a tenant and its province: a draft and its signed version are months apart, not years. */
const COMPARED_MAX = 1_000;
/** A person looks at the nearest few. */
const KEPT_MAX = 5;
/** Two gazettes of 500 parts are alike in each: forty screens of it, and nobody reads more. */
const OF_DOCUMENT_MAX = 200;

export type KnownPart = { part: Part; known: Known };

/**
 * Nearest first; 'same' within one document is two copies in one file, and is told as well.
 * 500 parts against 1,000 take a second in all: what else is waiting has its turn after each part.
 */
export async function findLikenesses(deps: Deps, fresh: readonly KnownPart[]): Promise<Likeness[]> {
  const tenantId = fresh[0]?.part.tenantId ?? '';
  const tenantIds = tenantsAbove(deps, tenantId);
  const there = deps.store.parts.known({ tenantIds, limit: COMPARED_MAX });
  const found: Likeness[] = [];
  for (const one of fresh) {
    found.push(...nearest(deps, one, there));
    await setImmediate();
  }
  return found.sort((a, b) => b.share - a.share).slice(0, OF_DOCUMENT_MAX);
}

function nearest(deps: Deps, { part, known }: KnownPart, there: readonly KnownPart[]): Likeness[] {
  return there
    .flatMap((other) => {
      const found = deps.reader.relation(known, other.known);
      return found ? [likenessOf(part, other.part, found)] : [];
    })
    .sort((a, b) => b.share - a.share)
    .slice(0, KEPT_MAX);
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
  const { documents, parts } = deps.store;
  const mine = parts
    .likenesses(of.documentId, OF_DOCUMENT_MAX)
    .map((likeness) => (likeness.documentId === of.documentId ? likeness : turned(likeness)));
  const others = documents.briefs([...new Set(mine.map(({ otherId }) => otherId))]);
  const seen = new Set(tenantsSeenBy(deps, of.actor));
  const titles = new Map(
    others.filter(({ tenantId }) => seen.has(tenantId)).map(({ id, title }) => [id, title]),
  );
  const there = mine.filter(({ otherId }) => titles.has(otherId));
  const heads = new Map(parts.at(there.map(placeOf)).map((part) => [keyOf(part), part]));
  return there.map((likeness) => {
    const part = heads.get(keyOf(placeOf(likeness)));
    return {
      position: likeness.position,
      relation: likeness.relation,
      share: likeness.share,
      documentId: likeness.otherId,
      otherPosition: likeness.otherPosition,
      number: part?.number ?? null,
      title: part?.title ?? titles.get(likeness.otherId) ?? '',
    };
  });
}

type Place = Pick<Part, 'documentId' | 'position'>;

function placeOf({ otherId, otherPosition }: Likeness): Place {
  return { documentId: otherId, position: otherPosition };
}

function keyOf({ documentId, position }: Place): string {
  return `${documentId} ${position}`;
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
