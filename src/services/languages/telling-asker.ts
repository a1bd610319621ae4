// Whoever asked for a recording is told what became of it.
// It must never tell who spoke.
import type { Commission } from '../../domain/languages/commission.ts';
import type { Deps } from '../deps.ts';

type What =
  | { kind: 'recording-sent' | 'recording-returned' }
  | { kind: 'recording-confirmed'; offered: boolean };

/** After the commit. */
export function tellAsker(
  { store, happenings }: Pick<Deps, 'store' | 'happenings'>,
  { commission, ...what }: What & { commission: Commission },
): void {
  const { bulletinId, tenantId, createdBy: authorId } = commission;
  const title = store.bulletins.get(bulletinId)?.title ?? '';
  happenings.tell({ ...what, bulletinId, tenantId, title, authorId });
}
