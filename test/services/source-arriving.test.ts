import { describe, expect, test } from 'vitest';
import { firstFacts } from '../../src/domain/poles/site-facts.ts';
import { bytesOf, cap, proofOf, signing, written } from '../domain/source/source-samples.ts';
import {
  allSounded,
  beats,
  bulletinsOf,
  codeOf,
  lettersOf,
  rowsOf,
  sourced,
} from './source-steps.ts';
import { commune, person, world } from './world.ts';

describe('a normal bulletin of the source system', () => {
  test('waits in the commune’s list in the source system’s name, and who places it is told', async () => {
    const all = await sourced();
    const { at, a, push } = all;
    expect(push()).toEqual({
      ...{ externalId: 'TTN-1', revision: 1, state: 'accepted', duplicate: false },
    });
    await allSounded(all);
    const [bulletin] = bulletinsOf(all);
    expect(bulletin).toMatchObject({ title: 'Tiêm phòng dại', state: 'ready', priority: 'normal' });
    const view = at.house.services.bulletins.get(a.author, { bulletinId: bulletin?.id ?? '' });
    expect(view.authorName).toBe('Hệ thống thông tin nguồn tỉnh Mường Thử');
    expect(view.schedules).toEqual([]);
    expect(at.happened.at(-1)).toMatchObject({ kind: 'source-arrived', tenantId: a.id });
  });

  test('is kept byte for byte with its hash', async () => {
    const all = await sourced();
    const body = bytesOf(written({ title: 'Một  tựa <b>đề</b>' }));
    all.push({}, { body, proof: proofOf(all.key, body) });
    const [row] = rowsOf(all);
    expect(Buffer.from(all.at.deps.store.incoming.raw(row?.id ?? '') ?? [])).toEqual(body);
    expect(row).toMatchObject({ keyId: 'khoa-1', via: 'push', title: 'Một tựa <b>đề</b>' });
  });

  test('comes twice and is one; said otherwise under its name it is refused and the first one stays', async () => {
    const all = await sourced();
    const issuedAt = new Date(all.at.clock.planMs()).toISOString();
    all.push({ issuedAt });
    expect(all.push({ issuedAt })).toMatchObject({ state: 'accepted', duplicate: true });
    expect(codeOf(() => all.push({ issuedAt, title: 'Khác' }))).toBe('contradictory');
    expect(bulletinsOf(all)).toHaveLength(1);
    expect(rowsOf(all).map(({ title }) => title)).toEqual(['Tiêm phòng dại']);
    const { services } = all.at.house;
    const page = { beforeId: null, limit: 10 };
    expect(services.source.refusals(all.head, page)).toMatchObject([
      { why: 'contradictory', externalId: 'TTN-1', title: 'Khác' },
    ]);
    expect(all.at.happened.at(-1)).toMatchObject({ kind: 'source-refused', why: 'contradictory' });
  });

  test('revisions in any order settle on the highest; what went before is taken back', async () => {
    const all = await sourced();
    all.push({ revision: 2, title: 'Hai' });
    expect(all.push({ revision: 1, title: 'Một' })).toMatchObject({ state: 'superseded' });
    await allSounded(all);
    all.push({ revision: 3, title: 'Ba' });
    await allSounded(all);
    expect(bulletinsOf(all).map(({ title, state }) => [title, state])).toEqual([
      ['Ba', 'ready'],
      ['Hai', 'returned'],
    ]);
    expect(rowsOf(all).map(({ revision, state }) => [revision, state])).toEqual([
      [3, 'accepted'],
      [1, 'superseded'],
      [2, 'superseded'],
    ]);
  });

  test('a cancel takes it back, and what comes late under the same name is too late', async () => {
    const all = await sourced();
    all.push();
    await allSounded(all);
    expect(all.push({ does: 'cancel', revision: 5 })).toMatchObject({ state: 'cancelled' });
    expect(bulletinsOf(all)).toMatchObject([{ state: 'returned' }]);
    expect(all.at.happened.at(-1)).toMatchObject({ kind: 'bulletin-withdrawn' });
    expect(all.push({ revision: 4 })).toMatchObject({ state: 'superseded' });
    expect(bulletinsOf(all)).toHaveLength(1);
  });

  test('for two communes is a bulletin of each, seen by its own people only', async () => {
    const all = await sourced();
    const { at, a } = all;
    const admin = person(at, 'quan-tri-2', ['administrator', all.provinceId]);
    const b = commune(at, admin, 'xa-b');
    all.push({ areas: ['xa-a-ban-1', 'xa-b'] });
    const { source } = at.house.services;
    const page = { beforeId: null, limit: 10 };
    const [mine] = source.list(b.author, page);
    expect(mine?.parts.map(({ areaName }) => areaName)).toEqual(['Xã xa-b']);
    const [whole] = source.list(all.head, page);
    expect(whole?.parts.map(({ tenantId }) => tenantId).sort()).toEqual([a.id, b.id].sort());
    all.push({ externalId: 'TTN-2', areas: ['xa-a'] });
    expect(source.list(b.author, page)).toHaveLength(1);
  });
});

