// Exceptions: what one binds, who may decide it, until when (issue #5, 2).
// It must never know rows.
import { expect, test } from 'vitest';
import { type AirRules, USUAL_RULES } from '../../../src/domain/calendar/calendar-model.ts';
import type { ScheduleRule } from '../../../src/domain/model.ts';
import {
  decided,
  decisionFault,
  isCovered,
  type Override,
  reasonFault,
} from '../../../src/domain/regulation/override.ts';
import { NOON } from '../samples.ts';

const DAY = 86_400_000;
const rule: ScheduleRule = { kind: 'once', atMs: NOON };
const override = (of: Partial<Override> = {}): Override => ({
  ...{ id: 'ngoai-le', tenantId: 'xa-a', bulletinId: 'bt-1', contentHashes: ['h'] },
  ...{ areaIds: ['ban-1', 'ban-2'], rule, air: USUAL_RULES, scheduleId: 'lich-1', faults: [] },
  ...{ reason: 'Bão đến sớm', askedBy: 'lan', askedAtMs: NOON, state: 'confirmed' },
  ...{ decidedBy: 'an', decidedAtMs: NOON, remark: null, untilMs: NOON + 30 * DAY },
  ...of,
});
const meant = {
  ...{ id: 'lich-1', bulletinId: 'bt-1', areaIds: ['ban-2', 'ban-1', 'ban-1'] },
  ...{ rule, air: USUAL_RULES },
};
const aired = (of: Partial<AirRules>) => ({
  schedule: { ...meant, air: { ...USUAL_RULES, ...of } },
});
const turned = Object.fromEntries(Object.entries(USUAL_RULES).reverse()) as AirRules;

test.each<[string, Partial<Parameters<typeof isCovered>[0]>, Partial<Override>, boolean]>([
  ['the very schedule, its places in another order', {}, {}, true],
  ['until its last day', { playAtMs: NOON + 30 * DAY - 1 }, {}, true],
  ['not from then on', { playAtMs: NOON + 30 * DAY }, {}, false],
  ['not while it waits', {}, { state: 'open', untilMs: null }, false],
  ['not when it was refused', {}, { state: 'refused', untilMs: null }, false],
  ['nothing that says no day', {}, { untilMs: null }, false],
  ['no other sound', { clip: { contentHash: 'another' } }, {}, false],
  ['no lost sound', { clip: null }, {}, false],
  ['no other bulletin', { schedule: { ...meant, bulletinId: 'bt-2' } }, {}, false],
  ['nothing that airs in its place', { bulletinId: 'bt-2' }, {}, false],
  ['no second schedule made like it', { schedule: { ...meant, id: 'lich-2' } }, {}, false],
  ['no other places', { schedule: { ...meant, areaIds: ['ban-1'] } }, {}, false],
  ['no other time', { schedule: { ...meant, rule: { kind: 'once', atMs: NOON + 1 } } }, {}, false],
  ['not said again', aired({ times: 5 }), {}, false],
  ['not with a gap', aired({ gapMs: 60_000 }), {}, false],
  ['no other way to begin', aired({ start: { kind: 'exact' } }), {}, false],
  ['no other way to be late', aired({ missed: { kind: 'late', untilMs: 60_000 } }), {}, false],
  ['nothing that goes on beneath others', aired({ under: 'silent' }), {}, false],
  ['the same, its fields in another order', aired(turned), {}, true],
  [
    'now, once it has its time',
    { schedule: { ...meant, rule: { kind: 'now', atMs: NOON } } },
    { rule: { kind: 'now', atMs: null } },
    true,
  ],
])('it covers %s', (_, asked, of, wanted) => {
  const overrides = [override(of)];
  const clip = { contentHash: 'h' };
  const whole = { schedule: meant, bulletinId: 'bt-1', clip, playAtMs: NOON, overrides };
  expect(isCovered({ ...whole, ...asked })).toBe(wanted);
});

test.each<[string, string, string[], boolean]>([
  ['its first', 'bt-1', ['h', 'k', 'm'], true],
  ['its second', 'bt-2', ['x', 'h', 'm'], true],
  ['its last', 'bt-3', ['x', 'k', 'h'], true],
  ['none whose sound is another now', 'bt-2', ['h', 'k', 'm'], false],
  ['none beyond what was asked when only the first counted', 'bt-2', ['h'], false],
  ['nothing that is not in it', 'bt-9', ['h', 'h', 'h'], false],
])('of a playlist it covers %s', (_, bulletinId, contentHashes, wanted) => {
  const air = { ...USUAL_RULES, filler: true, playlist: ['bt-2', 'bt-3'] };
  const [schedule, clip] = [{ ...meant, air }, { contentHash: 'h' }];
  const overrides = [override({ air, contentHashes })];
  expect(isCovered({ schedule, bulletinId, clip, playAtMs: NOON, overrides })).toBe(wanted);
});

test.each([
  ['vì cần', 'reason-needed'],
  ['    mười chữ   ', 'reason-needed'],
  ['x'.repeat(501), 'reason-needed'],
  ['Bão đến sớm', null],
])('the reason “%s” is answered with %s', (reason, wanted) => {
  expect(reasonFault(reason)?.code ?? null).toBe(wanted);
});

test.each<[Partial<Override>, string, string | null]>([
  [{ state: 'open' }, 'an', null],
  [{ state: 'open' }, 'lan', 'own-override'],
  [{ state: 'confirmed' }, 'an', 'decided-already'],
])('%j asked of %s: %s', (of, accountId, wanted) => {
  expect(decisionFault(override(of), accountId)?.code ?? null).toBe(wanted);
});

test('confirmed it holds thirty days, refused none', () => {
  const open = override({ state: 'open', untilMs: null, decidedBy: null, decidedAtMs: null });
  const by = { accountId: 'an', nowMs: NOON, remark: null };
  expect(decided(open, { ...by, confirmed: true })).toMatchObject({
    ...{ state: 'confirmed', decidedBy: 'an', decidedAtMs: NOON, untilMs: NOON + 30 * DAY },
  });
  expect(decided(open, { ...by, confirmed: false, remark: 'Không' })).toMatchObject({
    ...{ state: 'refused', untilMs: null, remark: 'Không' },
  });
});
