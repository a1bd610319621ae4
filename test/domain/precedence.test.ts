import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrencesOf } from '../../src/domain/airing/occurrences.ts';
import { collisionsOf, turnsFrom, turnsOf } from '../../src/domain/airing/precedence.ts';
import { NO_SPECIAL_DAYS } from '../../src/domain/calendar/recurrence.ts';
import type { Occurrence } from '../../src/domain/model.ts';
import { approval, bulletin, clip, schedule } from './samples.ts';

const at = (clock: string) => Date.parse(`2026-12-05T${clock}+07:00`);
const MINUTE = 60_000;
type Of = Partial<Occurrence> & { id: string };
const occurrence = ({ id, ...of }: Of): Occurrence =>
  ({
    ...{ id, scheduleId: id, bulletinId: id, tenantId: 'xa-a', areaIds: ['ban-1'] },
    ...{ playAtMs: at('17:30:00'), durationMs: 5 * MINUTE, priority: 'priority', hindrance: null },
    ...of,
  }) as Occurrence;

const SPEAKERS: Record<string, { id: string; tenantId: string }[]> = {
  'ban-1': [{ id: 'loa-1', tenantId: 'xa-a' }],
  'ban-2': [{ id: 'loa-2', tenantId: 'xa-a' }],
  'xa-a': [
    { id: 'loa-1', tenantId: 'xa-a' },
    { id: 'loa-2', tenantId: 'xa-a' },
  ],
  tinh: [
    { id: 'loa-1', tenantId: 'xa-a' },
    { id: 'loa-2', tenantId: 'xa-a' },
    { id: 'loa-9', tenantId: 'xa-b' },
  ],
};
const collisions = (...of: Of[]) =>
  collisionsOf({
    occurrences: of.map(occurrence),
    speakers: ({ areaIds }) => areaIds.flatMap((id) => SPEAKERS[id] ?? []),
  }).map(({ tenantId, items, untilMs }) => [tenantId, items.map(({ id }) => id), untilMs]);

describe('what collides', () => {
  test.each<[string, Of[], unknown[]]>([
    ['nothing alone', [{ id: 'a' }], []],
    ['two at one speaker', [{ id: 'b' }, { id: 'a' }], [['xa-a', ['a', 'b'], at('17:20:00')]]],
    ['not at two', [{ id: 'a' }, { id: 'b', areaIds: ['ban-2'] }], []],
    [
      'areas nest',
      [
        { id: 'a', areaIds: ['xa-a'] },
        { id: 'b', areaIds: ['ban-2'] },
      ],
      [['xa-a', ['a', 'b'], at('17:20:00')]],
    ],
    ['not one after the other', [{ id: 'a' }, { id: 'b', playAtMs: at('17:35:00') }], []],
    ['an ordinary one asks nobody', [{ id: 'a' }, { id: 'b', priority: 'normal' }], []],
    ['an emergency waits for nobody', [{ id: 'a' }, { id: 'b', priority: 'emergency' }], []],
    ['nor what will not air', [{ id: 'a' }, { id: 'b', hindrance: 'not-approved' }], []],
    ['nor what has no sound', [{ id: 'a' }, { id: 'b', durationMs: 0 }], []],
    [
      'a chain is one question, by time',
      [{ id: 'c', playAtMs: at('17:38:00') }, { id: 'a' }, { id: 'b', playAtMs: at('17:34:00') }],
      [['xa-a', ['a', 'b', 'c'], at('17:20:00')]],
    ],
    [
      'two villages are two questions, until one joins them',
      [
        { id: 'a' },
        { id: 'b', areaIds: ['ban-2'] },
        { id: 'c', playAtMs: at('17:31:00'), areaIds: ['xa-a'] },
      ],
      [['xa-a', ['a', 'b', 'c'], at('17:20:00')]],
    ],
    [
      'the province’s meets each commune’s own apart',
      [
        { id: 'p', tenantId: 'tinh', areaIds: ['tinh'] },
        { id: 'a' },
        { id: 'q', tenantId: 'tinh', areaIds: ['tinh'], playAtMs: at('17:31:00') },
      ],
      [
        ['xa-a', ['a', 'p', 'q'], at('17:20:00')],
        ['xa-b', ['p', 'q'], at('17:20:00')],
      ],
    ],
    [
      'two evenings are two questions',
      [
        { id: 'a' },
        { id: 'b' },
        { id: 'c', playAtMs: at('19:00:00') },
        { id: 'd', playAtMs: at('19:01:00') },
      ],
      [
        ['xa-a', ['a', 'b'], at('17:20:00')],
        ['xa-a', ['c', 'd'], at('18:50:00')],
      ],
    ],
  ])('%s', (_, given, expected) => {
    expect(collisions(...given)).toEqual(expected);
  });
});

