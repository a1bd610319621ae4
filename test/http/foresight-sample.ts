// What is foreseen as the services would hand it out: a conflict, a coming time, a use, a rehearsal.
// It must never assert anything.
import type { SpokenConflict } from '../../src/domain/calendar/conflict-model.ts';
import type { SpokenFinding } from '../../src/domain/rehearsal/rehearsal-model.ts';
import type { Services } from '../../src/services/door.ts';
import type { Airtime, RehearsalView, Use } from '../../src/services/rehearsal/rehearsal-door.ts';
import { area, bulletin, NOW_MS, occurrence, schedule, site } from './sample.ts';

const says = { vi: 'Bản tin này đợi 2 phút.', en: 'This bulletin waits 2 min.' };
const { id: bulletinId, title } = bulletin;

export const conflict: SpokenConflict = {
  ...{ atMs: NOW_MS, times: 1, whose: 'wish', rule: 'already-sounding', says },
  ...{ chooseUntilMs: null, speakers: 1 },
  with: {
    ...{ occurrenceId: `${occurrence.id}#2`, scheduleId: schedule.id, bulletinId, title },
    playAtMs: NOW_MS,
  },
  outcome: { kind: 'waits', fromMs: NOW_MS + 120_000 },
  ...{ areaIds: [area.id], siteIds: [site.id], areaNames: [area.name], siteNames: [site.name] },
};
export const airtime: Airtime = {
  ...{ occurrenceId: occurrence.id, scheduleId: schedule.id, areaId: area.id },
  ...{ areaName: area.name, playAtMs: NOW_MS, hindrance: null },
  speakers: {
    all: 3,
    ready: 1,
    hushed: 1,
    closed: 0,
    'no-unit': 0,
    never: 0,
    silent: 1,
    faulty: 0,
  },
};
export const use: Use = {
  ...{ what: 'schedule', id: schedule.id, bulletinId, title, atMs: null },
  says: { vi: 'Có lịch phát', en: 'It is on a schedule' },
};
export const finding: SpokenFinding = {
  ...{ fault: 'silent', expected: 'failed', siteId: site.id, siteName: site.name },
  ...{ scheduleId: null, bulletinId: null, title: null, by: null, sinceMs: NOW_MS - 1_000 },
  ...{ firstAtMs: NOW_MS, pairs: 2, people: 420, says, remedy: says },
  ...{ occurrenceIds: [occurrence.id], siteIds: [site.id] },
};
export const rehearsal: RehearsalView = {
  ...{ id: 'reh-1', tenantId: area.id, tenantName: area.name, madeAtMs: NOW_MS, by: null },
  ...{ fromMs: NOW_MS, toMs: NOW_MS + 86_400_000, occurrences: 2, speakers: 3, pairs: 6 },
  expected: { played: 4, 'partly-played': 0, 'pre-empted': 0, 'skipped-by-rule': 0, failed: 2 },
  ...{ found: 1, findings: [finding], left: 0, came: null },
};

type Answer = <T>(method: string, value: T) => (actor: unknown, input?: unknown) => T;

export function doors(answer: Answer): Pick<Services, 'foresight' | 'rehearsals'> {
  const { findings: _f, left: _l, came: _c, ...brief } = rehearsal;
  const ways = [{ kind: 'move', atMs: NOW_MS, shiftMs: -60_000 }] as const;
  return {
    foresight: {
      conflicts: answer(
        'foresight.conflicts',
        Promise.resolve({ conflicts: [conflict], ways: [...ways] }),
      ),
      airtimes: answer('foresight.airtimes', { airtimes: [airtime], next: `${NOW_MS}_a_b` }),
      uses: answer('foresight.uses', Promise.resolve({ uses: [use], whole: true })),
    },
    rehearsals: {
      list: answer('rehearsals.list', [brief]),
      get: answer('rehearsals.get', rehearsal),
      make: answer('rehearsals.make', Promise.resolve(rehearsal)),
    },
  };
}
