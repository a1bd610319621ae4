import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../../src/domain/airing/verdict-sentences.ts';
import { AppError } from '../../src/domain/errors.ts';
import {
  checkHush,
  HUSH_MAX_MS,
  hushDetail,
  hushFor,
  isActive,
  spanOf,
} from '../../src/domain/poles/hushing.ts';
import type { Hush } from '../../src/domain/poles/pole-model.ts';

const NOW = Date.parse('2026-12-05T12:00:00+07:00');
const HOUR = 3_600_000;
const hush = (of: Partial<Hush> = {}): Hush => ({
  ...{ id: 'h', siteId: 's', tenantId: 't', fromMs: NOW, untilMs: NOW + 4 * HOUR },
  ...{ reason: 'đám tang', reasonKind: 'funeral', byId: 'a', endedAtMs: null, endedById: null },
  ...of,
});

describe('a hush may be', () => {
  const wish = { nowMs: NOW, untilMs: NOW + HOUR, reasonKind: 'funeral', reason: '' } as const;
  test.each([
    ['of a kind that says why', {}, 'đám tang'],
    ['for an exam', { reasonKind: 'exam' }, 'kỳ thi'],
    ['for somebody sick', { reasonKind: 'sick' }, 'nhà có người ốm'],
    ['in words of its own', { reason: 'giỗ tổ họ Lò' }, 'giỗ tổ họ Lò'],
    ['of seven days', { untilMs: NOW + HUSH_MAX_MS }, 'đám tang'],
  ] as const)('%s', (_, of, reason) => {
    expect(checkHush({ ...wish, ...of })).toEqual({ reason });
  });

  test.each([
    ['over already', { untilMs: NOW - 1 }, 'hush-over'],
    ['over in a moment', { untilMs: NOW + 30_000 }, 'hush-over'],
    ['longer than a week', { untilMs: NOW + HUSH_MAX_MS + 1 }, 'hush-too-long'],
    ['for another reason that is not said', { reasonKind: 'other' }, 'hush-no-reason'],
  ] as const)('not %s', (_, of, code) => {
    const found = checkHush({ ...wish, ...of });
    expect(found).toBeInstanceOf(AppError);
    expect(found).toMatchObject({ code });
  });
});

test('it holds until its time, or until it is ended', () => {
  expect(isActive(hush(), NOW)).toBe(true);
  expect(isActive(hush(), NOW + 4 * HOUR)).toBe(false);
  expect(isActive(hush({ endedAtMs: NOW }), NOW)).toBe(false);
  expect(spanOf(hush({ endedAtMs: NOW + 1 }))).toEqual({ fromMs: NOW, untilMs: NOW + 1 });
});

describe('of a plan it takes', () => {
  const slot = (of: object = {}) =>
    ({
      priority: 'normal',
      drill: false,
      playAtMs: NOW + HOUR,
      durationMs: 60_000,
      ...of,
    }) as const;
  test.each([
    ['what begins in it', {}, true],
    ['what it cuts', { playAtMs: NOW - 30_000 }, true],
    ['nothing that is over before', { playAtMs: NOW - 60_000 }, false],
    ['nothing after it', { playAtMs: NOW + 4 * HOUR }, false],
    ['no emergency', { priority: 'emergency' }, false],
    ['a drill', { priority: 'emergency', drill: true }, true],
  ])('%s', (_, of, taken) => {
    expect(hushFor(slot(of), [hush()])).toEqual(taken ? hush() : null);
  });

  test('nothing where nobody is hushed', () => {
    expect(hushFor(slot(), [])).toBeNull();
  });
});

describe('a verdict says until when and why', () => {
  const said = (detail: string | null, of: object = {}) =>
    sentenceOf({
      ...{ airingId: 'a', siteId: 's', kind: 'skipped-by-rule', reason: 'hushed', detail },
      ...{ startErrorMs: null, heardMs: 0, chunksReceived: 0, chunksRepaired: 0 },
      ...{ interruptions: [], givenAtMs: 0, revision: 0, ...of },
    });
  test('with the hour, and the day when it is another', () => {
    expect(hushDetail(hush(), NOW)).toBe('16:00: đám tang');
    expect(hushDetail(hush({ untilMs: NOW + 24 * HOUR }), NOW)).toBe('12:00 06/12: đám tang');
  });

  test('in both languages', () => {
    expect(said('16:00: đám tang')).toEqual({
      vi: 'Không phát: điểm loa đang tạm im đến 16:00: đám tang.',
      en: 'Not played: this site is hushed until 16:00: a funeral.',
    });
    expect(said('12:00 06/12: kỳ thi').en).toContain('until 12:00 06/12: an exam.');
    expect(said('12:00: nhà có người ốm').en).toContain('a sick household');
    expect(said('16:00: lễ cúng bản').en).toContain('until 16:00: lễ cúng bản.');
    expect(said(null).vi).toBe('Không phát: điểm loa đang tạm im.');
    const cut = said('16:00: đám tang', { kind: 'partly-played', heardMs: 9_000 });
    expect(cut.vi).toBe(
      'Phát một phần: điểm loa đang tạm im đến 16:00: đám tang, nghe được 9 giây.',
    );
  });
});
