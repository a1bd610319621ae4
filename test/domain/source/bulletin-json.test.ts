import { describe, expect, test } from 'vitest';
import { readBulletinJson } from '../../../src/domain/source/bulletin-json.ts';
import { instantOf, lineOf, textOf } from '../../../src/domain/source/source-fields.ts';
import { bytesOf, NOON, written } from './source-samples.ts';

const read = (of: Record<string, unknown> = {}) => readBulletinJson(bytesOf(written(of)));
const RTL = String.fromCodePoint(0x202e);

describe('a bulletin in our own contract', () => {
  test('comes out as what is meant, with what was left out at its usual', () => {
    expect(read()).toEqual({
      ...{ externalId: 'TTN-1', revision: 1, messageId: 'TTN-1', does: 'say' },
      ...{ province: 'muong-thu', issuedAtMs: NOON - 60_000, priority: 'normal', drill: false },
      ...{ sender: 'Sở Văn hóa, Thể thao và Du lịch', title: 'Tiêm phòng dại' },
      ...{ text: 'Ngày mai tiêm phòng dại cho chó, mèo.', template: null, sound: null },
      ...{ order: 200, gives: null },
      ...{ areas: ['xa-a'], polygons: [], areaWords: 'xa-a', eventAtMs: null, expiresAtMs: null },
    });
  });

  test('may say when it happens, until when it counts, and which template says the same', () => {
    const of = { eventAt: '2026-12-06T08:00:00Z', expiresAt: '2026-12-07T08:00:00.5+07:00' };
    expect(read({ ...of, template: 'xa-lu', revision: 7, drill: true })).toMatchObject({
      eventAtMs: Date.UTC(2026, 11, 6, 8),
      expiresAtMs: Date.UTC(2026, 11, 7, 1, 0, 0, 500),
      template: 'xa-lu',
      revision: 7,
      drill: true,
    });
  });

  test('communes may be asked to air it so often, by then', () => {
    const assign = { leastAirings: 3, deadline: '2026-12-20T17:00:00+07:00' };
    const gives = { leastAirings: 3, dueAtMs: Date.parse(assign.deadline) };
    expect(read({ assign })).toMatchObject({ gives });
    expect(read({ assign, drill: true })).toMatchObject({ why: 'malformed', place: 'assign' });
    const priority = 'emergency';
    expect(read({ assign, priority })).toMatchObject({ why: 'malformed', place: 'assign' });
  });

  test('a cancel needs no words and no areas', () => {
    const { title: _, text: __, areas: ___, sender: ____, ...bare } = written({ does: 'cancel' });
    expect(readBulletinJson(bytesOf(bare))).toMatchObject({ does: 'cancel', title: '', text: '' });
  });

  test('marks that turn a line around and markup are letters, or gone', () => {
    const title = `<b>Khẩn</b>${RTL} 3gpm.\r\nexe`;
    expect(read({ title, text: `Một.\r\n\tHai${RTL}.\rBa` })).toMatchObject({
      title: '<b>Khẩn</b> 3gpm. exe',
      text: 'Một.\n Hai.\nBa',
    });
  });

  test.each([
    ['externalId', { externalId: '' }],
    ['externalId', { externalId: 'x'.repeat(121) }],
    ['externalId', { externalId: 5 }],
    ['revision', { revision: 1.5 }],
    ['revision', { revision: -1 }],
    ['revision', { revision: '1' }],
    ['province', { province: undefined }],
    ['issuedAt', { issuedAt: '2026-12-05 11:59' }],
    ['issuedAt', { issuedAt: undefined }],
    ['issuedAt', { issuedAt: 17 }],
    ['priority', { priority: 'urgent' }],
    ['does', { does: 'shout' }],
    ['drill', { drill: 'yes' }],
    ['title', { title: 'x'.repeat(301) }],
    ['title', { title: RTL }],
    ['sender', { sender: null }],
    ['text', { text: 'x'.repeat(20_001) }],
    ['text', { text: ['a'] }],
    ['areas', { areas: [] }],
    ['areas', { areas: 'xa-a' }],
    ['areas', { areas: [7] }],
    ['areas', { areas: ['x'.repeat(41)] }],
    ['areas', { areas: Array.from({ length: 401 }, () => 'xa-a') }],
    ['expiresAt', { expiresAt: '2026-02-31T00:00:00Z' }],
    ['sound', { sound: 'https://x' }],
    ['sound.url', { sound: { url: '' } }],
    ['assign.leastAirings', { assign: { deadline: '2026-12-20T17:00:00+07:00' } }],
    ['assign.deadline', { assign: { leastAirings: 3 } }],
    ['assign', { assign: 3 }],
    ['sound.bytes', { sound: { url: 'https://x', bytes: 'many' } }],
    ['template', { template: 3 }],
  ])('names the field that is wrong: %s', (place, of) => {
    expect(read(of)).toMatchObject({ why: 'malformed', place });
  });

  test('what is inherited was not sent', () => {
    expect(readBulletinJson(bytesOf(written({ constructor: 'x' })))).toMatchObject({ does: 'say' });
  });

  test.each([
    ['{"externalId": "a",\n  "title" "b"}', '2:11'],
    ['{"a":', '1:6'],
    ['', '1:1'],
  ])('broken JSON is refused with the place where it breaks: %j', (text, place) => {
    const fault = readBulletinJson(Buffer.from(text));
    expect(fault).toMatchObject({ why: 'malformed', place });
    expect('say' in fault && fault.say.vi).toContain(`dòng ${place.split(':')[0]}`);
  });

  test('neither a list nor bytes that are no letters are a bulletin', () => {
    expect(readBulletinJson(Buffer.from('[1]'))).toMatchObject({ why: 'malformed', place: null });
    expect(readBulletinJson(Buffer.from([0x7b, 0xff]))).toMatchObject({ place: 'utf-8' });
  });
});

test.each([
  ['2026-02-29T00:00:00Z', null],
  ['2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
  ['2026-12-05T25:00:00Z', null],
  ['2026-12-05T17:00:00', null],
  ['1969-12-31T00:00:00Z', null],
  ['2026-12-05T17:00+07:00', Date.UTC(2026, 11, 5, 10)],
])('the instant %s is %s', (text, atMs) => {
  expect(instantOf(text)).toBe(atMs);
});

test('letters are composed, so that one word is one word', () => {
  const apart = 'Mường'.normalize('NFD');
  expect([lineOf(apart), textOf(apart)]).toEqual(['Mường', 'Mường']);
});

test('a name in the manner of CAP’s is not one of our contract', () => {
  expect(read({ externalId: 'cap:a,b' })).toMatchObject({ why: 'malformed', place: 'externalId' });
});

test('marks by the ten thousand on one letter hold nothing up: too long is refused before it is cleaned', () => {
  const title = `a${'\u0301'.repeat(40_000)}${'\u0323'.repeat(40_000)}`;
  const startedMs = performance.now();
  expect(readBulletinJson(bytesOf(written({ title })))).toMatchObject({ place: 'title' });
  const text = `a${'\u0301'.repeat(30_000)}${'\u0323'.repeat(30_000)}`;
  expect(readBulletinJson(bytesOf(written({ text })))).toMatchObject({ text: expect.any(String) });
  expect(performance.now() - startedMs).toBeLessThan(1_000);
});
