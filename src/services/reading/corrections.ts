// What was heard of a document, by village, and the bulletin that puts it right with one press.
// It must never word a correction itself: src/domain/documents/document-ending.ts does.
import { areasToTell, correctionOf } from '../../domain/documents/document-ending.ts';
import type { Part, Status } from '../../domain/documents/document-model.ts';
import type { Actor } from '../../domain/model.ts';
import { sitesWithUnits } from '../airing/plan.ts';
import { type BulletinParts, createBulletin } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import { missing, refusal } from '../refusals.ts';
import { tenantsSeenBy, treeOf } from '../scope.ts';
import { seenDocument } from './documents.ts';
import { madeFrom } from './ending.ts';
import type { HeardIn, PartPlace } from './ending-store.ts';
import type { Corrections, Heard } from './reading-door.ts';

export function makeCorrections(parts: BulletinParts): Corrections {
  const { deps } = parts;
  return {
    heard(actor, place) {
      seenDocument(deps, { actor, documentId: place.documentId });
      return heardOf(deps, { actor, place });
    },
    correct(actor, place) {
      const { documentId, position } = place;
      const { tenantId } = seenDocument(deps, { actor, documentId, action: 'bulletin.create' });
      const part = partAt(deps, place);
      const status = endedStatus(deps, part);
      if (status === null) throw nothingToCorrect();
      const { number, title } = part;
      const words = correctionOf({ number, title, status });
      const areaIds = toTell(deps, heardIn(deps, { actor, place }));
      const made = createBulletin(parts, ({ id: bulletinId }) => {
        const madeAtMs = deps.clock.planMs();
        deps.store.corrections.insert({ bulletinId, documentId, position, areaIds, madeAtMs });
      });
      const { title: said, text } = words;
      const bulletin = made(actor, { areaId: tenantId, text, title: said.slice(0, TITLE_MAX) });
      return { bulletin, areaIds };
    },
  };
}

/** As long as a bulletin's title may be. */
const TITLE_MAX = 300;

function partAt({ store }: Deps, { documentId, position }: PartPlace): Part {
  const part = store.parts.of([documentId]).find((one) => one.position === position);
  if (!part) throw missing();
  return part;
}

/** Its own status, or that of the province's document which ended this copy; null: nothing has ended. */
function endedStatus({ store, clock }: Deps, part: Part): Status | null {
  const nowMs = clock.planMs();
  const ends = store.endings
    .of(part.documentId)
    .filter(({ position, endMs }) => position === part.position && endMs <= nowMs);
  const own = ends.find(({ fromId }) => fromId === part.documentId);
  if (own) return part.status;
  const [from] = ends;
  const other = from && store.parts.of([from.fromId]).find((o) => o.position === from.fromPosition);
  return other?.status ?? null;
}

type Asked = { actor: Actor; place: PartPlace };

function heardIn(deps: Deps, { actor, place }: Asked): HeardIn[] {
  const bulletinIds = madeFrom(deps, place).map(({ id }) => id);
  return deps.store.endings.heardIn({ bulletinIds, tenantIds: tenantsSeenBy(deps, actor) });
}

function heardOf(deps: Deps, { actor, place }: Asked): Heard {
  const { store } = deps;
  const seen = tenantsSeenBy(deps, actor);
  const part = partAt(deps, place);
  const made = madeFrom(deps, place);
  const own = made.filter(({ tenantId }) => seen.includes(tenantId));
  const corrected = store.corrections.of(place);
  const exceptIds = [...made.map(({ id }) => id), ...corrected.map(({ bulletinId }) => bulletinId)];
  const { number } = part;
  const tree = treeOf(deps);
  const status = endedStatus(deps, part);
  return {
    ended: status !== null,
    bulletins: own.slice(0, BULLETINS_MAX).map(({ id, title, state }) => ({ id, title, state })),
    villages: heardIn(deps, { actor, place }).map((one) => {
      const village = tree.get(one.areaId);
      const commune = tree.get(village?.tenantId ?? '');
      return { ...one, name: village?.name ?? '', communeName: commune?.name ?? '' };
    }),
    corrections: corrected.flatMap(({ bulletinId, madeAtMs, areaIds }) => {
      const bulletin = store.bulletins.get(bulletinId);
      if (!bulletin || !seen.includes(bulletin.tenantId)) return [];
      return [{ id: bulletinId, title: bulletin.title, state: bulletin.state, madeAtMs, areaIds }];
    }),
    mentioning:
      number === null || status === null
        ? []
        : store.endings.mentioning({ number, tenantIds: seen, exceptIds }),
  };
}

/** A list for eyes: a document of which more was made is read from the list of bulletins. */
const BULLETINS_MAX = 100;

function toTell(deps: Deps, heard: readonly HeardIn[]): string[] {
  const tree = treeOf(deps);
  const villages = [...new Set(sitesWithUnits(deps).map(({ areaId }) => areaId))].flatMap((id) => {
    const village = tree.get(id);
    return village ? [{ id, communeId: village.tenantId }] : [];
  });
  const heardIds = heard.map(({ areaId }) => areaId).filter((id) => tree.get(id) !== null);
  return areasToTell({ heard: new Set(heardIds), villages });
}

function nothingToCorrect() {
  return refusal('conflict', 'nothing-to-correct', {
    vi: 'Văn bản này vẫn còn được phát: chỉ đính chính khi đã xác nhận hết hiệu lực hoặc hết hạn góp ý.',
    en: 'This document may still be aired: a correction comes after its end is confirmed.',
  });
}
