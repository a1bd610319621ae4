// When what was heard whole really began: on time is said of nothing that waited or was made up for.
// It must never know how a verdict is reached.
import { describe, expect, test } from 'vitest';
import type { Receipt } from '../../devices/protocol/index.ts';
import { USUAL_AIR } from '../../devices/rules/index.ts';
import { lateBeginning, spokenBeginning } from '../../src/domain/airing/beginning.ts';
import type { Fact } from '../../src/domain/airing/facts.ts';
import { airing, at, started, stored } from './samples.ts';

const FIVE = at('2026-12-05', '17:00');
const MINUTE = 60_000;
const LATE = { ...USUAL_AIR, missed: { kind: 'late', untilMs: 30 * MINUTE } as const };
const said = (receipt: Receipt, atMs: number): Fact => ({
  ...{ kind: 'receipt', atMs, takenAtMs: atMs, receipt: { ...receipt, atMs } },
});
const began = (atMs: number) => said(started(), atMs);
const of = (
  facts: Fact[],
  more: { late?: boolean; startOffsetMs?: number; speed?: number; turnMs?: number | null } = {},
) =>
  lateBeginning({
    airing: { ...airing(), playAtMs: FIVE, air: more.late ? LATE : USUAL_AIR },
    facts,
    pace: { startOffsetMs: more.startOffsetMs ?? 0, speed: more.speed ?? 1 },
    ...(more.turnMs === undefined ? {} : { turnMs: () => more.turnMs ?? null }),
  });
const spoken = (detail: string | null) => spokenBeginning(detail)?.vi ?? null;

describe('What a verdict keeps of its beginning', () => {
  test('is nothing where no start is known, or it began at its time', () => {
    expect(of([])).toBeNull();
    expect(of([said(stored(), FIVE - MINUTE)])).toBeNull();
    expect(of([began(FIVE + 900)])).toBeNull();
  });

  test('is nothing for what the site adds on purpose, or what a fast clock makes of milliseconds', () => {
    expect(of([began(FIVE + 2_500)])).not.toBeNull();
    expect(of([began(FIVE + 2_500)], { startOffsetMs: 2_000 })).toBeNull();
    expect(of([began(FIVE + 2_500)], { speed: 60 })).toBeNull();
  });

  test('says so of what waited for its turn', () => {
    expect(spoken(of([said(stored(), FIVE - MINUTE), began(FIVE + 8 * MINUTE)]))).toBe(
      'bắt đầu 17:08 (đợi lượt 8 phút)',
    );
    expect(spoken(of([began(FIVE + 40_000)]))).toBe('bắt đầu 17:00 (đợi lượt 40 giây)');
    // the rule would have made up for it, but the speaker was there all the while
    expect(spoken(of([began(FIVE + 8 * MINUTE)], { late: true }))).toMatch(/đợi lượt/);
  });

  test.each<[string, Fact]>([
    ['its sound came', said(stored(), FIVE + 24 * MINUTE)],
    ['its link came back', { kind: 'link-back', atMs: FIVE + 24 * MINUTE }],
    ['its power came back', { kind: 'mains-back', atMs: FIVE + 24 * MINUTE }],
  ])('says that it was made up for when %s only after its time', (_, came) => {
    const detail = of([came, began(FIVE + 25 * MINUTE)], { late: true });
    expect(spoken(detail)).toBe('bắt đầu 17:25 (phát bù, muộn 25 phút)');
    expect(spokenBeginning(detail)?.en).toBe('begun at 17:25 (made up for, 25 min late)');
  });

  test.each<[string, number | null, RegExp]>([
    ['came as it began', FIVE + 25 * MINUTE - 900, /đợi lượt/],
    ['came long before', FIVE + 20 * MINUTE, /phát bù/],
    ['would have come later', FIVE + 30 * MINUTE, /phát bù/],
    ['came at its time', FIVE, /phát bù/],
    ['is not known', null, /phát bù/],
  ])('a link that flapped while it waited is no reason: its turn %s', (_, turnMs, wanted) => {
    const facts: Fact[] = [
      said(stored(), FIVE - MINUTE),
      { kind: 'link-lost', atMs: FIVE + 5 * MINUTE },
      { kind: 'link-back', atMs: FIVE + 9 * MINUTE },
      began(FIVE + 25 * MINUTE),
    ];
    expect(spoken(of(facts, { late: true, turnMs }))).toMatch(wanted);
  });

  test.each([FIVE - MINUTE, FIVE + 26 * MINUTE])('what came at another time is no reason', (ms) => {
    const facts: Fact[] = [{ kind: 'link-back', atMs: ms }, began(FIVE + 25 * MINUTE)];
    expect(spoken(of(facts, { late: true }))).toMatch(/đợi lượt/);
  });
});

test.each([null, '', 'air-1', 'waited:x:1', '2026-12-05'])('%o is no beginning', (detail) => {
  expect(spokenBeginning(detail)).toBeNull();
});

test('the day is said when it is another one', () => {
  const facts = [began(at('2026-12-06', '00:04'))];
  const detail = lateBeginning({
    airing: { ...airing(), playAtMs: at('2026-12-05', '23:59'), air: USUAL_AIR },
    ...{ facts, pace: { startOffsetMs: 0, speed: 1 } },
  });
  expect(spoken(detail)).toBe('bắt đầu 00:04 ngày 6/12 (đợi lượt 5 phút)');
});
