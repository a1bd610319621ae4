// The doors for foreign bodies: what passes, what does not, and what is said about it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as protocol from '../../../devices/protocol/index.ts';
import { parseOrder, parseReceipt, parseRepair } from '../../../devices/protocol/index.ts';
import { bodies } from './bodies.ts';

const doors: Record<string, (body: unknown) => protocol.Parsed<unknown>> = {
  play: parseOrder,
  cancel: parseOrder,
  policy: parseOrder,
  stop: parseOrder,
  command: parseOrder,
  install: parseOrder,
  ack: parseOrder,
  time: protocol.parseTime,
  stored: parseReceipt,
  started: parseReceipt,
  finished: parseReceipt,
  refused: parseReceipt,
  commanded: parseReceipt,
  status: protocol.parseStatus,
  repair: parseRepair,
  clock: protocol.parseClockQuestion,
  enrolment: protocol.parseEnrolment,
};
type Door = keyof typeof bodies;
const names = Object.keys(bodies) as Door[];

describe.each(names)('%s', (name) => {
  const body = bodies[name];
  const door = doors[name] as (typeof doors)[string];
  test('passes as it should be', () => {
    expect(door(body)).toEqual({ ok: true, value: body });
  });
  test.each(Object.keys(body))('does not pass without %s', (field) => {
    const { [field]: _gone, ...rest } = body as Record<string, unknown>;
    expect(door(rest).ok).toBe(false);
  });
  test('does not pass with anything more', () => {
    const parsed = door({ ...body, extra: 1 });
    expect(parsed).toMatchObject({ ok: false, problem: expect.stringContaining('extra') });
  });
});

test.each([
  ['play', { durationMs: 0 }, '/durationMs'],
  ['play', { priority: 'urgent' }, '/priority'],
  ['play', { playAtMs: 1.5 }, '/playAtMs'],
  ['play', { streamId: '../etc' }, '/streamId'],
  ['play', { expiresAtMs: 1 }, '/expiresAtMs: lies before issuedAtMs'],
  ['play', { to: { areas: [], speakers: [] } }, '/to: names nobody'],
  [
    'play',
    { sound: { ...bodies.play.sound, chunkCount: 3 } },
    '/sound/chunkDigests: not one of 16 bytes for every chunk',
  ],
  ['policy', { tenants: ['Xã'] }, '/tenants/0'],
  [
    'policy',
    { hours: { utcOffsetMin: 420, windows: [{ days: [1], fromMinute: 60, toMinute: 60 }] } },
    '/hours/windows: a window ends before it begins (midnight needs two)',
  ],
  ['policy', { hush: { untilMs: -1 } }, '/hush'],
  ['policy', { volumePercent: 101 }, '/volumePercent'],
  ['policy', { volumes: [{ fromMinute: 0, toMinute: 60, percent: 101 }] }, '/volumes/0/percent'],
  ['policy', { volumes: [{ fromMinute: 60, toMinute: 60, percent: 9 }] }, '/volumes'],
  ['policy', { beatMs: 4_999 }, '/beatMs'],
  ['stop', { areas: [] }, '/areas'],
  ['stop', { reason: 'x'.repeat(301) }, '/reason'],
  ['command', { command: 'dance' }, '/command'],
  ['install', { spareId: 'loa-na-co-1' }, '/enrolment/speakerId: is the spare itself'],
  [
    'install',
    { enrolment: { ...bodies.enrolment, keys: [{ keyId: 'ab', publicKey: 'AAAA' }] } },
    '/enrolment/keys/0/publicKey: must be 32 bytes',
  ],
  ['commanded', { facts: { 'a b': 1 } }, '/facts'],
  ['commanded', { facts: { note: 'x'.repeat(201) } }, '/facts'],
  [
    'commanded',
    { facts: Object.fromEntries([...'abcdefghijklmnopqrstuvwxyzABCDEFG'].map((one) => [one, 1])) },
    '/facts',
  ],
  ['status', { power: { source: 'battery', batteryPercent: 101 } }, '/power'],
  ['status', { bytesThisMonth: -1 }, '/bytesThisMonth'],
  ['ack', { receiptIds: [] }, '/receiptIds'],
  ['refused', { reason: 'no-mood' }, '/reason'],
  ['status', { clockErrorMs: -1 }, '/clockErrorMs'],
  ['repair', { ranges: [[5, 4]] }, '/ranges: a range ends before it begins'],
  ['repair', { ranges: [[1]] }, '/ranges'],
  [
    'enrolment',
    { keys: [{ keyId: 'ab', publicKey: 'AAAA' }] },
    '/keys/0/publicKey: must be 32 bytes',
  ],
  [
    'enrolment',
    { keys: [{ ...bodies.enrolment.keys[0], keyId: '0000000000000000' }] },
    '/keys/0/keyId: is not of this publicKey',
  ],
  ['enrolment', { password: 'short' }, '/password'],
] as [Door, object, string][])('%s with %j is refused by name', (name, spoilt, problem) => {
  const parsed = doors[name]?.({ ...bodies[name], ...spoilt });
  expect(parsed).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
});

test.each([
  null,
  undefined,
  1,
  'play',
  [],
  {},
  { kind: 'dance' },
  { kind: 'toString' },
  { kind: 7 },
])('%j is no order and no receipt', (body) => {
  expect(parseOrder(body)).toEqual({ ok: false, problem: '/kind: unknown' });
  expect(parseReceipt(body)).toEqual({ ok: false, problem: '/event: unknown' });
});

test('a problem never carries much of a foreign message into a log', () => {
  const parsed = protocol.parseClockQuestion({ n: 1, t0Ms: 1, ['x'.repeat(5_000)]: 1 });
  expect(parsed.ok ? 0 : parsed.problem.length).toBeLessThanOrEqual(200);
});

test('no value makes a door throw', () => {
  const all = Object.values(doors);
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...names), (value, name) => {
      const mixed = typeof value === 'object' ? { ...bodies[name], ...value } : value;
      for (const door of all) expect(typeof door(mixed).ok).toBe('boolean');
    }),
    { seed: 42, numRuns: 200 },
  );
});

test.each([
  ['good JSON', Buffer.from('{"n":1}'), { n: 1 }],
  ['no JSON', Buffer.from('{"n":'), undefined],
  ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), undefined],
  ['too long', Buffer.alloc(protocol.REPORT_MAX_BYTES + 1, 0x20), undefined],
])('bytes with %s', (_name, bytes, value) => {
  expect(protocol.parseJson(bytes)).toEqual(value);
});

test('who needs no reason gets the message or null', () => {
  expect(protocol.asStatus(bodies.status)).toEqual(bodies.status);
  expect(protocol.asOrder(bodies.play)).toEqual(bodies.play);
  expect(protocol.asTimeOrder(bodies.time)).toEqual(bodies.time);
  expect(protocol.asRepair(bodies.clock)).toBeNull();
});
