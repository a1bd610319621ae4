// What frames are judged by: whose they are, which pieces count for a commune, which places may be named, what is shown.
// It must never change anything.
import { tenantChain } from '../../domain/areas.ts';
import type { Frame, KnownPieces, PlaceNames } from '../../domain/frames/frame-model.ts';
import { piecesNeeded, readiness } from '../../domain/frames/needed.ts';
import type { Actor, Area } from '../../domain/model.ts';
import type { Action } from '../../domain/rights.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { templateOf } from '../notices/notice-templates.ts';
import { tenantFor } from '../reading/lexicons.ts';
import { missing } from '../refusals.ts';
import type { FrameBrief, FrameView, PieceView } from './frames-door.ts';
import type { FramePiece } from './frames-store.ts';

/** A frame as one commune uses it: its own, or the province's. */
export type Used = { frame: Frame; area: Area; tenantIds: readonly string[] };

/** @throws AppError missing: not there, another commune's, or not theirs to see */
export function usedFrame(
  deps: Deps,
  of: { actor: Actor; action: Action; frameId: string; areaId: string },
): Used {
  const area = tenantFor(deps, of);
  const frame = deps.store.frames.get(of.frameId);
  const tenantIds = tenantsFor(deps, area.id);
  if (!frame || !tenantIds.includes(frame.tenantId)) throw missing();
  return { frame, area, tenantIds };
}

/** Its own first, then the province's. */
export function tenantsFor({ store }: Deps, areaId: string): string[] {
  return tenantChain(treeAbove(store.areas, areaId), areaId);
}

/** Of each key the nearest: a commune's own recording stands before the province's. */
export function piecesFor(
  { store }: Deps,
  { frame, tenantIds }: Pick<Used, 'frame' | 'tenantIds'>,
): Map<string, FramePiece> {
  const all = store.framePieces.of({ tenantIds, language: frame.language });
  const nearest = new Map<string, FramePiece>();
  const rank = ({ tenantId }: FramePiece) => tenantIds.indexOf(tenantId);
  for (const piece of all) {
    const before = nearest.get(piece.key);
    if (!before || rank(piece) < rank(before)) nearest.set(piece.key, piece);
  }
  return nearest;
}

export function knownOf(pieces: ReadonlyMap<string, FramePiece>): KnownPieces {
  return new Map(
    [...pieces].map(([key, { hash, durationMs, confirmedById }]) => [
      key,
      { hash, durationMs, confirmed: confirmedById !== null },
    ]),
  );
}

/** Villages of the commune itself; a province names communes, and each commune its own villages. */
export function placesOf({ store }: Deps, area: Area): PlaceNames {
  const all = store.areas.all();
  const named = (kind: Area['kind']) =>
    all
      .filter((one) => one.kind === kind && (one.tenantId === area.id || one.parentId === area.id))
      .map(({ name }) => name);
  const communes = area.kind === 'commune' ? [area.name] : named('commune');
  return { villages: named('village'), communes };
}

export function languageName({ languages }: Deps, code: string): string {
  return languages.find((one) => one.code === code)?.name ?? code;
}

/** Its template's words are not those it was written for. */
export function isTemplateChanged(deps: Deps, { frame, area }: Omit<Used, 'tenantIds'>): boolean {
  const { templateId, templateHash } = frame;
  if (templateId === null) return false;
  const template = templateOf(deps, { tenantId: area.id, templateId });
  return template?.hash !== templateHash;
}

export function briefOf(deps: Deps, used: Used): FrameBrief {
  const { frame, area } = used;
  const { id, tenantId, name, language, templateId, version } = frame;
  const known = knownOf(piecesFor(deps, used));
  return {
    ...{ id, tenantId, name, language, templateId, version },
    tenantName: deps.store.areas.get(tenantId)?.name ?? '',
    languageName: languageName(deps, language),
    templateChanged: isTemplateChanged(deps, used),
    readiness: readiness({ frame, places: placesOf(deps, area), known }),
  };
}

export function viewOf(deps: Deps, actor: Actor, used: Used): FrameView {
  const { frame, area } = used;
  const { sentences, slots, confirmed } = frame;
  const pieces = piecesFor(deps, used);
  const shown = piecesNeeded(frame, placesOf(deps, area)).map((needed) =>
    pieceView(deps, { actor, area, needed, piece: pieces.get(needed.key) ?? null }),
  );
  const { byName = '', atMs = 0 } = confirmed ?? {};
  return {
    ...briefOf(deps, used),
    ...{ sentences, slots, pieces: shown },
    confirmed: confirmed?.version === frame.version ? { byName, atMs } : null,
  };
}

export function pieceView(
  deps: Deps,
  of: {
    actor: Actor;
    area: Area;
    needed: Omit<PieceView, 'state' | 'recording'>;
    piece: FramePiece | null;
  },
): PieceView {
  const { actor, area, needed, piece } = of;
  if (piece === null) return { ...needed, state: 'missing', recording: null };
  const { hash, durationMs, speakerName, byId, confirmedName, tenantId } = piece;
  return {
    ...needed,
    state: piece.confirmedById === null ? 'recorded' : 'confirmed',
    recording: {
      ...{ hash, durationMs, speakerName, confirmedName },
      byName: deps.store.accounts.get(byId)?.fullName ?? '',
      byYou: byId === actor.accountId,
      fromAbove: tenantId !== area.id,
    },
  };
}
