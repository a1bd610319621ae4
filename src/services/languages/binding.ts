// What a variant hangs on: its original's approval, its original's words and its original's end, looked up as rows.
// It must never decide whether that hinders an airing: src/domain/languages/variant.ts does.
import type { Bound } from '../../domain/airing/hindrance.ts';
import { ageOf, boundBy } from '../../domain/languages/variant.ts';
import type { Bulletin } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { hashOf } from '../sound/kept-recording.ts';

type Rows = Pick<Deps, 'store'>;
type Variant = Pick<Bulletin, 'id' | 'originalId'>;

/** Of what is no variant nothing is asked; an original is asked for once in an answer. */
export function boundVariants(deps: Rows): (bulletin: Variant) => Bound | null {
  const known = new Map<string, Original | null>();
  return ({ id, originalId }) => {
    if (originalId === null) return null;
    const original = known.get(originalId) ?? originalOf(deps, originalId);
    known.set(originalId, original);
    const age = ageOf(deps.store.variants.of(id), original?.hash ?? '');
    const hindrance = boundBy({ original: original?.bulletin ?? null, age });
    return { hindrance, expiresAtMs: original?.bulletin.expiresAtMs ?? null };
  };
}

type Original = { bulletin: Bulletin; hash: string };

function originalOf({ store }: Rows, originalId: string): Original | null {
  const bulletin = store.bulletins.get(originalId);
  return bulletin && { bulletin, hash: hashOf(bulletin.text) };
}
