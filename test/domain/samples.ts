// One small province, a bulletin and its airing as plain values, so that a test names only what it is about.
// It must never know the rules under test.

import type {
  AllowedHours,
  FinishedReceipt,
  Receipt,
  SoundFacts,
} from '../../devices/protocol/index.ts';
import { USUAL_AIR } from '../../devices/rules/index.ts';
import { USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import type { ReadingProfile } from '../../src/domain/documents/reading-model.ts';
import type {
  Actor,
  Airing,
  Approval,
  Area,
  Bulletin,
  Clip,
  Role,
  Schedule,
  Site,
  Verdict,
} from '../../src/domain/model.ts';

/** An instant by Vietnam's clock: at('2026-12-05', '17:00'). */
export const at = (date: string, time: string) => Date.parse(`${date}T${time}:00+07:00`);

/** Saturday */
export const NOON = at('2026-12-05', '12:00');

const area = (of: Pick<Area, 'id' | 'kind' | 'parentId' | 'tenantId'> & Partial<Area>): Area => ({
  code: of.id,
  name: `tên ${of.id}`,
  population: null,
  setting: null,
  ...of,
});

export const AREAS: Area[] = [
  area({ id: 'tinh', kind: 'province', parentId: null, tenantId: 'tinh' }),
  area({ id: 'xa-a', kind: 'commune', parentId: 'tinh', tenantId: 'xa-a' }),
  area({ id: 'xa-b', kind: 'commune', parentId: 'tinh', tenantId: 'xa-b' }),
  area({ id: 'ban-1', kind: 'village', parentId: 'xa-a', tenantId: 'xa-a' }),
  area({ id: 'ban-2', kind: 'village', parentId: 'xa-a', tenantId: 'xa-a' }),
  area({ id: 'ban-vang', kind: 'village', parentId: 'xa-a', tenantId: 'xa-a' }),
  area({ id: 'ban-b1', kind: 'village', parentId: 'xa-b', tenantId: 'xa-b' }),
  area({ id: 'cum-suoi', kind: 'group', parentId: 'ban-1', tenantId: 'xa-a' }),
];

const site = (id: string, areaId: string, tenantId: string): Site => ({
  id,
  areaId,
  tenantId,
  name: `Điểm loa ${id}`,
  zone: 'ordinary',
  startOffsetMs: 0,
});
/** ban-vang has none */
export const SITES: Site[] = [
  site('loa-1', 'ban-1', 'xa-a'),
  site('loa-2', 'ban-2', 'xa-a'),
  site('loa-3', 'cum-suoi', 'xa-a'),
  site('loa-b', 'ban-b1', 'xa-b'),
];

/** Minutes of the day, every day. */
export const daily = (fromMinute: number, toMinute: number): AllowedHours => ({
  utcOffsetMin: 420,
  windows: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute, toMinute }],
});
export const DAYTIME = daily(5 * 60, 20 * 60);

export const actor = (...grants: [Role, string][]): Actor => ({
  accountId: 'tk-1',
  name: 'can-bo',
  grants: grants.map(([role, areaId]) => ({ accountId: 'tk-1', role, areaId })),
});

export const bulletin = (of: Partial<Bulletin> = {}): Bulletin => ({
  id: 'bt-1',
  tenantId: 'xa-a',
  documentId: null,
  documentPart: null,
  originalId: null,
  title: 'Lịch tiêm chủng',
  text: 'Ngày mai trạm y tế tiêm chủng.',
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
  state: 'approved',
  stateReason: null,
  version: 1,
  clipId: 'clip-1',
  authorId: 'tac-gia',
  writerIds: ['tac-gia'],
  createdAtMs: NOON,
  ...of,
});

/** As it goes on air by default. */
export const profile = (of: Partial<ReadingProfile> = {}): ReadingProfile => ({
  docno: 'short',
  legalBases: 'skip',
  responsibilities: 'skip',
  tables: 'auto',
  footnotes: 'skip',
  signature: 'skip',
  frame: 'spoken',
  linh: 'linh',
  nghin: 'nghìn',
  maxSyllables: 60,
  syllablesPerMinute: 190,
  fullStopMs: 400,
  ...of,
});

