// A bulletin that its sender wants given to communes: given once the province approved it, and how far each of them is.
// It must never approve it, nor place it in anybody's schedule: the province and the communes do.
import { AppError } from '../../domain/errors.ts';
import type { GivenLine } from '../../domain/source/letters.ts';
import { refused } from '../../domain/source/refused-words.ts';
import type { IncomingRow } from '../../domain/source/source-model.ts';
import { giveOut } from '../assign/giving.ts';
import { standingsOf } from '../assign/standings.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { tellRefused } from './refusing.ts';
import { sourceAccount } from './source-account.ts';
import type { PartNow } from './source-views.ts';

/** Once: what the province withdrew since is not given again. */
export function giveWhenApproved(deps: Deps, of: { row: IncomingRow; now: PartNow }): void {
  const { bulletin, part } = of.now;
  const { setting } = deps.source;
  if (part.gives === null || of.row.refused !== null || setting === null) return;
  if (bulletin.state !== 'approved' || isGiven(deps, bulletin.id)) return;
  const { accountId: givenBy } = sourceAccount(deps, setting);
  const { areaIds } = part;
  const note = of.row.sender;
  const by = { actor: null, action: 'service.source-given', givenBy, note };
  try {
    giveOut(deps, { bulletin, areaIds, ...part.gives, ...by });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    notGiven(deps, { row: of.row, tenantId: bulletin.tenantId, code: error.code });
  }
}

/** The approver was too late, or its document ended meanwhile: said upwards and to the province, once. */
function notGiven(deps: Deps, of: { row: IncomingRow; tenantId: string; code: string }): void {
  const { row, tenantId, code } = of;
  const { why, place } = refused(code === 'due-past' ? 'deadline-past' : 'not-given', code);
  deps.store.transaction(() => {
    deps.store.incoming.update({ ...row, refused: { why, place } });
    const subject = `incoming:${row.id}`;
    const action = 'service.source-not-given';
    record(deps, { actor: null, action, subject, tenantId, detail: { why, place } });
  });
  tellRefused(deps, { title: row.title, why, emergency: false });
}

function isGiven({ store }: Deps, bulletinId: string): boolean {
  const communes = store.areas.all().filter(({ kind }) => kind === 'commune');
  return store.assignments.hasPart({ bulletinId, communeIds: communes.map(({ id }) => id) });
}

/** Each commune's line, as the board shows it; null: it was not given to anybody. */
export function givenLines(deps: Deps, bulletinId: string): GivenLine[] | null {
  const { store } = deps;
  const assignments = store.assignments.openOfBulletin(bulletinId);
  if (assignments.length === 0) return null;
  const standing = standingsOf(deps, assignments);
  const byId = new Map(assignments.map((one) => [one.id, one]));
  return store.assignments.parts([...byId.keys()]).flatMap((part): GivenLine[] => {
    const assignment = byId.get(part.assignmentId);
    const area = store.areas.get(part.communeId);
    if (!assignment || !area) return [];
    const { state, aired, late, least } = standing(assignment, part);
    const { reason } = part;
    return [
      { areaCode: area.code, state, reason, aired, late, least, dueAtMs: assignment.dueAtMs },
    ];
  });
}

/** Taken back by its sender: within the transaction of the message that says so. */
export function withdrawGiven({ store, clock }: Deps, bulletinId: string): string[] {
  const open = store.assignments.openOfBulletin(bulletinId).map(({ id }) => id);
  for (const id of open) store.assignments.withdraw(id, clock.planMs());
  return open;
}
