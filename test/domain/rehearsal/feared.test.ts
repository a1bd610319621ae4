// What a rehearsal fears and what it names: a low battery is no silence, and each failing pair is itself.
// It must never check whose turn it is: the arbiter's own tests do.
import { expect, test } from 'vitest';
import type { Planned } from '../../../src/domain/calendar/turns.ts';
import type { SiteState } from '../../../src/domain/rehearsal/rehearsal-model.ts';
import { spokenFinding } from '../../../src/domain/rehearsal/rehearsal-words.ts';
import { rehearse } from '../../../src/domain/rehearsal/rehearse.ts';
import { CELLS, hear, planned } from '../calendar/plan-samples.ts';
import { at } from '../samples.ts';

const EVENING = at('2026-12-04', '20:00');
const WELL: SiteState = {
  ...{ link: 'online', sinceMs: null, hasPolicy: true, clockOff: false, diskFull: false },
  ...{ batteryPercent: null, holds: [] },
};

function rehearsed(occurrences: Planned[], states: Record<string, Partial<SiteState>> = {}) {
  return rehearse({
    ...{ occurrences, cells: CELLS, hear, peopleOf: () => 300, streamOf: () => null },
    stateOf: (siteId) => ({ ...WELL, ...states[siteId] }),
  });
}
const said = (found: ReturnType<typeof rehearsed>) =>
  found.findings
    .map((finding) => spokenFinding({ finding, siteName: finding.siteId, nowMs: EVENING }))
    .map(({ says, remedy }) => `${says.vi} ${remedy.vi}`);

test('a low battery may last: it is seen to, said as a fear, and counted as heard', () => {
  const found = rehearsed([planned('a', '17:00')], { 'loa-1': { batteryPercent: 12 } });
  expect(found.expected).toMatchObject({ played: 3, failed: 0 });
  expect(found.findings).toMatchObject([{ fault: 'battery-low', siteId: 'loa-1', pairs: 1 }]);
  expect(said(found)[0]).toBe(
    'Loa loa-1 sắp hết pin: 1 lượt phát ở đây có thể không nghe được. Kiểm tra điện lưới và pin trước 17:00 ngày mai.',
  );
});

test('of more than a hundred times at one speaker a hundred are named, and all are counted', () => {
  const many = Array.from({ length: 101 }, (_, n) => {
    const clock = `${String(5 + Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
    return planned(`${n}`, clock, { hindrance: 'not-approved', scheduleId: 'lich' });
  });
  const [finding] = rehearsed(many).findings;
  expect(finding?.pairs).toBe(303);
  expect(finding?.occurrenceIds).toHaveLength(100);
  // each of those named failed at each of the three
  expect(finding).not.toHaveProperty('only');
});

test('what fails is named pair by pair where not each time fails everywhere', () => {
  const hindrance = 'not-approved' as const;
  const own = { scheduleId: 'lich', hindrance };
  const each = rehearsed([planned('a', '17:00', own), planned('b', '18:00', own)]);
  expect(each.findings[0]).not.toHaveProperty('only');
  const some = rehearsed([
    planned('a', '17:00', { ...own, areaIds: ['ban-1'] }),
    planned('b', '18:00', { ...own, areaIds: ['ban-2'] }),
  ]).findings[0];
  expect(some?.occurrenceIds).toHaveLength(2);
  const named = some?.only?.map((mark) => [
    some.occurrenceIds[Math.floor(mark / 100)],
    some.siteIds[mark % 100],
  ]);
  expect(named?.map(([id]) => id?.[0])).toEqual(
    some?.siteIds.map((id) => (id === 'loa-2' ? 'b' : 'a')),
  );
});
