// Whether somebody who may approve here has heard every piece of what a frame says, and the whole of it: only then does a word given in advance cover it.
// It must never know how pieces are recorded, joined or confirmed: rows of src/services/frames.
import type { Bulletin } from '../../domain/model.ts';
import { isAble } from '../approval/approval-groups.ts';
import type { Deps } from '../deps.ts';
import type { FramePiece, FrameUse } from '../frames/frames-store.ts';

/**
 * Whoever stands for a template stands for its Vietnamese words. What a frame says in another language may be anything:
 * an author writes it, an operator may confirm it. So every piece, and the order, was confirmed by an approver of their
 * place who neither recorded it nor sends the notice; else an approver is asked. The pieces are those the bulletin was made with.
 */
export function isHeardByApprover(
  deps: Deps,
  { use, bulletin }: { use: FrameUse; bulletin: Pick<Bulletin, 'tenantId' | 'authorId'> },
): boolean {
  const frame = deps.store.frames.get(use.frameId);
  if (frame?.version !== use.frameVersion || frame.confirmed?.version !== frame.version)
    return false;
  const mayHear = (byId: string | null, placeId: string) =>
    byId !== null && byId !== bulletin.authorId && isAble(deps, byId, placeId);
  if (!mayHear(frame.confirmed.byId, frame.tenantId)) return false;
  const tenantIds = [...new Set([bulletin.tenantId, frame.tenantId])];
  const pieces = deps.store.framePieces.of({ tenantIds, language: use.language });
  const heard = (piece: FramePiece) =>
    piece.byId !== piece.confirmedById && mayHear(piece.confirmedById, piece.tenantId);
  const good = new Set(pieces.filter(heard).map(({ hash }) => hash));
  return use.sentences.flat().every(({ hash }) => good.has(hash));
}