describe('a chosen order', () => {
  const turns = (...items: Of[]) =>
    turnsOf({ tenantId: 'xa-a', items: items.map(occurrence) })?.map(
      ({ id, playAtMs }) =>
        `${id} ${new Date(playAtMs + 7 * 3_600_000).toISOString().slice(11, 19)}`,
    ) ?? null;
  test.each<[string, Of[], string[] | null]>([
    ['of one time', [{ id: 'b' }, { id: 'a' }], ['b 17:30:00', 'a 17:35:00']],
    [
      'the later first: the earlier waits for its end',
      [{ id: 'b', playAtMs: at('17:32:00') }, { id: 'a' }],
      ['b 17:32:00', 'a 17:37:00'],
    ],
    [
      'as they come',
      [{ id: 'a' }, { id: 'b', playAtMs: at('17:32:00') }],
      ['a 17:30:00', 'b 17:35:00'],
    ],
    [
      'behind the province’s',
      [{ id: 'p', tenantId: 'tinh' }, { id: 'a' }],
      ['p 17:30:00', 'a 17:35:00'],
    ],
    [
      'before the province’s of the same second: a second earlier, and it waits its turn',
      [{ id: 'a' }, { id: 'p', tenantId: 'tinh' }, { id: 'b' }],
      ['a 17:29:59', 'p 17:30:00', 'b 17:40:00'],
    ],
    [
      'before the province’s that begins earlier cannot be',
      [
        { id: 'a', playAtMs: at('17:31:00') },
        { id: 'p', tenantId: 'tinh' },
      ],
      null,
    ],
  ])('%s', (_, items, expected) => {
    expect(turns(...items)).toEqual(expected);
  });

  test('of the commune’s own never lets two sound at once, nor one before its time', () => {
    const item = fc.record({
      id: fc.uuid(),
      playAtMs: fc.integer({ min: at('17:00:00'), max: at('18:00:00') }),
      durationMs: fc.integer({ min: 1_000, max: 20 * MINUTE }),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 8 }), (items) => {
        const all = turnsOf({ tenantId: 'xa-a', items: items.map(occurrence) }) ?? [];
        expect(all.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
        all.forEach((turn, n) => {
          const before = all[n - 1];
          const endMs = before ? before.playAtMs + (items[n - 1]?.durationMs ?? 0) : 0;
          expect(turn.playAtMs).toBe(Math.max(items[n]?.playAtMs ?? 0, endMs));
        });
      }),
    );
  });
});

describe('an order that was chosen', () => {
  const atMs = at('17:30:00');
  const row = (of: { id: string; place: number; playAtMs: number; tenantId?: string }) => {
    const { id: occurrenceId, tenantId = 'xa-a', ...rest } = of;
    return { occurrenceId, tenantId, ...rest };
  };
  const once = schedule({ id: 'lich', tenantId: 'xa-a', rule: { kind: 'once', atMs } });
  const plan = (span: [string, string], rows: ReturnType<typeof row>[]) => {
    const [fromMs, toMs] = span.map(at) as [number, number];
    const facts = {
      ...{ schedules: [once], nowMs: fromMs, horizonMs: toMs - fromMs, turns: turnsFrom(rows) },
      ...{ special: () => NO_SPECIAL_DAYS, exceptions: () => [], fieldsOf: () => null },
      ...{ bulletin: () => bulletin(), clip: () => clip(), approvals: () => [approval()] },
      ...{ areas: [], regulations: [], sites: [] },
    };
    return occurrencesOf(facts).map(({ playAtMs, slotMs, id }) => [
      id,
      new Date(playAtMs + 7 * 3_600_000).toISOString().slice(11, 16),
      slotMs,
    ]);
  };
  const later = row({ id: `lich@${atMs}`, place: 1, playAtMs: at('18:05:00') });
  const sounds = [[`lich@${atMs}`, '18:05', atMs]];

  test('gives the time at which it sounds, and keeps the rule’s own beside it', () => {
    expect(plan(['17:00:00', '19:00:00'], [later])).toEqual(sounds);
    expect(plan(['17:00:00', '19:00:00'], [])).toEqual([[`lich@${atMs}`, '17:30', atMs]]);
  });

  test('is found where it sounds, and no more where it does not', () => {
    expect(plan(['18:00:00', '19:00:00'], [later])).toEqual(sounds);
    expect(plan(['17:00:00', '17:45:00'], [later])).toEqual([]);
    const sooner = { ...later, playAtMs: at('17:29:59') };
    expect(plan(['17:00:00', '17:30:00'], [sooner])).toEqual([[`lich@${atMs}`, '17:29', atMs]]);
  });

  test('is of its own commune and its own occurrence', () => {
    const others = [{ ...later, tenantId: 'xa-b' }, row({ id: 'lich@1', place: 0, playAtMs: 1 })];
    expect(plan(['17:00:00', '19:00:00'], others)).toEqual([[`lich@${atMs}`, '17:30', atMs]]);
    const turns = turnsFrom([later, row({ id: 'lich@1', place: 0, playAtMs: 1 })]);
    expect([...turns({ id: 'lich', tenantId: 'xa-a' }).values()].map(({ place }) => place)).toEqual(
      [1, 0],
    );
  });
});
