// Editions as rows: bulletins with the parts they were joined from, shown with what became of them.
// It must never join sound, nor decide what a part must be.
import type { Actor, Bulletin } from '../../domain/model.ts';
import type { EditionPlan } from '../../domain/programmes/edition-plan.ts';
import type {
  EditionPart,
  PartFault,
  ProgrammeEdition,
} from '../../domain/programmes/programme-model.ts';
import { sayBroken } from '../../domain/programmes/programme-words.ts';
import type { Action } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import { missing } from '../refusals.ts';
import { permitted } from '../scope.ts';
import type { EditionView } from './programmes-door.ts';

export function editionFor(
  deps: Deps,
  of: { actor: Actor; action: Action; bulletinId: string },
): ProgrammeEdition {
  const thing = deps.store.programmeEditions.get(of.bulletinId);
  return permitted(deps, { ...of, thing });
}

export function viewOf({ store }: Deps, edition: ProgrammeEdition): EditionView {
  const bulletin = store.bulletins.get(edition.bulletinId);
  if (!bulletin) throw missing();
  return {
    ...edition,
    bulletin,
    clip: bulletin.clipId === null ? null : store.clips.get(bulletin.clipId),
    areaNames: edition.areaIds.map((id) => store.areas.get(id)?.name ?? ''),
    parts: store.programmeEditions.parts(edition.bulletinId),
    placed: store.schedules.ofBulletin(edition.bulletinId).length > 0,
    says: edition.broken && sayBroken(edition.broken),
  };
}

export function partsOf(plan: EditionPlan): EditionPart[] {
  return plan.pieces.map(({ originalId: _, ...piece }, position) => ({ ...piece, position }));
}

/** Enough for whoever reads it again; what is heard is in the clips. */
const TEXT_MAX = 200_000;
/** Of several languages (ISO 639-3). */
export const SEVERAL = 'mul';

/** What is heard, word for word, each part under its title. */
export function textOf({ store }: Pick<Deps, 'store'>, parts: readonly EditionPart[]): string {
  const texts = parts.map(({ title, clipId, bulletinId }) => {
    const words = store.clips.get(clipId)?.sentences.map((one) => one.words) ?? [];
    // a recording of people has no words of its own
    const bulletin = bulletinId === null ? null : store.bulletins.get(bulletinId);
    const said = words.length > 0 ? words.join(' ') : (bulletin?.text ?? '');
    return said === '' ? title : `${title}\n${said}`;
  });
  return texts.join('\n\n').slice(0, TEXT_MAX);
}

/** The first of its parts to expire ends it as well. */
export function expiryOf(
  { store }: Pick<Deps, 'store'>,
  parts: readonly EditionPart[],
): number | null {
  const ends = bulletinsOf({ store }, parts).flatMap(({ expiresAtMs }) => expiresAtMs ?? []);
  return ends.length === 0 ? null : Math.min(...ends);
}

export function bulletinsOf(
  { store }: Pick<Deps, 'store'>,
  parts: readonly EditionPart[],
): Bulletin[] {
  const ids = new Set(parts.flatMap(({ bulletinId }) => bulletinId ?? []));
  return [...ids].flatMap((id) => store.bulletins.get(id) ?? []);
}

export function brokenBy(part: EditionPart, why: PartFault) {
  return { bulletinId: part.bulletinId ?? '', title: part.title, why };
}
