// Priority that was asked for: kept until it is answered, listed for whoever may, told to whoever asked.
// It must never lift a bulletin itself: wants.ts does, by the same act as without having been asked.
import {
  answered,
  answerFault,
  isWorthAnswering,
  type PriorityWant,
} from '../../domain/approval/priority-want.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import { tenantsWhere } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import { plainLine } from '../plain-line.ts';
import { record } from '../record.ts';
import { limitReached, missing } from '../refusals.ts';
import { permitted } from '../scope.ts';
import type { Wants, WantView } from './wants-door.ts';

/** Two months of a province; who asks for more has a plan that does not fit. */
const OPEN_MAX = 200;
/** What somebody asked for before is no news. */
const ASKED_MAX = 20;
/** Some of them are over without an answer, and stay where they are. */
const LOOKED_MAX = 5 * OPEN_MAX;

/** Once for each who asks: pressed again it waits already. */
export function keepWant(
  deps: Deps,
  { actor, bulletin, areaIds }: { actor: Actor; bulletin: Bulletin; areaIds: readonly string[] },
): void {
  const { store } = deps;
  const { id: bulletinId, tenantId } = bulletin;
  if (!isWorthAnswering(bulletin, deps.clock.planMs())) return;
  if (store.wants.openOf(bulletinId).some(({ askedBy }) => askedBy === actor.accountId)) return;
  if (alive(deps, [tenantId]).length >= OPEN_MAX) throw tooManyWants();
  store.wants.insert({
    ...{ id: deps.ids.next(), tenantId, bulletinId, areaIds: [...new Set(areaIds)] },
    placeId: store.areas.get(areaIds[0] ?? '')?.tenantId ?? tenantId,
    ...{ askedBy: actor.accountId, askedAtMs: deps.clock.planMs(), state: 'open' },
    ...{ answeredBy: null, answeredAtMs: null, remark: null },
  });
}

/** Oldest first; those whose bulletin was taken back, ended or lifted meanwhile need no answer. */
function alive(deps: Deps, tenantIds: readonly string[]): [PriorityWant, Bulletin][] {
  const nowMs = deps.clock.planMs();
  const newest = deps.store.wants.open(tenantIds, LOOKED_MAX);
  return newest.reverse().flatMap((want) => {
    const bulletin = deps.store.bulletins.get(want.bulletinId);
    return bulletin && isWorthAnswering(bulletin, nowMs) ? [[want, bulletin]] : [];
  });
}

export function listWants(deps: Deps): Wants['wants'] {
  const { store } = deps;
  return (actor) => {
    const tenantIds = tenantsWhere({ actor, action: 'want.answer', areas: store.areas.all() });
    const waiting = alive(deps, tenantIds).slice(0, OPEN_MAX);
    const asked = store.wants.askedBy(actor.accountId, ASKED_MAX).flatMap((want) => {
      const bulletin = store.bulletins.get(want.bulletinId);
      return bulletin ? [viewOf(deps, { actor, want, bulletin })] : [];
    });
    return {
      waiting: waiting.map(([want, bulletin]) => viewOf(deps, { actor, want, bulletin })),
      asked,
    };
  };
}

/** @param of.lift gives the bulletin priority, which answers all that ask for it */
export function answering(
  deps: Deps,
  { lift }: { lift: Wants['prioritise'] },
): Wants['answerWant'] {
  return (actor, { wantId, granted, remark: written }) => {
    const thing = deps.store.wants.get(wantId);
    const want = permitted(deps, { actor, action: 'want.answer', thing });
    const remark = plainLine(written ?? '') || null;
    const fault = answerFault(want, { granted, remark });
    if (fault) throw fault;
    const bulletin = deps.store.bulletins.get(want.bulletinId);
    if (!bulletin) throw missing();
    if (granted) lift(actor, { bulletinId: bulletin.id });
    else decline(deps, { actor, want, bulletin, remark });
    return viewOf(deps, { actor, want: deps.store.wants.get(wantId) ?? want, bulletin });
  };
}

type Declined = { actor: Actor; want: PriorityWant; bulletin: Bulletin; remark: string | null };

function decline(deps: Deps, { actor, want, bulletin, remark }: Declined): void {
  const { tenantId, id, title } = bulletin;
  const by = { accountId: actor.accountId, nowMs: deps.clock.planMs(), granted: false, remark };
  const done = answered(want, by);
  deps.store.transaction(() => {
    deps.store.wants.answer(done);
    const detail = { title, askedBy: want.askedBy };
    record(deps, { actor, action: 'want.answer', subject: `bulletin:${id}`, tenantId, detail });
  });
  deps.changes.tell({ kind: 'bulletin', id, tenantId });
  tellAnswered(deps, { bulletin, wants: [done] });
}

/** Within the transaction that lifts it. */
export function grantAll(
  deps: Deps,
  { actor, wants }: { actor: Actor; wants: readonly PriorityWant[] },
): PriorityWant[] {
  const by = { accountId: actor.accountId, nowMs: deps.clock.planMs(), granted: true };
  const done = wants.map((want) => answered(want, { ...by, remark: null }));
  for (const want of done) deps.store.wants.answer(want);
  return done;
}

export function tellAnswered(
  { happenings }: Pick<Deps, 'happenings'>,
  { bulletin, wants }: { bulletin: Bulletin; wants: readonly PriorityWant[] },
): void {
  const { id: bulletinId, title } = bulletin;
  for (const { placeId: tenantId, askedBy: authorId, state } of wants) {
    const told = { tenantId, bulletinId, title, authorId, granted: state === 'granted' };
    happenings.tell({ kind: 'want-answered', ...told });
  }
}

type Viewed = { actor: Actor; want: PriorityWant; bulletin: Bulletin };

function viewOf({ store }: Deps, { actor, want, bulletin }: Viewed): WantView {
  const { id, bulletinId, areaIds, askedBy, askedAtMs, answeredAtMs, state, remark } = want;
  return {
    ...{ id, bulletinId, title: bulletin.title, askedAtMs, answeredAtMs, state, remark },
    askedByName: store.accounts.get(askedBy)?.fullName ?? '',
    areaNames: areaIds.map((areaId) => store.areas.get(areaId)?.name ?? areaId),
    answeredByName:
      want.answeredBy === null ? null : (store.accounts.get(want.answeredBy)?.fullName ?? ''),
    own: bulletin.writerIds.includes(actor.accountId),
  };
}

const tooManyWants = () =>
  limitReached({
    vi: `${OPEN_MAX} đề nghị ưu tiên đang chờ trả lời`,
    en: `${OPEN_MAX} wishes for priority that wait for an answer`,
  });
