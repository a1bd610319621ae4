// Tomorrow played through before it happens: what will fail, whom it costs, and what to do about it.
// It must never check whose turn it is: the arbiter's own tests do.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { USUAL_RULES } from '../../../src/domain/calendar/calendar-model.ts';
import { cellsOf, hearing } from '../../../src/domain/calendar/cells.ts';
import type { Planned } from '../../../src/domain/calendar/turns.ts';
import { FINDINGS_MAX } from '../../../src/domain/rehearsal/gathering.ts';
import type { Fault, SiteState } from '../../../src/domain/rehearsal/rehearsal-model.ts';
import { dayAndClock, spokenFinding } from '../../../src/domain/rehearsal/rehearsal-words.ts';
import {
  type RehearsalFacts,
  rehearse,
  rehearsing,
} from '../../../src/domain/rehearsal/rehearse.ts';
import { CELLS, clock, hear, minutes, planned, TREE } from '../calendar/plan-samples.ts';
import { at, DAYTIME, SITES } from '../samples.ts';

const EVENING = at('2026-12-04', '20:00');
const WELL: SiteState = {
  ...{ link: 'online', sinceMs: null, hasPolicy: true, clockOff: false, diskFull: false },
  ...{ batteryPercent: null, holds: [] },
};
type States = Record<string, Partial<SiteState>>;

function rehearsed(occurrences: Planned[], states: States = {}, of: Partial<RehearsalFacts> = {}) {
  return rehearse({
    ...{ occurrences, cells: CELLS, hear },
    stateOf: (siteId) => ({ ...WELL, ...states[siteId] }),
    peopleOf: () => 300,
    streamOf: () => null,
    ...of,
  });
}
const said = (found: ReturnType<typeof rehearsed>) =>
  found.findings
    .map((finding) => spokenFinding({ finding, siteName: finding.siteId, nowMs: EVENING }))
    .map(({ says, remedy }) => `${says.vi} ${remedy.vi}`);

test('all well says how many airings at how many speakers were played through', () => {
  expect(rehearsed([planned('a', '17:00'), planned('b', '17:05')])).toEqual({
    ...{ occurrences: 2, speakers: 3, pairs: 6, findings: [], left: 0 },
    expected: { played: 6, 'partly-played': 0, 'pre-empted': 0, 'skipped-by-rule': 0, failed: 0 },
  });
});

test('played through in pieces it comes to the same', () => {
  const facts = { occurrences: [planned('a', '17:00'), planned('b', '17:01')], cells: CELLS, hear };
  const rest = { stateOf: () => WELL, peopleOf: () => 1, streamOf: () => null };
  const work = rehearsing({ ...facts, ...rest });
  let pieces = 0;
  let piece = work.next();
  for (; !piece.done; piece = work.next()) pieces += 1;
  // one for each time and each place at the least
  expect(pieces).toBeGreaterThanOrEqual(facts.occurrences.length + CELLS.length);
  expect(piece.value).toEqual(rehearse({ ...facts, ...rest }));
});

test('an empty day is well too', () => {
  expect(rehearsed([])).toMatchObject({ occurrences: 0, speakers: 0, pairs: 0, findings: [] });
});

test('a silent speaker is one finding, with all that it will not say and until when somebody must go', () => {
  const found = rehearsed([planned('a', '17:00'), planned('b', '17:05')], {
    'loa-2': { link: 'silent', sinceMs: at('2026-12-03', '16:42') },
  });
  expect(found.expected).toMatchObject({ played: 4, failed: 2 });
  expect(found.findings[0]).toMatchObject({ pairs: 2, people: 300, siteIds: ['loa-2'] });
  expect(said(found)).toEqual([
    'Loa loa-2 im từ 16:42 hôm qua: 2 lượt phát sẽ không nghe được ở đây. Cử người kiểm tra nguồn và mạng trước 17:00 ngày mai.',
  ]);
});

const FLEET: [Fault, Partial<SiteState>, RegExp][] = [
  ['never', { link: 'never' }, /chưa lần nào báo về.*Hoàn tất lắp đặt/],
  ['no-unit', { link: 'no-unit' }, /chưa có thiết bị.*Lắp thiết bị/],
  ['silent', { link: 'silent' }, /im từ lâu nay/],
  ['no-policy', { hasPolicy: false }, /chưa nhận được khung giờ/],
  ['disk-full', { diskFull: true }, /sắp đầy bộ nhớ/],
];
test.each(FLEET)('a speaker with %s will fail, and it is said', (fault, state, words) => {
  const found = rehearsed([planned('a', '17:00', { areaIds: ['ban-1'] })], { 'loa-1': state });
  expect(found.findings.map((finding) => finding.fault)).toEqual([fault]);
  expect(found.expected).toMatchObject({ failed: 1, played: 1 });
  expect(said(found)[0]).toMatch(words);
});

