// The bulletins made of one message: one for each tenant, and a template's frame before it where it airs at once.
// It must never approve what nobody trusts: by-trust.ts does what the standing trust covers.
import { USUAL_RULES } from '../../domain/calendar/calendar-model.ts';
import { VIETNAMESE } from '../../domain/languages.ts';
import type { Bulletin, Clip, Schedule } from '../../domain/model.ts';
import type { Target, Way } from '../../domain/source/arrival.ts';
import type {
  Incoming,
  IncomingPart,
  IncomingRow,
  Trust,
} from '../../domain/source/source-model.ts';
import { nowLead } from '../airing/now-lead.ts';
import type { Making } from '../bulletins/making.ts';
import type { Deps } from '../deps.ts';
import { approveByTrust } from './by-trust.ts';
import type { Frames } from './frames.ts';
import { provinceOf } from './refusing.ts';
import { sourceAccount } from './source-account.ts';
import type { SourceSetting } from './source-port.ts';

export type Made = {
  /** within the message's own transaction */
  write(): void;
  /** after its commit */
  begin(): void;
};
export type ToMake = {
  row: IncomingRow;
  incoming: Incoming;
  targets: readonly Target[];
  way: Way;
  trust: Trust | null;
  setting: SourceSetting;
};
type Parts = { deps: Deps; making: Pick<Making, 'want'>; frames: Frames };
type Planned = { part: IncomingPart; bulletin: Bulletin; schedules: readonly Schedule[] };

/** Nobody hears of a drill that it is real, whatever its text says. */
const DRILL = 'Đây là bản tin diễn tập, không phải tình huống thật.';
/** A warning that says no end is not repeated tomorrow. */
const EMERGENCY_LASTS_MS = 12 * 3_600_000;

export function makeParts({ deps, making, frames }: Parts, of: ToMake): Made {
  const { incoming, trust, way } = of;
  const byTrust = way === 'air' && trust !== null;
  // a drill has no frame: its words would be those of a real one
  const frame =
    byTrust && incoming.template !== null && !incoming.drill ? frames.of(incoming.template) : null;
  const whole = of.targets.map((target) => planWhole(deps, { ...of, target, byTrust }));
  const frames_ = frame
    ? of.targets.map((target) => planFrame(deps, { ...of, target, frame }))
    : [];
  return {
    write() {
      const { accountId } = sourceAccount(deps, of.setting);
      for (const { part, bulletin, schedules } of [...frames_, ...whole]) {
        const own = { ...bulletin, authorId: accountId, writerIds: [accountId] };
        deps.store.bulletins.insert(own);
        deps.store.incomingParts.insert(part);
        for (const schedule of schedules)
          deps.store.schedules.insert({ ...schedule, createdBy: accountId });
        if (part.role === 'frame' && frame && trust)
          approveByTrust(deps, {
            bulletin: own,
            clip: ownClip(deps, frame.clip, own),
            trust,
            row: of.row,
          });
      }
    },
    begin() {
      for (const { bulletin, schedules } of [...frames_, ...whole]) {
        const { id, tenantId } = bulletin;
        deps.changes.tell({ kind: 'bulletin', id, tenantId });
        for (const one of schedules) deps.changes.tell({ kind: 'schedule', id: one.id, tenantId });
      }
      for (const { bulletin } of whole) making.want(bulletin.id);
      tellPeople(deps, { ...of, byTrust, bulletins: whole.map(({ bulletin }) => bulletin) });
    },
  };
}

/** The same words of another bulletin are the same clip: the first to have it stays its owner. */
function ownClip(deps: Deps, clip: Frameless, { id: bulletinId }: Bulletin): Clip {
  const known = deps.store.clips.get(clip.id);
  const own = { ...clip, bulletinId };
  if (!known) deps.store.clips.put(own);
  return own;
}
type Frameless = Omit<Clip, 'bulletinId'>;

type One = ToMake & { target: Target };

