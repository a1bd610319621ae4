// Exceptions from the regulation: asked with a reason by one person, confirmed or refused by a second.
// It must never lift allowed hours, nor let whoever asks decide: src/domain/regulation/override.ts says so.
import { spokenSchedule } from '../../domain/airing/schedule-words.ts';
import type { AppError } from '../../domain/errors.ts';
import type { Actor, Schedule } from '../../domain/model.ts';
import {
  decided,
  decisionFault,
  type Override,
  REASON_MOST,
  reasonFault,
} from '../../domain/regulation/override.ts';
import { fieldsOf } from '../airing/cron-pattern.ts';
import { acceptPlaced } from '../assign/answers.ts';
import { checked } from '../calendar/wishing.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { limitReached, refusal } from '../refusals.ts';
import { permitted, tenantsSeenBy } from '../scope.ts';
import { contentsOf, isStale, mayDecide, plainWords, wishOf } from './override-parts.ts';
import type { Overrides, OverrideView } from './regulation-door.ts';
import { regulationFaults } from './schedule-faults.ts';

/** More than these waiting for one commune are a regulation that does not fit it. */
const OPEN_MAX = 50;
const PAGE = 50;

export function makeOverrides(deps: Deps): Overrides {
  return {
    ask: ask(deps),
    list(actor, { state, beforeId }) {
      const tenantIds = tenantsSeenBy(deps, actor);
      const asked = { tenantIds, open: state === 'open', beforeId, limit: PAGE + 1 };
      const found = deps.store.overrides.list(asked);
      const overrides = found.slice(0, PAGE).map((each) => viewOf(deps, actor, each));
      return { overrides, more: found.length > PAGE };
    },
    decide: decide(deps),
  };
}

function ask(deps: Deps): Overrides['ask'] {
  return (actor, input) => {
    const reason = plainWords(input.reason);
    const fault = reasonFault(reason);
    if (fault) throw fault;
    const action = 'override.ask';
    const standing = 'scheduleId' in input ? deps.store.schedules.get(input.scheduleId) : null;
    const schedule =
      'wish' in input
        ? checked(deps, { actor, action, wish: input.wish, excepted: true })
        : permitted(deps, { actor, action, thing: standing });
    if (schedule.endedAtMs !== null) throw nothingToExcept();
    const { refusal: refused, faults } = regulationFaults(deps, { schedule });
    if (refused === null) throw nothingToExcept();
    if (refused.code === 'out-of-hours') throw refused;
    const override: Override = {
      ...{ id: deps.ids.next(), faults, reason, state: 'open' },
      ...boundTo(deps, schedule),
      scheduleId: 'wish' in input ? null : schedule.id,
      ...{ askedBy: actor.accountId, askedAtMs: deps.clock.planMs() },
      ...{ decidedBy: null, decidedAtMs: null, remark: null, untilMs: null },
    };
    refuseAgain(deps, override);
    deps.store.transaction(() => {
      deps.store.overrides.insert(override);
      note(deps, { actor, override, action: 'override.ask' });
    });
    const { tenantId, bulletinId } = override;
    const title = deps.store.bulletins.get(bulletinId)?.title ?? '';
    deps.happenings.tell({ kind: 'override-wanted', tenantId, bulletinId, title });
    deps.changes.tell({ kind: 'schedule', id: override.id, tenantId });
    return viewOf(deps, actor, override);
  };
}

/** These sounds, these places, this rule, and no other. */
function boundTo(deps: Deps, schedule: Schedule) {
  const { tenantId, bulletinId, areaIds, rule, air } = schedule;
  const contentHashes = contentsOf(deps, schedule);
  if (contentHashes === null) throw soundChanged();
  return { tenantId, bulletinId, areaIds, rule, air, contentHashes };
}

function refuseAgain(deps: Deps, { tenantId, bulletinId, areaIds, rule, air }: Override): void {
  const tenantIds = [tenantId];
  const open = deps.store.overrides.list({
    tenantIds,
    open: true,
    beforeId: null,
    limit: OPEN_MAX,
  });
  if (open.length >= OPEN_MAX) throw tooManyOpen();
  const key = JSON.stringify([bulletinId, areaIds, rule, air]);
  const known = open.some(
    (one) => JSON.stringify([one.bulletinId, one.areaIds, one.rule, one.air]) === key,
  );
  if (known) throw askedAlready();
}

