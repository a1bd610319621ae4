import { describe, expect, test } from 'vitest';
import { topics } from '../../devices/protocol/index.ts';
import { MINUTE, speaker } from './poles.ts';
import { actions, approved, liveCommune, scheduled, sentAiring, written } from './steps.ts';
import { commune, NOON, ordersOn, setUp, until, type World, world } from './world.ts';

const policies = (at: World) =>
  ordersOn(at, topics.speakerOrder('loa-1')).filter(({ kind }) => kind === 'policy');
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

describe('what is written down of a site', () => {
  test('is kept, shown, and told to its speaker as far as it bears on it', async () => {
    const at = world();
    const { technician, ...place } = await liveCommune(at);
    const place_ = { lat: 21.5321, lon: 104.0453 };
    const sim = { carrier: 'Viettel', number: '098 765 4321', plan: 'D5', renewsAtMs: null };
    const detail = at.house.services.siteNotes.change(technician, {
      ...{ siteId: 'loa-1', name: ' Loa nhà văn hóa ', zone: 'clinic', place: place_ },
      ...{ note: 'Khóa cột ở nhà ông Páo\u202e', volumePercent: 40, deviceClass: 'solar-4g', sim },
    });
    expect(detail).toMatchObject({
      note: 'Khóa cột ở nhà ông Páo',
      sim: { number: '0987654321' },
      speaker: {
        site: { name: 'Loa nhà văn hóa', zone: 'clinic' },
        ...{ place: place_, volumePercent: 40, deviceClass: 'solar-4g', sim: { warn: false } },
      },
    });
    await until(() => policies(at).at(-1)?.volumePercent === 40, 'the policy');
    expect(policies(at).at(-1)).toMatchObject({ beatMs: 300_000 });
    expect(speaker(at, { technician, ...place }).volumePercent).toBe(40);
    const lines = at.deps.store.audit.list({ tenantIds: null, beforeId: null, limit: 50 });
    expect(lines.map(({ action }) => action)).toContain('site.edit');
    expect(JSON.stringify(lines)).not.toContain('Páo');
  });

  test('that is not named stays; null takes away', async () => {
    const at = world();
    const { technician } = await liveCommune(at);
    const { siteNotes } = at.house.services;
    siteNotes.change(technician, { siteId: 'loa-1', note: 'cũ', place: { lat: 21, lon: 104 } });
    const tooQuiet = { siteId: 'loa-1', volumePercent: 9 };
    expect(() => siteNotes.change(technician, tooQuiet)).toThrow(/lowest volume is 10/u);
    const kept = siteNotes.change(technician, { siteId: 'loa-1', volumePercent: 10 });
    expect(kept).toMatchObject({ note: 'cũ', speaker: { place: { lat: 21 }, volumePercent: 10 } });
    expect(kept.speaker.site.name).toBe('Loa loa-1');
    const cleared = siteNotes.change(technician, { siteId: 'loa-1', place: null });
    expect(cleared.speaker.place).toBeNull();
  });

  test.each([
    ['a place abroad', { place: { lat: 13.7, lon: 100.5 } }, 'place-elsewhere'],
    ['no name', { name: '  ' }, 'empty-field'],
    [
      'a SIM of letters',
      { sim: { carrier: '', number: 'abc', plan: '', renewsAtMs: null } },
      'bad-sim-number',
    ],
    ['another’s site', { siteId: 'loa-9' }, 'missing'],
  ])('is refused: %s', async (_, of, code) => {
    const at = world();
    const { technician } = await liveCommune(at);
    const { siteNotes } = at.house.services;
    expect(() => siteNotes.change(technician, { siteId: 'loa-1', ...of })).toThrow(code);
  });

  test('is of who keeps the poles', async () => {
    const at = world();
    const place = await liveCommune(at);
    const { siteNotes } = at.house.services;
    siteNotes.change(place.operator, { siteId: 'loa-1', note: 'x' });
    expect(() => siteNotes.change(place.author, { siteId: 'loa-1', note: 'x' })).toThrow(
      'not-your-role',
    );
  });
});

