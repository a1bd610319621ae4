import { describe, expect, test } from 'vitest';
import { priorityOfCap, readCapAlert } from '../../../src/domain/source/cap-alert.ts';
import { isInside, ringOf } from '../../../src/domain/source/cap-places.ts';
import { cap, NOON } from './source-samples.ts';

const NAME = 'cap:pclb@muongthu.gov.vn,CAP-1';
const SQUARE = '21.0,103.0 21.0,104.0 22.0,104.0 22.0,103.0 21.0,103.0';

describe('a warning in CAP 1.2', () => {
  test('becomes an emergency with headline, description and instruction, for the areas of its geocodes', () => {
    expect(readCapAlert(cap({}, { onset: '2026-12-05T15:00:00+07:00' }))).toEqual({
      ...{ externalId: NAME, messageId: NAME, revision: NOON - 60_000, does: 'say' },
      ...{ issuedAtMs: NOON - 60_000, province: null, sender: 'pclb@muongthu.gov.vn' },
      ...{ priority: 'emergency', drill: false, title: 'Lũ quét trên suối Nậm Mu' },
      text: 'Lũ quét trên suối Nậm Mu.\nNước lên rất nhanh.\nRời lòng suối ngay.',
      ...{ order: 103, gives: null },
      ...{ template: null, sound: null, areas: ['xa-a'], polygons: [], areaWords: 'Xã A' },
      ...{ eventAtMs: NOON + 3 * 3_600_000, expiresAtMs: null },
    });
  });

  test.each([
    ['Extreme', 'Immediate', 'emergency'],
    ['Extreme', 'Expected', 'emergency'],
    ['Extreme', 'Future', 'priority'],
    ['Severe', 'Immediate', 'emergency'],
    ['Severe', 'Expected', 'priority'],
    ['Moderate', 'Immediate', 'priority'],
    ['Moderate', 'Future', 'normal'],
    ['Minor', 'Immediate', 'normal'],
    ['Extreme', 'Past', 'normal'],
    ['Unknown', 'Unknown', 'normal'],
  ])('severity %s and urgency %s make it %s', (severity, urgency, priority) => {
    expect(priorityOfCap(severity, urgency)).toBe(priority);
    expect(readCapAlert(cap({}, { severity, urgency }))).toMatchObject({ priority });
  });

  test('an exercise is a drill; what is a test, a draft or the system’s own is not aired', () => {
    const exercise = { drill: true, priority: 'emergency' };
    expect(readCapAlert(cap({ status: 'Exercise' }))).toMatchObject(exercise);
    // whatever it is an exercise of: what says so aloud is a drill of an emergency
    const minor = cap({ status: 'Exercise' }, { severity: 'Minor', urgency: 'Future' });
    expect(readCapAlert(minor)).toMatchObject(exercise);
    for (const status of ['Test', 'System', 'Draft'])
      expect(readCapAlert(cap({ status }))).toMatchObject({ why: 'test-only', place: status });
  });

  test('an update keeps the name of the first alert, however many it refers to', () => {
    const references =
      'a,CAP-2,2026-12-05T11:30:00+07:00  a,CAP-1,2026-12-05T11:00:00+07:00 a,,x broken';
    const update = { identifier: 'CAP-3', msgType: 'Update', references };
    expect(readCapAlert(cap(update))).toMatchObject({
      ...{ externalId: 'cap:a,CAP-1', messageId: 'cap:pclb@muongthu.gov.vn,CAP-3', does: 'say' },
    });
    const cancel = { ...update, msgType: 'Cancel' };
    expect(readCapAlert(cap(cancel, null))).toMatchObject({
      ...{ externalId: 'cap:a,CAP-1', does: 'cancel' },
    });
    const long = { ...update, references: `${'a'.repeat(201)},CAP-1,2026-12-05T11:00:00+07:00` };
    expect(readCapAlert(cap(long))).toMatchObject({ place: 'references' });
  });

  test('an identifier is its sender’s only: two agencies may both have a 2026-001', () => {
    const name = (sender: string) => {
      const read = readCapAlert(cap({ identifier: '2026-001', sender }));
      return 'externalId' in read ? read.externalId : null;
    };
    expect(name('thuyvan@kttv.vn')).not.toBe(name('dongdat@igp.vn'));
    for (const wrong of [{ identifier: 'a,b' }, { sender: 'a b' }])
      expect(readCapAlert(cap(wrong))).toMatchObject({ place: Object.keys(wrong)[0] });
  });

  test('the Vietnamese part is chosen, else the one that says no language, never a foreign one', () => {
    const english = { language: 'en-US', event: 'Flood', headline: 'Flash flood' };
    const own = { event: 'Lũ', headline: '' };
    const both = cap({ info: [english, { ...own, language: 'VI' }] });
    expect(readCapAlert(both)).toMatchObject({ title: 'Lũ', text: 'Lũ.' });
    expect(readCapAlert(cap({ info: [english, own] }))).toMatchObject({ title: 'Lũ' });
    expect(readCapAlert(cap({ info: english }))).toMatchObject({ place: 'info.language' });
  });

  test('a polygon says where when no geocode of ours does', () => {
    const geocode = { valueName: 'UGC', value: 'VNZ001' };
    const area = { areaDesc: 'Hạ lưu', polygon: SQUARE, geocode };
    const read = readCapAlert(cap({}, { area }));
    expect(read).toMatchObject({ areas: [], areaWords: 'Hạ lưu' });
    expect('polygons' in read && read.polygons[0]).toHaveLength(5);
  });

  test.each([
    ['alert', { alert: 'x' }],
    ['alert', 'x'],
    ['msgType', cap({ msgType: 'Ack' })],
    ['status', cap({ status: 'Real' })],
    ['scope', cap({ scope: 'Private' })],
    ['identifier', cap({ identifier: '' })],
    ['sent', cap({ sent: undefined })],
    ['sender', cap({ sender: 7 })],
    ['references', cap({ msgType: 'Update' })],
    ['references', cap({ msgType: 'Cancel', references: 'a,b' })],
    ['references', cap({ msgType: 'Cancel', references: `a,${'b'.repeat(121)},2026-12-05` })],
    ['event', cap({}, { event: '' })],
    ['expires', cap({}, { expires: 'soon' })],
    ['description', cap({}, { description: 'x'.repeat(20_001) })],
    ['area.polygon', cap({}, { area: { polygon: '1,2 3,4' } })],
    ['area', cap({}, { area: { polygon: Array.from({ length: 401 }, () => SQUARE) } })],
  ])('names what is wrong: %s', (place, root) => {
    expect(readCapAlert(root)).toMatchObject({ why: 'malformed', place });
  });
});

describe('a polygon', () => {
  test.each([
    ['too few points', '1,1 2,2 1,1'],
    ['not closed', '1,1 2,2 3,1 1,2'],
    ['no numbers', '1,1 2,2 x,1 1,1'],
    ['too many points', Array.from({ length: 1_001 }, () => '1,1').join(' ')],
  ])('that is none is refused: %s', (_, written) => {
    expect(ringOf(written)).toBeNull();
  });

  test.each([
    [21.5, 103.5, true],
    [21.5, 104.5, false],
    [20.5, 103.5, false],
    [22.5, 103.5, false],
    [21.5, 102.5, false],
  ])('at %d, %d is inside: %s', (lat, lon, inside) => {
    const ring = ringOf(SQUARE) ?? [];
    expect(isInside(ring, { lat, lon })).toBe(inside);
    expect(isInside([...ring].reverse(), { lat, lon })).toBe(inside);
  });
});
