// Believable rows of every noun, for tests of the web room.
// It must never know routes or screens.
import { USUAL_AIR } from '../../devices/rules/index.ts';
import { USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import type {
  Actor,
  Airing,
  Area,
  Bulletin,
  Clip,
  Occurrence,
  Site,
  Verdict,
} from '../../src/domain/model.ts';
import type { ShownDay, SpokenSchedule } from '../../src/services/calendar/calendar-door.ts';
import type { NewSession } from '../../src/services/door.ts';
import type { SpeakerView } from '../../src/services/poles/pole-door.ts';

export const HASH = 'ab'.repeat(32);
export const NOW_MS = Date.UTC(2026, 10, 24, 10, 0); // 17:00 in Vietnam

export const area: Area = {
  id: 'area-muong-la',
  code: 'muong-la',
  kind: 'commune',
  name: 'Xã Mường La',
  parentId: 'area-son-la',
  tenantId: 'area-muong-la',
  population: 8_200,
};
export const site: Site = {
  id: 'ban-mong-1',
  areaId: 'area-ban-mong',
  tenantId: area.id,
  name: 'Nhà văn hóa bản Mòng',
  zone: 'ordinary',
  startOffsetMs: 0,
};
export const bulletin: Bulletin = {
  id: 'bul-1',
  tenantId: area.id,
  documentId: null,
  documentPart: null,
  originalId: null,
  title: 'Họp bản tối thứ Bảy',
  text: 'Mời bà con họp lúc 19h30 ngày 28/11/2026, mang theo 50.000 đồng.',
  genre: 'notice',
  language: 'vie',
  priority: 'normal',
  drill: false,
  maxSeconds: null,
  repeats: 1,
  expiresAtMs: null,
  personalData: false,
  standingId: null,
  submitsItself: false,
  state: 'pending',
  stateReason: null,
  version: 1,
  clipId: 'clip-1',
  authorId: 'acc-1',
  writerIds: ['acc-1'],
  createdAtMs: NOW_MS,
};
export const clip: Clip = {
  id: 'clip-1',
  bulletinId: bulletin.id,
  path: '/nowhere/clip-1.opus',
  contentHash: HASH,
  durationMs: 14_200,
  lufs: -16.1,
  truePeakDb: -1.2,
  bytes: 43_000,
  sentences: [{ words: 'Mời bà con họp.', startMs: 0, endMs: 2_100 }],
  doubts: 0,
  sound: {
    codec: 'opus',
    channels: 1,
    bitrateBps: 24_000,
    frameMs: 60,
    preSkipSamples: 312,
    totalSamples: 681_600,
    chunkCount: 2,
    bytes: 43_000,
    contentHash: HASH,
    chunkDigests: '',
  },
  synthetic: { engine: 'espeak-ng', voice: 'vi', madeAtMs: NOW_MS },
  language: 'vie',
  profile: 'horn' as const,
  spokenBy: [],
  falls: [],
  madeAtMs: NOW_MS,
};
export const schedule: SpokenSchedule = {
  id: 'sch-1',
  tenantId: area.id,
  bulletinId: bulletin.id,
  areaIds: ['area-ban-mong'],
  rule: { kind: 'once', atMs: NOW_MS + 3_600_000 },
  air: USUAL_RULES,
  version: 1,
  createdBy: 'acc-1',
  createdAtMs: NOW_MS,
  sinceMs: 0,
  endedAtMs: null,
  says: { vi: '17:00 ngày 5/12/2026', en: '17:00 on 5/12/2026' },
};
export const occurrence: Occurrence = {
  id: `${schedule.id}@${NOW_MS + 3_600_000}`,
  scheduleId: schedule.id,
  bulletinId: bulletin.id,
  tenantId: area.id,
  areaIds: schedule.areaIds,
  slotMs: NOW_MS + 3_600_000,
  playAtMs: NOW_MS + 3_600_000,
  air: USUAL_RULES,
  change: null,
  special: null,
  durationMs: clip.durationMs,
  priority: 'normal',
  hindrance: null,
};
export const verdict: Verdict = {
  airingId: 'air-1',
  siteId: site.id,
  kind: 'played',
  reason: 'whole',
  detail: null,
  startErrorMs: 3.2,
  heardMs: clip.durationMs,
  chunksReceived: 2,
  chunksRepaired: 0,
  interruptions: [],
  givenAtMs: NOW_MS,
  revision: 1,
};
const { orderBytes: _bytes, ...airingFacts }: Airing = {
  title: bulletin.title,
  id: 'air-1',
  occurrenceId: occurrence.id,
  scheduleId: schedule.id,
  bulletinId: bulletin.id,
  clipId: clip.id,
  tenantId: area.id,
  areaIds: schedule.areaIds,
  priority: 'normal',
  drill: false,
  air: USUAL_AIR,
  playAtMs: occurrence.playAtMs,
  durationMs: clip.durationMs,
  sendAtMs: NOW_MS,
  closeAtMs: occurrence.playAtMs + 150_000,
  state: 'closed',
  orderBytes: null,
};
export const airing = airingFacts;
export const speaker: SpeakerView = {
  site,
  unitId: 'unit-1',
  online: true,
  heardAtMs: NOW_MS,
  clockErrorMs: 2.5,
  freeBytes: 900_000_000,
  firmware: '0.1.0',
  link: { state: 'online', sinceMs: null },
  power: { source: 'mains', batteryPercent: null },
  volumePercent: 100,
  bytesThisMonth: 120_000_000,
  deviceClass: 'mains-4g',
  sim: null,
  hush: null,
  place: { lat: 21.53, lon: 104.05 },
  incidents: 0,
  holds: { due: 2, held: 2, planned: 1 },
  lastVerdict: {
    ...{ airingId: verdict.airingId, kind: verdict.kind, reason: verdict.reason, detail: null },
    ...{ playAtMs: occurrence.playAtMs, title: bulletin.title },
  },
};

const everyRole: Actor['grants'] = (
  ['author', 'approver', 'operator', 'planner', 'technician', 'administrator'] as const
).map((role) => ({ accountId: 'acc-1', role, areaId: area.id }));

/** A session with these roles at the commune; `token` is what the cookie holds. */
export function sessionOf(roles: readonly string[] | null, token = 'token-1'): NewSession {
  const grants = everyRole.filter(({ role }) => roles === null || roles.includes(role));
  return {
    token,
    expiresAtMs: Date.now() + 3_600_000,
    actor: { accountId: 'acc-1', name: 'lan', grants },
    account: { id: 'acc-1', name: 'lan', fullName: 'Nguyễn Thị Lan' },
    grants: grants.map(({ role, areaId }) => ({ role, areaId })),
    csrfToken: 'csrf-1',
    speed: 1,
    simulated: false,
    planNowMs: NOW_MS,
  };
}

export const specialDay: ShownDay = {
  id: 'day-1',
  tenantId: area.id,
  kind: 'holiday',
  name: 'Lễ hội Lồng Tồng',
  fromDay: '2027-02-15',
  untilDay: '2027-02-16',
  note: null,
  mine: true,
};
export const languages = [{ code: 'vie', name: 'Tiếng Việt', ownName: 'Tiếng Việt' }];