describe('a photo', () => {
  test('is kept by the hash of its bytes and shown to who sees the pole', async () => {
    const at = world();
    const place = await liveCommune(at);
    const { siteNotes } = at.house.services;
    const photo = await siteNotes.setPhoto(place.technician, { siteId: 'loa-1', bytes: JPEG });
    expect(photo).toMatchObject({ bytes: 7, type: 'image/jpeg' });
    expect(at.files.kept.get(photo.hash)).toEqual(JPEG);
    expect(at.deps.store.siteFacts.photoHashes()).toEqual([photo.hash]);
    expect(siteNotes.photo(place.author, { siteId: 'loa-1' })).toEqual({
      ...{ path: `/documents/${photo.hash}`, type: 'image/jpeg', photo },
    });
    expect(() => siteNotes.photo(place.author, { siteId: 'loa-2' })).toThrow('missing');
    expect(actions(at)).toContain('site.photo');
  });

  test('takes the place of the one before, whose bytes go; another pole that shows the same keeps it', async () => {
    const at = world();
    const place = await liveCommune(at);
    const { siteNotes } = at.house.services;
    const other = Buffer.concat([JPEG, Buffer.from('x')]);
    const set = (siteId: string, bytes: Uint8Array) =>
      siteNotes.setPhoto(place.technician, { siteId, bytes });
    const first = await set('loa-1', JPEG);
    await set('loa-1', other);
    expect(at.files.kept.has(first.hash)).toBe(false);
    await set('loa-2', other);
    await set('loa-1', JPEG);
    expect(at.files.kept.size).toBe(2);
  });

  test.each([
    ['a web page', Buffer.from('<svg onload="x">'), 'no-picture'],
    ['nothing', new Uint8Array(), 'no-picture'],
    ['more than three megabytes', new Uint8Array(3 * 1024 * 1024 + 1), 'body-too-large'],
  ])('is not %s', async (_, bytes, code) => {
    const at = world();
    const { technician } = await liveCommune(at);
    const wish = { siteId: 'loa-1', bytes };
    await expect(at.house.services.siteNotes.setPhoto(technician, wish)).rejects.toThrow(code);
    expect(at.files.kept.size).toBe(0);
  });
});

describe('the list of speakers', () => {
  test('is of one area and what lies in it, where it is asked so', async () => {
    const at = world();
    const place = await liveCommune(at);
    const { speakers } = at.house.services;
    const ids = (areaId?: string) =>
      speakers.list(place.operator, { areaId }).map(({ site }) => site.id);
    expect(ids()).toEqual(['loa-1', 'loa-2']);
    expect(ids(place.id)).toEqual(['loa-1', 'loa-2']);
    expect(ids(place.villages[1])).toEqual(['loa-2']);
    expect(ids('nowhere')).toEqual([]);
  });

  test('says what will be sent for the day to come, where it will be heard', async () => {
    const at = world();
    const place = await liveCommune(at);
    const bulletin = await approved(at, place);
    const draft = await written(at, place);
    const [first] = place.villages;
    const areaIds = [first ?? ''];
    const HOUR = 60 * MINUTE;
    const daily = { kind: 'cron', pattern: '0 6,17 * * *' } as const;
    scheduled(at, place, { bulletin, rule: daily, areaIds });
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + 3 * HOUR } });
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + 25 * HOUR } });
    scheduled(at, place, { bulletin: draft, rule: { kind: 'once', atMs: NOON + 4 * HOUR } });
    expect(speaker(at, place, 'loa-1').holds).toEqual({ due: 0, held: 0, planned: 3 });
    expect(speaker(at, place, 'loa-2').holds).toEqual({ due: 0, held: 0, planned: 1 });
    const { speakers } = at.house.services;
    for (const siteId of ['loa-1', 'loa-2'])
      expect(speakers.get(place.operator, { siteId }).speaker).toEqual(speaker(at, place, siteId));
  });

  test('says how much of what is on its way a speaker holds', async () => {
    const at = world();
    const { boxes, ...place } = await liveCommune(at);
    const bulletin = await approved(at, place);
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: NOON + 2 * MINUTE } });
    at.clock.move(MINUTE);
    const streamId = await sentAiring(at);
    expect(speaker(at, place).holds).toEqual({ due: 1, held: 0, planned: 0 });
    await boxes[0]?.hello({ holds: [streamId, 'an-old-one'], bytesThisMonth: 77 });
    expect(speaker(at, place)).toMatchObject({
      holds: { due: 1, held: 1, planned: 0 },
      bytesThisMonth: 77,
    });
    const detail = at.house.services.speakers.get(place.operator, { siteId: 'loa-1' });
    expect(detail.speaker).toEqual(speaker(at, place));
    await boxes[0]?.receipt({ event: 'finished', streamId });
    await until(() => speaker(at, place).lastVerdict !== null, 'the verdict');
    expect(speaker(at, place, 'loa-2').lastVerdict).toBeNull();
    const [last] = at.house.services.speakers.get(place.operator, { siteId: 'loa-1' }).verdicts;
    expect(last).toMatchObject({ kind: 'played', title: 'Tiêm chủng' });
    expect(last?.sentence.vi).toContain('Đã phát');
  });

  test('and one of them are another commune’s no business', async () => {
    const at = world();
    const admin = await setUp(at);
    const a = commune(at, admin, 'xa-a');
    const b = commune(at, admin, 'xa-b');
    const { sites, speakers, incidentList } = at.house.services;
    sites.create(a.technician, { id: 'loa-1', areaId: a.villages[0] ?? '', name: 'Loa' });
    expect(speakers.list(b.operator)).toEqual([]);
    expect(speakers.list(b.operator, { areaId: a.id })).toEqual([]);
    expect(() => speakers.get(b.operator, { siteId: 'loa-1' })).toThrow('missing');
    expect(incidentList.list(b.operator).incidents).toEqual([]);
    expect(speakers.get(a.operator, { siteId: 'loa-1' })).toMatchObject({
      ...{ units: [], verdicts: [], commands: [], swap: null, photo: null, sim: null },
    });
  });
});