export const SOUND: SoundFacts = {
  codec: 'opus',
  channels: 1,
  bitrateBps: 24_000,
  frameMs: 60,
  preSkipSamples: 312,
  totalSamples: 2_880_000,
  chunkCount: 8,
  bytes: 180_000,
  contentHash: 'a'.repeat(64),
  chunkDigests: 'AAAA',
};

/** One minute of sound. */
export const clip = (of: Partial<Clip> = {}): Clip => ({
  id: 'clip-1',
  bulletinId: 'bt-1',
  path: 'clips/clip-1.opus',
  contentHash: SOUND.contentHash,
  durationMs: 60_000,
  lufs: -16.1,
  truePeakDb: -1.5,
  bytes: 180_000,
  sentences: [{ words: 'Ngày mai trạm y tế tiêm chủng.', startMs: 0, endMs: 2_400 }],
  doubts: 0,
  sound: SOUND,
  synthetic: { engine: 'espeak-ng', voice: 'vi', madeAtMs: NOON },
  language: 'vie',
  profile: 'horn' as const,
  spokenBy: [],
  falls: [],
  madeAtMs: NOON,
  ...of,
});

export const approval = (of: Partial<Approval> = {}): Approval => ({
  id: 'duyet-1',
  bulletinId: 'bt-1',
  version: 1,
  contentHash: SOUND.contentHash,
  approverId: 'nguoi-duyet',
  atMs: NOON - 1_000,
  neededIds: [],
  standingId: null,
  slipHash: null,
  voidedAtMs: null,
  ...of,
});

export const schedule = (of: Partial<Schedule> = {}): Schedule => ({
  id: 'lich-1',
  tenantId: 'xa-a',
  bulletinId: 'bt-1',
  areaIds: ['xa-a'],
  rule: { kind: 'once', atMs: at('2026-12-05', '17:00') },
  air: USUAL_RULES,
  version: 1,
  createdBy: 'tac-gia',
  createdAtMs: NOON,
  sinceMs: 0,
  endedAtMs: null,
  ...of,
});

export const airing = (of: Partial<Airing> = {}): Airing => {
  const playAtMs = of.playAtMs ?? at('2026-12-05', '17:00');
  return {
    id: 'phat-1',
    occurrenceId: `lich-1@${playAtMs}`,
    scheduleId: 'lich-1',
    bulletinId: 'bt-1',
    clipId: 'clip-1',
    title: 'Lịch tiêm chủng',
    tenantId: 'xa-a',
    areaIds: ['xa-a'],
    priority: 'normal',
    drill: false,
    air: USUAL_AIR,
    playAtMs,
    durationMs: 60_000,
    sendAtMs: playAtMs - 1_800_000,
    closeAtMs: playAtMs + 180_000,
    state: 'planned',
    orderBytes: null,
    ...of,
  };
};

const common = { speakerId: 'loa-1', unitId: 'may-1', streamId: 'phat-1' };
const counts = { chunksReceived: 8, chunksRepaired: 1 };
const endMs = at('2026-12-05', '17:01');

export const finished = (of: Partial<FinishedReceipt> = {}): FinishedReceipt => ({
  event: 'finished',
  receiptId: 'bn-het',
  atMs: endMs,
  ...common,
  startErrorMs: 12.4,
  heardMs: 60_000,
  durationMs: 60_000,
  ...counts,
  interruptions: [],
  shortOf: null,
  preemptedBy: null,
  ...of,
});
export const stored = (): Receipt => ({
  event: 'stored',
  receiptId: 'bn-du',
  atMs: endMs - 90_000,
  ...common,
  ...counts,
});
export const started = (): Receipt => ({
  event: 'started',
  receiptId: 'bn-dau',
  atMs: endMs - 60_000,
  ...common,
  startErrorMs: 7.5,
});
export const refused = (reason: (Receipt & { event: 'refused' })['reason']): Receipt => ({
  event: 'refused',
  receiptId: `bn-${reason}`,
  atMs: endMs - 80_000,
  ...common,
  orderId: null,
  reason,
});

export const verdict = (of: Partial<Verdict> = {}): Verdict => ({
  airingId: 'phat-1',
  siteId: 'loa-1',
  kind: 'played',
  reason: 'whole',
  detail: null,
  startErrorMs: 12.4,
  heardMs: 60_000,
  chunksReceived: 8,
  chunksRepaired: 1,
  interruptions: [],
  givenAtMs: endMs,
  revision: 0,
  ...of,
});
