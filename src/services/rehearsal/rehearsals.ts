// Rehearsals asked for and looked at: kept as they were found, so that a morning can be held against its evening.
// It must never find anything itself, nor change the plan.
import type { Actor } from '../../domain/model.ts';
import { DAY_MS } from '../../domain/vietnam-time.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { permit, permitted, tenantsSeenBy } from '../scope.ts';
import { cameTrue } from './came-true.ts';
import { playThrough, type RehearsalSpan } from './play-through.ts';
import type { RehearsalBrief, Rehearsals, RehearsalView } from './rehearsal-door.ts';
import type { Rehearsal } from './rehearsal-store.ts';

/** A month of evenings. */
export const KEPT = 30;
const SPAN_MAX_MS = 7 * DAY_MS;
/** Two at once would make each other's airings wait. */
const AT_ONCE = 1;

export function makeRehearsals(deps: Deps): Rehearsals {
  const { store } = deps;
  let under = 0;
  return {
    list(actor, { tenantId } = {}) {
      const seen = tenantsSeenBy(deps, actor).filter((id) => id === (tenantId ?? id));
      return store.rehearsals.list({ tenantIds: seen, limit: KEPT }).map((of) => brief(deps, of));
    },
    get(actor, { rehearsalId }) {
      const thing = store.rehearsals.get(rehearsalId);
      return view(deps, permitted(deps, { actor, action: 'rehearsal.view', thing }));
    },
    async make(actor, span) {
      permit(deps, { actor, action: 'rehearsal.make', tenantId: span.tenantId });
      checkSpan(deps, span);
      if (under >= AT_ONCE) throw busy();
      under += 1;
      try {
        return view(deps, await rehearseNow(deps, { actor, span }));
      } finally {
        under -= 1;
      }
    },
  };
}

/** Played through, kept, and written into the audit. */
export async function rehearseNow(
  deps: Deps,
  { actor, span }: { actor: Actor | null; span: RehearsalSpan },
): Promise<Rehearsal> {
  const { tenantId, fromMs, toMs } = span;
  const found = await playThrough(deps, span);
  const rehearsal: Rehearsal = {
    ...{ id: deps.ids.next(), tenantId, fromMs, toMs, ...found },
    madeAtMs: deps.clock.planMs(),
    byId: actor?.accountId ?? null,
  };
  deps.store.transaction(() => {
    deps.store.rehearsals.insert(rehearsal, KEPT);
    record(deps, {
      ...{ actor, tenantId, subject: `rehearsal:${rehearsal.id}` },
      action: actor ? 'rehearsal.make' : 'service.rehearsed',
      detail: { fromMs, toMs, pairs: found.pairs, found: found.findings.length + found.left },
    });
  });
  return rehearsal;
}

function checkSpan({ clock }: Deps, { fromMs, toMs }: RehearsalSpan): void {
  if (toMs <= fromMs || toMs - fromMs > SPAN_MAX_MS)
    throw refusal('caller', 'bad-span', {
      vi: 'Chạy thử được từ một phút đến bảy ngày. Hãy chọn lại ngày.',
      en: 'A rehearsal is of one minute to seven days. Choose other days.',
      place: 'toMs',
    });
  if (toMs <= clock.planMs())
    throw refusal('caller', 'in-the-past', {
      vi: 'Khoảng thời gian này đã qua. Hãy xem ở phần Đã phát.',
      en: 'This time is past. See what was aired instead.',
      place: 'toMs',
    });
}

function busy() {
  return refusal('conflict', 'rehearsal-busy', {
    vi: 'Đang chạy thử một lịch khác. Hãy đợi vài giây rồi bấm lại.',
    en: 'Another rehearsal is under way. Wait some seconds and try again.',
  });
}

function view(deps: Deps, rehearsal: Rehearsal): RehearsalView {
  const { left } = rehearsal;
  const findings = rehearsal.findings.map(({ only: _, ...shown }) => shown);
  return { ...brief(deps, rehearsal), findings, left, came: cameTrue(deps, rehearsal) };
}

function brief({ store }: Deps, rehearsal: Rehearsal): RehearsalBrief {
  const { byId, findings, left, ...rest } = rehearsal;
  return {
    ...rest,
    tenantName: store.areas.get(rehearsal.tenantId)?.name ?? rehearsal.tenantId,
    by: byId === null ? null : (store.accounts.get(byId)?.fullName ?? ''),
    found: findings.length + left,
  };
}
