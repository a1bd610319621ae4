// The bulletins made of one message: one for each tenant, and a template's frame before it where it airs at once.
// It must never approve what nobody trusts: by-trust.ts does what the standing trust covers.
import { drillTitle } from '../../domain/airing/drill.ts';
import { USUAL_RULES } from '../../domain/calendar/calendar-model.ts';
import { VIETNAMESE } from '../../domain/languages.ts';
import type { Bulletin, Clip, Schedule } from '../../domain/model.ts';
import type { Target, Way } from '../../domain/source/arrival.ts';
import { isTheSound, soundFault } from '../../domain/source/sound-wish.ts';
import type {
  Incoming,
  IncomingPart,
  IncomingRow,
  IncomingSound,
  Trust,
} from '../../domain/source/source-model.ts';
import { nowLead } from '../airing/now-lead.ts';
import type { Making } from '../bulletins/making.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { regulationFaults } from '../regulation/schedule-faults.ts';
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
type Planned = {
  part: IncomingPart;
  bulletin: Bulletin;
  schedules: readonly Schedule[];
  /** its recording, and the bytes where they came with it */
  sound: { row: IncomingSound; bytes: Uint8Array | null } | null;
};

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
      for (const { part, bulletin, schedules, sound } of [...frames_, ...whole]) {
        const own = { ...bulletin, authorId: accountId, writerIds: [accountId] };
        deps.store.bulletins.insert(own);
        deps.store.incomingParts.insert(part);
        if (sound) deps.store.incomingSounds.insert(sound.row, sound.bytes);
        if (way !== 'wait' && schedules.length === 0) noteUnplanned(deps, bulletin);
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
      const waiting = whole.filter(({ schedules }) => schedules.length === 0);
      tellArrived(deps, { ...of, bulletins: waiting.map(({ bulletin }) => bulletin) });
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
  const { drill } = incoming;
  const title = drill ? drillTitle(incoming.title) : incoming.title;
  const text = drill ? `${DRILL}\n${incoming.text}\n${DRILL}` : incoming.text;
  const bulletin = bulletinOf(deps, { ...of, title, text, drill });
  // an emergency goes as soon as it is approved; of all else the commune decides when (Thông tư 39/2020)
  const planned = way === 'wait' ? [] : [scheduleOf(deps, { ...of, bulletin, atMs: null })];
  const schedules = planned.filter((schedule) => isRegular(deps, { schedule, bulletin }));
  return {
    part: partOf(of, { bulletin, role: 'whole', byTrust: of.byTrust }),
    ...{ bulletin, schedules, sound: soundRow(deps, { incoming, bulletin }) },
  };
}

/** Of the source system nothing passes the regulation that would not pass it of anybody: a drill waits for its hour. */
function isRegular(deps: Deps, of: { schedule: Schedule; bulletin: Bulletin }): boolean {
  const { schedule, bulletin } = of;
  const words = bulletin.text.split(/\s+/u).length;
  const durationMs = Math.ceil((words / SYLLABLES_PER_MINUTE) * 60_000);
  const { refusal } = regulationFaults(deps, { schedule, unsaved: { bulletin, durationMs } });
  return refusal === null;
}

function noteUnplanned(deps: Deps, { id, tenantId, title }: Bulletin): void {
  const action = 'service.source-drill-not-planned';
  const subject = `bulletin:${id}`;
  record(deps, { actor: null, action, subject, tenantId, detail: { title } });
}

/** As our voice reads where no commune says otherwise; a Vietnamese word is a syllable. */
const SYLLABLES_PER_MINUTE = 190;

/** What cannot be taken is kept as refused with its reason, and the words are read. */
function soundRow(
  deps: Deps,
  { incoming, bulletin }: { incoming: Incoming; bulletin: Bulletin },
): Planned['sound'] {
  const { sound, priority } = incoming;
  if (sound === null) return null;
  const { url, type, size, digest, bytes } = sound;
  const fault = soundFault({ sound, priority, origin: deps.source.origin });
  const why = fault ?? (bytes && !isTheSound(sound, bytes) ? 'sound-other-hash' : null);
  const here = bytes === null ? 'waiting' : 'here';
  const row: IncomingSound = {
    ...{ bulletinId: bulletin.id, url, type, size, digest, attempts: 0 },
    ...{ state: why ? 'refused' : here, why: why && { why, place: null } },
    dueAtMs: deps.clock.wallMs(),
  };
  return { row, bytes: why ? null : bytes };
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
  const part = partOf(of, { bulletin, role: 'frame', byTrust: true });
  return { part, bulletin, schedules, sound: null };
}

function partOf(
  { row, target, incoming }: One,
  of: { bulletin: Bulletin; role: IncomingPart['role']; byTrust: boolean },
): IncomingPart {
  const { bulletin, role, byTrust } = of;
  const { tenantId, areaIds } = target;
  const { order, gives } = incoming;
  const part = { incomingId: row.id, tenantId, areaIds, bulletinId: bulletin.id, role, byTrust };
  return { ...part, order, gives };
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
    originalId: null,
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

/** Whoever places it in the commune's schedule, or gives it to communes. */
function tellArrived(deps: Deps, of: ToMake & { bulletins: readonly Bulletin[] }): void {
  const { priority } = of.incoming;
  for (const { id: bulletinId, tenantId, title } of of.bulletins)
    deps.happenings.tell({ kind: 'source-arrived', bulletinId, tenantId, title, priority });
}

/**
 * Of an emergency on its way everybody is told at once: who its airing is the name of by that airing,
 * the others here.
 */
function tellPeople(
  deps: Deps,
  of: ToMake & { byTrust: boolean; bulletins: readonly Bulletin[] },
): void {
  const { incoming, byTrust, bulletins, setting } = of;
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
