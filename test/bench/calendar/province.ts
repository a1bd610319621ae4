// A province as rows would have it, made from a seed: communes, villages, poles, hours, bulletins, schedules.
// It must never know a rule under test.
import type { PlanFacts } from '../../../src/domain/airing/occurrences.ts';
import { type AirRules, USUAL_RULES } from '../../../src/domain/calendar/calendar-model.ts';
import { specialDays } from '../../../src/domain/calendar/recurrence.ts';
import type {
  Area,
  Bulletin,
  Clip,
  Regulation,
  Schedule,
  Site,
} from '../../../src/domain/model.ts';
import { NO_RULES } from '../../../src/domain/regulation/regulation-model.ts';
import { DAY_MS } from '../../../src/domain/vietnam-time.ts';
import { approval, bulletin, clip, schedule } from '../../domain/samples.ts';
import { type Chance, chance } from './chance.ts';

/** Monday, midnight in Vietnam. */
export const MONDAY = Date.parse('2026-12-07T00:00:00+07:00');
const FROM = MONDAY - 30 * DAY_MS;
const PER_VILLAGE = 4;
const VILLAGES_PER_COMMUNE = 17;
const PER_COMMUNE = 10;

export type Province = {
  areas: Area[];
  sites: Site[];
  regulations: Regulation[];
  bulletins: Map<string, Bulletin>;
  clips: Map<string, Clip>;
  schedules: Schedule[];
  facts(of: { fromMs: number; toMs: number }): PlanFacts;
};

export function makeProvince(of: { seed: number; speakers: number; schedules?: number }): Province {
  const luck = chance(of.seed);
  const areas: Area[] = [place('tinh', null, { kind: 'province', population: null })];
  const sites: Site[] = [];
  const regulations: Regulation[] = [hoursOf('tinh', luck)];
  for (let n = 0; n < of.speakers; n += 1) {
    const village = Math.floor(n / PER_VILLAGE);
    const commune = `xa-${Math.floor(village / VILLAGES_PER_COMMUNE)}`;
    const id = `ban-${village}`;
    if (village % VILLAGES_PER_COMMUNE === 0 && n % PER_VILLAGE === 0) {
      areas.push(place(commune, 'tinh', { kind: 'commune', population: 5_000 }));
      if (luck.is(0.9)) regulations.push(hoursOf(commune, luck));
    }
    if (n % PER_VILLAGE === 0)
      areas.push({
        ...place(id, commune, { kind: 'village', population: 300 }),
        tenantId: commune,
      });
    const zone = luck.is(0.03) ? 'clinic' : 'ordinary';
    sites.push({
      id: `loa-${n}`,
      areaId: id,
      tenantId: commune,
      name: `Loa ${n}`,
      zone,
      startOffsetMs: 0,
    });
  }
  const [bulletins, clips] = contents(luck);
  const schedules = rules({ luck, areas, bulletins, count: of.schedules });
  const made = { areas, sites, regulations, bulletins, clips, schedules };
  return { ...made, facts: (span) => factsOf(made, span) };
}

function factsOf(made: Omit<Province, 'facts'>, span: { fromMs: number; toMs: number }): PlanFacts {
  const { bulletins, clips, areas, regulations, sites, schedules } = made;
  const lunar = { id: 'le', tenantId: 'tinh', kind: 'holiday', name: 'Ngày lễ' } as const;
  const special = specialDays([{ ...lunar, fromDay: '2026-12-09', untilDay: '2026-12-09' }]);
  return {
    nowMs: span.fromMs,
    horizonMs: span.toMs - span.fromMs,
    ...{ schedules, areas, regulations, sites },
    fieldsOf: () => null,
    special: () => special,
    exceptions: () => [],
    bulletin: (id) => bulletins.get(id) ?? null,
    clip: (id) => clips.get(id) ?? null,
    approvals: (id) => {
      const isApproved = bulletins.get(id)?.state === 'approved';
      return isApproved ? [approval({ bulletinId: id, atMs: FROM, contentHash: HASH })] : [];
    },
  };
}

const place = (
  id: string,
  parentId: string | null,
  of: Pick<Area, 'kind' | 'population'>,
): Area => ({
  ...{ id, code: id, name: id, parentId, tenantId: id },
  ...of,
});