describe('what is not let in', () => {
  test.each([
    ['other-province', { province: 'son-la' }],
    ['unknown-area', { areas: ['xa-la'] }],
    ['from-the-future', { issuedAt: '2027-01-01T00:00:00Z' }],
    ['expired', { expiresAt: '2026-01-01T00:00:00Z' }],
    ['nothing-to-say', { text: '' }],
    ['sound-too-large', { text: '', sound: { url: '/x', bytes: 1e9 } }],
    [
      'sound-elsewhere',
      { text: '', sound: { url: 'https://169.254.169.254/x', sha256: '0'.repeat(64) } },
    ],
    ['deadline-past', { assign: { leastAirings: 1, deadline: '2026-12-05T11:00:00+07:00' } }],
  ])('is refused by name, kept, acknowledged and told: %s', async (why, of) => {
    const all = await sourced();
    expect(codeOf(() => all.push(of))).toBe(why);
    expect(rowsOf(all)).toMatchObject([{ state: 'refused', refused: { why } }]);
    expect(bulletinsOf(all)).toEqual([]);
    expect(all.at.happened.at(-1)).toMatchObject({ kind: 'source-refused', why });
    await beats(all, 1);
    expect(lettersOf(all, 'ack')).toMatchObject([{ externalId: 'TTN-1', state: 'refused' }]);
    expect(all.push({ externalId: 'TTN-2' })).toMatchObject({ state: 'accepted' });
  });

  test('a stranger’s bytes take no name that the source system will use', async () => {
    const all = await sourced();
    const stranger = signing();
    const body = bytesOf(written({ title: 'Giả', priority: 'emergency' }));
    const wrong = [
      { body, proof: null },
      { body, proof: proofOf(stranger, body) },
      { body, proof: proofOf(signing('khoa-9'), body) },
      { body, proof: proofOf(all.key, body, all.at.clock.wallMs() - 600_000) },
    ];
    const codes = wrong.map((how) => codeOf(() => all.push({}, how)));
    expect(codes).toEqual(['unsigned', 'bad-signature', 'unknown-key', 'stale-signature']);
    expect(rowsOf(all)).toEqual([]);
    const lines = all.at.deps.store.audit.list({ tenantIds: null, beforeId: null, limit: 9 });
    expect(lines.map(({ action }) => action)).toContain('incident.source-emergency-refused');
    expect(all.at.happened.at(-1)).toMatchObject({ kind: 'source-refused', emergency: true });
    expect(all.push()).toMatchObject({ state: 'accepted', duplicate: false });
  });

  test('a flood of forgeries fills neither the rows nor people’s telephones', async () => {
    const all = await sourced();
    for (let n = 0; n < 60; n += 1) codeOf(() => all.push({ title: `Giả ${n}` }, { proof: null }));
    const { source } = all.at.house.services;
    expect(source.refusals(all.head, { beforeId: null, limit: 100 })).toHaveLength(20);
    const told = all.at.happened.filter(({ kind }) => kind === 'source-refused');
    expect(told).toHaveLength(20);
  });

  test('broken JSON says where, and is kept apart', async () => {
    const all = await sourced();
    const body = Buffer.from('{"externalId": "a",\n "x"');
    expect(codeOf(() => all.push({}, { body, proof: proofOf(all.key, body) }))).toBe('malformed');
    const [row] = all.at.house.services.source.refusals(all.head, { beforeId: null, limit: 1 });
    expect(row).toMatchObject({ why: 'malformed', place: '2:5', externalId: null });
  });

  test('the same may come again when too many wait for their sound', async () => {
    const all = await sourced();
    all.at.studio.hold();
    for (let n = 0; n < 20; n += 1) all.push({ externalId: `X-${n}` });
    expect(codeOf(() => all.push({ externalId: 'X-99' }))).toBe('busy');
    expect(rowsOf(all).some(({ externalId }) => externalId === 'X-99')).toBe(false);
  });

  test('the door is shut where no keys are set', async () => {
    const at = world();
    const parcel = { contentType: 'application/json', body: bytesOf(written()), proof: null };
    expect(codeOf(() => at.house.services.source.take(parcel))).toBe('source-shut');
    const all = await sourced();
    all.at.source.set({ keys: [] });
    expect(codeOf(() => all.push())).toBe('source-shut');
  });
});