function planWhole(deps: Deps, of: One & { byTrust: boolean }): Planned {
  const { incoming, way } = of;
  const { drill, title } = incoming;
  const text = drill ? `${DRILL}\n${incoming.text}\n${DRILL}` : incoming.text;
  const bulletin = bulletinOf(deps, { ...of, title, text, drill });
  // an emergency goes as soon as it is approved; of all else the commune decides when (Thông tư 39/2020)
  const schedules = way === 'wait' ? [] : [scheduleOf(deps, { ...of, bulletin, atMs: null })];
  return {
    part: partOf(of, { bulletin, role: 'whole', byTrust: of.byTrust }),
    bulletin,
    schedules,
  };
}

function planFrame(
  deps: Deps,
  of: One & { frame: { title: string; text: string; clip: Frameless } },
): Planned {
  const { title, text, clip } = of.frame;
  const base = bulletinOf(deps, { ...of, title, text, drill: false });
  const bulletin: Bulletin = { ...base, state: 'ready', clipId: clip.id };
  const atMs = deps.clock.planMs() + nowLead(deps, clip);
  const schedules = [scheduleOf(deps, { ...of, bulletin, atMs })];
  return { part: partOf(of, { bulletin, role: 'frame', byTrust: true }), bulletin, schedules };
}

function partOf(
  { row, target }: One,
  of: { bulletin: Bulletin; role: IncomingPart['role']; byTrust: boolean },
): IncomingPart {
  const { bulletin, role, byTrust } = of;
  const { tenantId, areaIds } = target;
  return { incomingId: row.id, tenantId, areaIds, bulletinId: bulletin.id, role, byTrust };
}

function bulletinOf(
  deps: Deps,
  of: One & { title: string; text: string; drill: boolean },
): Bulletin {
  const { incoming, target, title, text, drill } = of;
  const { priority } = incoming;
  const lastMs = priority === 'emergency' ? deps.clock.planMs() + EMERGENCY_LASTS_MS : null;
  return {
    ...{ id: deps.ids.next(), tenantId: target.tenantId, documentId: null, documentPart: null },
    ...{ title, text, priority, drill, genre: 'notice', language: VIETNAMESE },
    ...{ maxSeconds: null, repeats: 1 },
    expiresAtMs: incoming.expiresAtMs ?? lastMs,
    // nobody here has read it yet: whoever accepts it may mark it
    ...{ personalData: false, standingId: null, submitsItself: false },
    ...{ state: 'making', stateReason: null, version: 1, clipId: null },
    ...{ authorId: '', writerIds: [], createdAtMs: deps.clock.wallMs() },
  };
}

function scheduleOf(deps: Deps, of: One & { bulletin: Bulletin; atMs: number | null }): Schedule {
  const { bulletin, target, atMs } = of;
  const nowMs = deps.clock.planMs();
  return {
    ...{ id: deps.ids.next(), tenantId: bulletin.tenantId, bulletinId: bulletin.id },
    ...{ areaIds: target.areaIds, rule: { kind: 'now', atMs }, air: USUAL_RULES, version: 1 },
    ...{ createdBy: '', createdAtMs: nowMs, sinceMs: nowMs, endedAtMs: null },
  };
}

/**
 * Of an emergency on its way everybody is told at once: who its airing is the name of by that airing,
 * the others here. Of anything else whoever places it in the commune's schedule.
 */
function tellPeople(
  deps: Deps,
  of: ToMake & { byTrust: boolean; bulletins: readonly Bulletin[] },
): void {
  const { incoming, byTrust, bulletins, setting } = of;
  for (const { id: bulletinId, tenantId, title } of bulletins) {
    const facts = { bulletinId, tenantId, title, priority: incoming.priority };
    if (of.way === 'wait') deps.happenings.tell({ kind: 'source-arrived', ...facts });
  }
  if (!byTrust) return;
  const province = provinceOf(deps);
  const spoken = new Set(bulletins.map(({ tenantId }) => tenantId));
  const all = province !== null && spoken.has(province);
  const others = deps.store.areas
    .all()
    .filter(({ id, kind }) => kind === 'province' || (all && kind === 'commune' && id !== province))
    .filter(({ id }) => !spoken.has(id));
  const { title, drill } = incoming;
  for (const { id: tenantId } of others)
    deps.happenings.tell({ kind: 'source-emergency', tenantId, title, drill, from: setting.name });
}