function decide(deps: Deps): Overrides['decide'] {
  const { store } = deps;
  return (actor, { overrideId, confirmed, remark }) => {
    const thing = store.overrides.get(overrideId);
    const override = permitted(deps, { actor, action: 'override.decide', thing });
    const fault = decisionFault(override, actor.accountId);
    if (fault) throw fault;
    const said = remark === null ? null : plainWords(remark).slice(0, REASON_MOST) || null;
    if (!confirmed && said === null) throw remarkNeeded();
    if (confirmed && isStale(deps, override)) throw soundChanged();
    const made =
      confirmed && override.scheduleId === null ? scheduleOf(deps, actor, override) : null;
    const by = { accountId: actor.accountId, nowMs: deps.clock.planMs(), remark: said, confirmed };
    const after = { ...decided(override, by), scheduleId: made?.id ?? override.scheduleId };
    store.transaction(() => {
      if (made) {
        store.schedules.insert(made);
        acceptPlaced(deps, { actor, schedule: made });
      }
      store.overrides.update(after);
      note(deps, {
        ...{ actor, override: after },
        action: confirmed ? 'override.confirm' : 'override.refuse',
      });
    });
    const { tenantId, bulletinId, askedBy: authorId } = after;
    deps.changes.tell({ kind: 'schedule', id: made?.id ?? override.id, tenantId });
    const title = store.bulletins.get(bulletinId)?.title ?? '';
    const told = { tenantId, bulletinId, title, authorId, confirmed };
    deps.happenings.tell({ kind: 'override-decided', ...told });
    return viewOf(deps, actor, after);
  };
}

/** Everything but the regulation is checked again: hours, places and times may have changed since. */
function scheduleOf(deps: Deps, actor: Actor, override: Override): Schedule {
  const action = 'override.decide';
  const wish = wishOf(override);
  const schedule = checked(deps, { actor, action, wish, excepted: true });
  // whoever decides for the whole province decides about the commune's own
  return { ...schedule, tenantId: override.tenantId, createdBy: override.askedBy };
}

type Noted = {
  actor: Actor;
  override: Override;
  action: 'override.ask' | 'override.confirm' | 'override.refuse';
};

function note(deps: Deps, { actor, override, action }: Noted): void {
  const { id, tenantId, bulletinId, scheduleId, areaIds, rule, untilMs } = override;
  const detail = { bulletinId, scheduleId, areaIds, rule, untilMs };
  record(deps, { actor, action, subject: `override:${id}`, tenantId, detail });
}

function viewOf(deps: Deps, actor: Actor, override: Override): OverrideView {
  const { store } = deps;
  const { bulletinId, areaIds, rule, air, askedBy, decidedBy, state } = override;
  const name = (id: string) => store.accounts.get(id)?.fullName ?? '';
  const fields = rule.kind === 'cron' ? fieldsOf(rule.pattern) : null;
  const open = state === 'open';
  return {
    ...override,
    title: store.bulletins.get(bulletinId)?.title ?? '',
    askedByName: name(askedBy),
    decidedByName: decidedBy === null ? null : name(decidedBy),
    areaNames: areaIds.map((id) => store.areas.get(id)?.name ?? id),
    when: spokenSchedule({ rule, air }, fields),
    stale: open && isStale(deps, override),
    mine: open && mayDecide(deps, { actor, override }),
  };
}

const nothingToExcept = (): AppError =>
  refusal('caller', 'nothing-to-except', {
    vi: 'Lịch này không vi phạm quy chế, không cần ngoại lệ. Hãy lưu như thường.',
    en: 'This schedule breaks no rule of the regulation. Save it as usual.',
  });

const soundChanged = (): AppError =>
  refusal('conflict', 'sound-changed', {
    vi: 'Âm thanh của bản tin đã đổi hoặc chưa có, nên ngoại lệ này không còn đúng. Hãy đề nghị lại cho âm thanh mới.',
    en: 'The sound of the bulletin has changed or is not there yet, so this exception no longer fits. Ask again for the new one.',
  });

const askedAlready = (): AppError =>
  refusal('conflict', 'asked-already', {
    vi: 'Ngoại lệ này đã được đề nghị và đang chờ quyết định.',
    en: 'This exception has been asked for and waits to be decided.',
  });

const remarkNeeded = (): AppError =>
  refusal('caller', 'remark-needed', {
    vi: 'Hãy ghi vì sao từ chối, để người đề nghị biết.',
    en: 'Say why it is refused, so that whoever asked knows.',
    place: 'remark',
  });

const tooManyOpen = (): AppError =>
  limitReached({
    vi: `${OPEN_MAX} đề nghị ngoại lệ đang chờ; nên sửa chính quy chế`,
    en: `${OPEN_MAX} exceptions wait already; better change the regulation itself`,
  });