test('a clock that is off makes a speaker late, which is said of that speaker', () => {
  const found = rehearsed([planned('a', '17:00')], { 'loa-1': { clockOff: true } });
  expect(found.expected).toMatchObject({ played: 2, 'partly-played': 1 });
  expect(said(found)).toEqual([
    expect.stringMatching(/^Đồng hồ loa loa-1 sai hoặc chưa có giờ: 1 lượt phát ở đây sẽ lệch giờ/),
  ]);
});

test('a late word, by itself, is no fault', () => {
  expect(rehearsed([planned('a', '17:00')], { 'loa-1': { link: 'late' } }).findings).toEqual([]);
});

test('a stream that went out and is not held is found; one that is held is not', () => {
  const streamOf = () => 'phat-1';
  const found = rehearsed(
    [planned('a', '17:00')],
    { 'loa-1': { holds: ['phat-1'] } },
    { streamOf },
  );
  expect(found.findings.map(({ siteId }) => siteId)).toEqual(['loa-2', 'loa-3']);
  expect(said(found)[0]).toMatch(/chưa nhận được âm thanh đã gửi/);
});

const air = (of: Partial<typeof USUAL_RULES>) => ({ air: { ...USUAL_RULES, ...of } });
const PLAN: [string, Planned[], object, RegExp | null][] = [
  [
    'not approved',
    [planned('a', '17:00', { hindrance: 'not-approved' })],
    { 'skipped-by-rule': 3 },
    /^“Bản a” chưa được duyệt: 3 lượt ở cụm loa sẽ không phát\. Trình và duyệt bản tin trước 17:00 ngày mai\.$/,
  ],
  [
    'cancelled for this once by a person',
    [planned('a', '17:00', { hindrance: 'cancelled-once' })],
    { 'skipped-by-rule': 3 },
    null,
  ],
  [
    'waiting longer than ten minutes',
    [planned('a', '17:00', { durationMs: minutes(30) }), planned('b', '17:01')],
    { played: 3, 'pre-empted': 3 },
    /^“Bản b” phải nhường “Bản a” \(17:00\): 3 lượt .*Dời sang giờ khác/,
  ],
  [
    'ended by what stands above it',
    [
      planned('a', '17:00', air({ under: 'drop' })),
      planned('b', '17:01', { priority: 'priority' }),
    ],
    { played: 3, 'partly-played': 3 },
    /^“Bản a” bị “Bản b” \(17:01\) ngắt và không phát tiếp: 3 lượt ở cụm loa chỉ phát một phần/,
  ],
  [
    'pushed over the end of the hours',
    [planned('a', '19:55', { durationMs: minutes(4) }), planned('b', '19:57')],
    { played: 3, 'partly-played': 3 },
    /^“Bản b” bị đẩy quá khung giờ: 3 lượt ở cụm loa chỉ phát một phần/,
  ],
  [
    'without its turn before the hours are over',
    [planned('a', '19:57'), planned('b', '19:58', { durationMs: minutes(2) })],
    { played: 3, 'skipped-by-rule': 3 },
    /^“Bản b” bị đẩy quá khung giờ: 3 lượt ở cụm loa sẽ không phát\. Dời sớm hơn hoặc rút ngắn/,
  ],
  [
    'outside the hours here, allowed elsewhere',
    [planned('a', '21:00')],
    { 'skipped-by-rule': 3 },
    /^“Bản a” ngoài khung giờ của một số nơi/,
  ],
  [
    'meant for a place without speakers',
    [planned('a', '17:00', { areaIds: ['ban-vang'], hindrance: 'no-speakers' })],
    { 'skipped-by-rule': 0 },
    /^“Bản a” đặt cho nơi chưa có loa: 1 lượt phát không ai nghe\./,
  ],
];
test.each(PLAN)('what is %s is foreseen', (_what, occurrences, expected, words) => {
  const found = rehearsed(occurrences);
  expect(found.expected).toMatchObject(expected);
  expect(said(found)).toEqual(words === null ? [] : [expect.stringMatching(words)]);
});

test('a hush is kept, counted, and nobody is told to mend it', () => {
  const from = clock('16:00');
  const hushed = (untilMs: number) => {
    const hours = { ...DAYTIME, hushes: [{ fromMs: from, untilMs }] };
    const cells = cellsOf(SITES, ({ id }) => (id === 'loa-1' ? hours : DAYTIME));
    return rehearsed([planned('a', '17:00')], {}, { cells, hear: hearing(TREE, cells) });
  };
  expect(hushed(clock('18:00'))).toMatchObject({
    expected: { 'skipped-by-rule': 1 },
    findings: [],
  });
  const late = { ...DAYTIME, hushes: [{ fromMs: clock('17:01'), untilMs: clock('18:00') }] };
  const cells = cellsOf(SITES, () => late);
  const cut = rehearsed([planned('a', '17:00')], {}, { cells, hear: hearing(TREE, cells) });
  expect(cut).toMatchObject({ expected: { 'partly-played': 3 }, findings: [] });
});

