// A bulletin looked through for people's own facts as its sound is made, and again as it is sent for approval.
// It must never hold up what goes by itself: it is kept like a marked one until somebody answers.
import { createHash } from 'node:crypto';
import { composed } from '../../domain/composed.ts';
import type { Bulletin } from '../../domain/model.ts';
import { personalHints } from '../../domain/personal/personal-hints.ts';
import { whyPersonal } from '../../domain/personal/personal-model.ts';
import {
  isHeldFromPublic,
  isHeldPersonal,
  isOpen,
  type Suspicion,
  suspicionAfter,
} from '../../domain/personal/suspicion.ts';
import type { Deps } from '../deps.ts';
import { refusal } from '../refusals.ts';
import type { PersonalFound } from './personal-door.ts';

type Words = Pick<Bulletin, 'id' | 'title' | 'text' | 'documentId' | 'documentPart'>;

/** In its title, in its text, then in the title of its document, which public pages name as the source. */
export function foundIn(deps: Pick<Deps, 'store'>, bulletin: Words): PersonalFound[] {
  const { title, text } = bulletin;
  const places = [
    ['title', title],
    ['text', text],
    ['source', sourceTitle(deps, bulletin)],
  ] as const;
  return places.flatMap(([place, said]) => {
    const written = composed(said);
    return personalHints(written).map((hint) => {
      const words = written.slice(hint.at, hint.at + hint.length);
      return { place, ...hint, words, say: whyPersonal(hint.kind) };
    });
  });
}

/** As src/db/heard.ts tells it. */
function sourceTitle({ store }: Pick<Deps, 'store'>, of: Words): string {
  const { documentId, documentPart } = of;
  if (documentId === null) return '';
  const whole = store.documents.briefs([documentId])[0]?.title ?? '';
  if (documentPart === null) return whole;
  const [part] = store.parts.at([{ documentId, position: documentPart }]);
  return part?.title ?? whole;
}

/** Looks, and writes down what is to be asked; in no transaction of its own. */
export function suspect(deps: Pick<Deps, 'store'>, bulletin: Words): Suspicion | null {
  const { store } = deps;
  const { id: bulletinId } = bulletin;
  const found = foundIn(deps, bulletin);
  const before = store.suspicions.of(bulletinId);
  const asked = { bulletinId, foundHash: hashOf(found), found: found.length };
  const after = suspicionAfter(before, asked);
  if (after === before) return after;
  if (after === null) store.suspicions.remove(bulletinId);
  else store.suspicions.put(after);
  return after;
}

/** Its words may have been found: what stands in the row is no word of them. */
function hashOf(found: readonly PersonalFound[]): string {
  const each = new Set(found.map(({ kind, words }) => `${kind} ${words}`));
  return createHash('sha256')
    .update([...each].sort().join('\n'))
    .digest('hex');
}

type Held = Pick<Bulletin, 'id' | 'personalData' | 'originalId'>;

/** Marked, or suspected and not yet answered; a variant also as its original is. */
export function heldPersonal({ store }: Pick<Deps, 'store'>, bulletin: Held): boolean {
  const { id, originalId } = bulletin;
  if (isHeldPersonal(bulletin, store.suspicions.of(id))) return true;
  const original = originalId === null ? null : store.bulletins.get(originalId);
  return original !== null && isHeldPersonal(original, store.suspicions.of(original.id));
}

/** The same for whoever is outside: an answer alone opens no public door; a variant also as its original is. */
export function heldFromPublic({ store }: Pick<Deps, 'store'>, bulletin: Held): boolean {
  const { id, originalId } = bulletin;
  if (isHeldFromPublic(bulletin, store.suspicions.of(id))) return true;
  const original = originalId === null ? null : store.bulletins.get(originalId);
  return original !== null && isHeldFromPublic(original, store.suspicions.of(original.id));
}

/** Somebody who did not write it approves with the answer in view; within the approval's transaction. */
export function settleAnswer({ store }: Pick<Deps, 'store'>, bulletinId: string): void {
  const kept = store.suspicions.of(bulletinId);
  if (kept !== null && !isOpen(kept)) store.suspicions.put({ ...kept, settled: true });
}

/** @throws AppError when something was found, it is not marked, and nobody has said why not */
export function refuseUnanswered(deps: Pick<Deps, 'store'>, bulletin: Bulletin): void {
  if (bulletin.personalData || !isOpen(suspect(deps, bulletin))) return;
  throw refusal('conflict', 'personal-unanswered', {
    vi: 'Bản tin có vẻ nêu thông tin cá nhân. Hãy đánh dấu “có thông tin cá nhân”, hoặc ghi lý do vì sao không phải, rồi gửi duyệt.',
    en: 'The bulletin seems to hold personal facts. Mark it, or write why it does not, then send it for approval.',
    place: 'personal',
  });
}