describe('a warning in CAP', () => {
  const take = (all: Awaited<ReturnType<typeof sourced>>, root: unknown) => {
    const body = bytesOf(root);
    const contentType = 'application/cap+xml';
    const proof = proofOf(all.key, body, all.at.clock.wallMs(), contentType);
    return all.at.house.services.source.take({ contentType, body, proof });
  };
  const chain = (identifier: string, msgType: string, before: string, minute: number) => {
    const sent = `2026-12-05T12:0${minute}:00+07:00`;
    const references = `pclb@muongthu.gov.vn,${before},2026-12-05T11:59:00+07:00`;
    return cap({ identifier, msgType, sent, references });
  };

  test('is one with its updates, though each refers to the last one only, and ends with its cancel', async () => {
    const all = await sourced();
    const externalId = 'cap:pclb@muongthu.gov.vn,CAP-1';
    expect(take(all, cap())).toMatchObject({ externalId, state: 'accepted' });
    expect(take(all, chain('CAP-2', 'Update', 'CAP-1', 1))).toMatchObject({ externalId });
    expect(take(all, chain('CAP-3', 'Update', 'CAP-2', 2))).toMatchObject({ externalId });
    const states = () =>
      rowsOf(all).map(({ messageId, state }) => `${messageId.split(',')[1]} ${state}`);
    expect(states()).toEqual(['CAP-3 accepted', 'CAP-2 superseded', 'CAP-1 superseded']);
    take(all, chain('CAP-4', 'Cancel', 'CAP-3', 3));
    expect(states()[0]).toBe('CAP-4 cancelled');
    expect(states()[1]).toBe('CAP-3 cancelled');
  });

  test('for a polygon means the villages whose poles stand inside; elsewhere it is refused by its place', async () => {
    const all = await sourced();
    const place = { lat: 21.5, lon: 103.5 };
    all.at.deps.store.siteFacts.put({ ...firstFacts('loa-2'), place });
    const polygon = '21,103 21,104 22,104 22,103 21,103';
    take(all, cap({}, { area: [{ areaDesc: 'Hạ lưu', polygon }] }));
    const [row] = rowsOf(all);
    const [part] = all.at.deps.store.incomingParts.of(row?.id ?? '');
    expect(part?.areaIds).toEqual([all.a.villages[1]]);
    const far = cap(
      { identifier: 'CAP-9' },
      { area: [{ areaDesc: 'Biển Đông', polygon: '9,110 9,111 10,111 9,110' }] },
    );
    expect(codeOf(() => take(all, far))).toBe('nowhere');
  });

  test('that is a trial is acknowledged and not aired, and nobody is woken to hear of it', async () => {
    const all = await sourced();
    expect(codeOf(() => take(all, cap({ status: 'Test' })))).toBe('test-only');
    expect(bulletinsOf(all)).toEqual([]);
  });
});