test('what most people would have heard comes first', () => {
  const found = rehearsed(
    [planned('a', '17:00'), planned('b', '18:00', { areaIds: ['ban-2'], hindrance: 'no-clip' })],
    { 'loa-1': { link: 'silent' }, 'loa-2': { link: 'silent' } },
    { peopleOf: ({ id }) => (id === 'loa-2' ? 900 : 100) },
  );
  expect(found.findings.map(({ fault, people }) => [fault, people])).toEqual([
    ['silent', 900],
    ['no-clip', 900],
    ['silent', 100],
  ]);
});

test('of two that cost as many listeners the one with more airings comes first', () => {
  const found = rehearsed(
    [planned('a', '17:00'), planned('b', '18:00', { areaIds: ['ban-2'] })],
    { 'loa-1': { link: 'silent' }, 'loa-2': { link: 'silent' } },
    { peopleOf: () => 0 },
  );
  expect(found.findings.map(({ siteId }) => siteId)).toEqual(['loa-2', 'loa-1']);
});

test('more findings than a person reads are counted', () => {
  const many = Array.from({ length: FINDINGS_MAX + 5 }, (_, n) =>
    planned(`x${n}`, clock('05:00') + minutes(4 * n), { hindrance: 'not-approved' }),
  );
  expect(rehearsed(many)).toMatchObject({ left: 5, findings: { length: FINDINGS_MAX } });
});

test.each([
  ['2026-12-03', '16:42 hôm qua', '16:42 yesterday'],
  ['2026-12-04', '16:42 hôm nay', '16:42 today'],
  ['2026-12-05', '16:42 ngày mai', '16:42 tomorrow'],
  ['2026-12-01', '16:42 ngày 1/12/2026', '16:42 on 1/12/2026'],
])('the evening of 4 December calls %s %s', (day, vi, en) => {
  expect(dayAndClock(at(day, '16:42'), EVENING)).toEqual({ vi, en });
});

test('priority items that nobody has put in order are a question with an hour, and then a move', () => {
  const priority = { priority: 'priority' } as const;
  const long = { ...priority, durationMs: minutes(20) };
  const day = [planned('a', '17:00', long), planned('b', '17:05', priority)];
  expect(said(rehearsed(day))).toEqual([
    '“Bản b” phải nhường “Bản a” (17:00): 3 lượt ở cụm loa sẽ không phát. Chọn thứ tự phát trước 16:50 ngày mai, hoặc dời sang giờ khác.',
  ]);
  const [finding] = rehearsed(day).findings;
  const tooLate = { finding: finding as NonNullable<typeof finding>, siteName: null };
  expect(spokenFinding({ ...tooLate, nowMs: clock('16:55') }).remedy.vi).toMatch(
    /^Dời sang giờ khác/,
  );
  const chosen = [
    planned('a', '17:00', { ...long, order: 0 }),
    planned('b', '17:05', { ...priority, order: 1 }),
  ];
  expect(said(rehearsed(chosen))[0]).toContain('Dời sang giờ khác trước 17:05 ngày mai.');
});

test('every fault has its sentence and its remedy in both languages', () => {
  const [finding] = rehearsed([planned('a', '17:00', { hindrance: 'not-approved' })]).findings;
  const faults: Fault[] = [
    ...(['changed-since-approval', 'approval-too-old', 'no-clip', 'out-of-hours'] as const),
    ...(['over-regulation', 'expired', 'cancelled-once', 'document-ended'] as const),
    ...(['pre-empted', 'interrupted'] as const),
  ];
  for (const fault of faults) {
    const of = { ...(finding as NonNullable<typeof finding>), fault };
    const { says, remedy } = spokenFinding({ finding: of, siteName: null, nowMs: EVENING });
    for (const { vi, en } of [says, remedy]) {
      expect(vi).toMatch(/\.$/);
      expect(en).toMatch(/\.$/);
      expect(vi).not.toBe(en);
    }
  }
});

test('whatever is planned, every airing at every speaker has exactly one outcome', () => {
  const one = fc.record({
    minute: fc.integer({ min: 0, max: 1_400 }),
    takes: fc.integer({ min: 1, max: 25 }),
    area: fc.constantFrom('xa-a', 'ban-1', 'ban-2', 'cum-suoi', 'xa-b', 'tinh'),
    priority: fc.constantFrom('normal' as const, 'priority' as const, 'emergency' as const),
    hindrance: fc.constantFrom(null, null, 'not-approved' as const, 'expired' as const),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 25 }), (all) => {
      const occurrences = all.map(({ minute, takes, area, priority, hindrance }, n) =>
        planned(`x${n}`, clock('00:00') + minutes(minute), {
          ...{ areaIds: [area], priority, hindrance, durationMs: minutes(takes) },
        }),
      );
      const found = rehearsed(occurrences, { 'loa-2': { link: 'silent' } });
      const heard = occurrences.flatMap(({ areaIds }) =>
        hear(areaIds).flatMap(({ sites }) => sites),
      );
      expect(found.pairs).toBe(heard.length);
    }),
  );
});