function hoursOf(areaId: string, luck: Chance): Regulation {
  const days = [1, 2, 3, 4, 5, 6, 7];
  const windows = [
    { days, fromMinute: 300, toMinute: luck.of([420, 450, 480]) },
    { days, fromMinute: luck.of([660, 690]), toMinute: 720 },
    { days, fromMinute: 990, toMinute: luck.of([1_110, 1_140, 1_200]) },
  ];
  return { areaId, hours: { utcOffsetMin: 420, windows }, rules: NO_RULES, counter: 1 };
}

const HASH = 'a'.repeat(64);

function contents(luck: Chance): [Map<string, Bulletin>, Map<string, Clip>] {
  const bulletins = new Map<string, Bulletin>();
  const clips = new Map<string, Clip>();
  for (let n = 0; n < 200; n += 1) {
    const [id, clipId] = [`bt-${n}`, `clip-${n}`];
    const priority = n % 40 === 39 ? 'emergency' : n % 8 === 7 ? 'priority' : 'normal';
    const state = luck.is(0.95) ? 'approved' : 'pending';
    const drill = priority === 'emergency' && luck.is(0.5);
    bulletins.set(id, bulletin({ id, clipId, priority, state, drill, title: `Bản tin ${n}` }));
    const durationMs = 30_000 + luck.whole(270) * 1_000;
    clips.set(clipId, clip({ id: clipId, bulletinId: id, durationMs, contentHash: HASH }));
  }
  return [bulletins, clips];
}

function rules(of: {
  luck: Chance;
  areas: readonly Area[];
  bulletins: ReadonlyMap<string, Bulletin>;
  count?: number | undefined;
}): Schedule[] {
  const { luck, areas, bulletins } = of;
  const made: Schedule[] = [];
  const add = (area: Area) => {
    const { id: bulletinId, priority, drill } = luck.of([...bulletins.values()]);
    const once = priority === 'emergency' && !drill;
    const id = `lich-${String(made.length).padStart(6, '0')}`;
    const { tenantId } = area;
    const row = { id, tenantId, bulletinId, areaIds: [area.id], createdAtMs: FROM, sinceMs: FROM };
    made.push(schedule({ ...row, air: airOf(luck), rule: once ? onceIn(luck) : repeatOf(luck) }));
  };
  for (const area of areas) {
    const many = area.kind === 'village' ? 2 : PER_COMMUNE;
    for (let n = 0; n < many; n += 1) add(area);
  }
  while (of.count !== undefined && made.length < of.count) add(luck.of(areas));
  return of.count === undefined ? made : made.slice(0, of.count);
}

function onceIn(luck: Chance): Schedule['rule'] {
  return { kind: 'once', atMs: MONDAY + luck.whole(7 * 86_400) * 1_000 };
}

/** Mostly in the hours, to the second; now and then where nobody allows it. */
function repeatOf(luck: Chance): Schedule['rule'] {
  const hour = luck.of([5, 5, 6, 6, 11, 16, 17, 17, 18, 18, 21]);
  const at = [hour * 3_600 + luck.whole(60) * 60 + (luck.is(0.2) ? luck.whole(60) : 0)];
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter(() => luck.is(0.6));
  return {
    kind: 'repeat',
    days: luck.is(0.4)
      ? { every: 'day', step: 1 + luck.whole(2) }
      : { every: 'week', step: 1, weekdays: weekdays.length > 0 ? weekdays : [1] },
    ...{ at, seasons: [], fromDay: '2026-11-09', untilDay: null, replaceWith: null },
    special: { holiday: luck.of(['as-usual', 'skip'] as const), mourning: 'skip' },
  };
}

function airOf(luck: Chance): AirRules {
  if (luck.is(0.6)) return USUAL_RULES;
  return {
    start: luck.of([
      { kind: 'after' },
      { kind: 'exact' },
      { kind: 'within', withinMs: 900_000 },
    ] as const),
    missed: luck.of([
      { kind: 'join' },
      { kind: 'skip' },
      { kind: 'late', untilMs: 1_800_000 },
    ] as const),
    under: luck.of(['pause', 'silent', 'drop'] as const),
    times: luck.of([1, 1, 2]),
    gapMs: 120_000,
    filler: luck.is(0.1),
  };
}
