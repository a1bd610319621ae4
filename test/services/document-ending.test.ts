import { describe, expect, test } from 'vitest';
import type { StatusKind } from '../../src/domain/documents/document-model.ts';
import type { Bulletin } from '../../src/domain/model.ts';
import type { StatusWish } from '../../src/services/reading/reading-door.ts';
import { imported, type Place } from './document-steps.ts';
import { actions, airings, hashOf, liveCommune, pass, scheduled, sentAiring } from './steps.ts';
import { type Commune, ordersOn, person, until, type World, world } from './world.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const wish = (kind: StatusKind, of: Partial<StatusWish> = {}): StatusWish => ({
  ...{ kind, commentUntil: null, inForceFrom: null, endedOn: null, by: null },
  ...of,
});
const REPEALED = wish('repealed', { endedOn: '2026-12-05', by: '31/QĐ-UBND' });
const TEXT = '# 27/QĐ-UBND\nChỉ được đốt nương từ năm giờ đến tám giờ sáng.';

async function madeOf(at: World, by: Commune, documentId: string): Promise<Bulletin> {
  const { bulletins } = at.house.services;
  const { id } = bulletins.create(by.author, { areaId: by.id, documentId, title: 'Đốt nương' });
  await until(() => at.deps.store.bulletins.get(id)?.state !== 'making', 'the sound');
  const made = at.deps.store.bulletins.get(id);
  if (!made) throw new Error('no bulletin');
  bulletins.submit(by.author, { bulletinId: id });
  return bulletins.approve(by.approver, { bulletinId: id, contentHash: hashOf(at, made) });
}

const say = (at: World, by: Pick<Place, 'approver'>, documentId: string, status: StatusWish) =>
  at.house.services.documents.setStatus(by.approver, { documentId, position: 1, status });

async function airingOne(at: World) {
  const place = await liveCommune(at);
  const documentId = await imported(at, place, TEXT);
  const bulletin = await madeOf(at, place, documentId);
  return { place, documentId, bulletin };
}

describe('a document that ends', () => {
  test('is taken off the air at once, wherever it is planned, sending or sounding', async () => {
    const at = world();
    const { place, documentId, bulletin } = await airingOne(at);
    const nowMs = at.clock.planMs();
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: nowMs + 20_000 } });
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: nowMs + 50_000 } });
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: nowMs + HOUR_MS } });
    const id = await sentAiring(at);
    say(at, place, documentId, REPEALED);
    expect(airings(at).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    const orders = ordersOn(at, 'vx/v1/areas/xa-a-ban-1/order');
    await until(() => ordersOn(at, 'vx/v1/areas/xa-a-ban-1/order').length > orders.length - 1);
    expect(actions(at)).toContain('service.document-ended');
    expect(at.happened.filter(({ kind }) => kind === 'document-ended')).toEqual([
      {
        ...{ kind: 'document-ended', tenantId: place.id, documentId },
        ...{ title: '27/QĐ-UBND', airings: 2 },
      },
    ]);
    expect(at.deps.store.airings.get(id)?.state).toBe('cancelled');
    const { occurrences } = at.house.services.plan.list(place.operator, { hours: 2 });
    expect(new Set(occurrences.map(({ hindrance }) => hindrance))).toEqual(
      new Set(['document-ended']),
    );
  });

  test('every minute it was planned for says why it stayed silent, and people are told once', async () => {
    const at = world();
    const { place, documentId, bulletin } = await airingOne(at);
    const atMs = at.clock.planMs() + HOUR_MS;
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs } });
    say(at, place, documentId, REPEALED);
    await pass(at, HOUR_MS + 1_000);
    const [airing] = airings(at);
    const parts = at.deps.store.airings.speakers(airing?.id ?? '');
    expect(parts.map(({ verdict }) => verdict?.reason)).toEqual([
      'document-ended',
      'document-ended',
    ]);
    expect(at.happened.map(({ kind }) => kind)).not.toContain('airing-hindered');
    await pass(at, DAY_MS);
    expect(at.happened.filter(({ kind }) => kind === 'document-ended')).toHaveLength(1);
  });

  test('that was ended by mistake airs again once the word is taken back', async () => {
    const at = world();
    const { place, documentId, bulletin } = await airingOne(at);
    const atMs = at.clock.planMs() + HOUR_MS;
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs } });
    await pass(at, HOUR_MS - 50_000);
    say(at, place, documentId, REPEALED);
    say(at, place, documentId, { ...wish('in-force'), remark: 'Bấm nhầm' });
    at.house.services.sites.list(place.technician);
    at.deps.changes.tell({ kind: 'schedule', id: 'x', tenantId: place.id });
    await pass(at, 1_000);
    const states = airings(at).map(({ state, playAtMs }) => [state, playAtMs === atMs]);
    expect(states).toContainEqual(['cancelled', true]);
    const others = states.filter(([state]) => state !== 'cancelled');
    expect(others).toEqual([[expect.stringMatching(/planned|sending|sent/), true]]);
  });

  test.each<[string, StatusWish]>([
    ['a draft after its last day of comments', wish('draft', { commentUntil: '2026-12-05' })],
    ['a law whose end was written in it', wish('in-force', { endedOn: '2026-12-06' })],
  ])('%s stops by itself at that midnight', async (_, status) => {
    const at = world();
    const place = await liveCommune(at);
    const documentId = await imported(at, place, TEXT);
    say(at, place, documentId, status);
    const bulletin = await madeOf(at, place, documentId);
    const open = at.deps.store.regulations.get(place.id);
    if (open)
      at.deps.store.regulations.put({
        ...open,
        hours: {
          utcOffsetMin: 420,
          windows: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1_440 }],
        },
      });
    const midnight = Date.parse('2026-12-06T00:00:00+07:00');
    at.clock.move(midnight - 60_000 - at.clock.planMs());
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: midnight - 10_000 } });
    await sentAiring(at);
    expect(airings(at).map(({ state }) => state)).toEqual(['sent']);
    await pass(at, midnight - at.clock.planMs() - 1);
    expect(airings(at).map(({ state }) => state)).toEqual(['sent']);
    await pass(at, 1);
    expect(airings(at).map(({ state }) => state)).toEqual(['cancelled']);
    expect(at.happened.at(-1)).toMatchObject({ kind: 'document-ended', airings: 1 });
  });

  test('is found at the first beat after an outage over its midnight', async () => {
    const at = world();
    const { place, documentId } = await airingOne(at);
    say(at, place, documentId, wish('in-force', { endedOn: '2026-12-06' }));
    at.clock.move(2 * DAY_MS);
    const later = at.restart();
    await later.house.beat();
    expect(later.happened.map(({ kind }) => kind)).toContain('document-ended');
  });

  test('in the province ends the copy a commune works from, of now and of later', async () => {
    const at = world();
    const { place, documentId, bulletin } = await airingOne(at);
    const provinceId = at.deps.store.areas.get(place.id)?.parentId ?? '';
    const province: Place = {
      id: provinceId,
      author: person(at, 'tinh-soan', ['author', provinceId]),
      approver: person(at, 'tinh-duyet', ['approver', provinceId]),
    };
    const original = await imported(at, province, TEXT);
    scheduled(at, place, { bulletin, rule: { kind: 'once', atMs: at.clock.planMs() + 30_000 } });
    await sentAiring(at);
    say(at, province, original, REPEALED);
    expect(airings(at).map(({ state }) => state)).toEqual(['cancelled']);
    expect(at.happened).toContainEqual(
      expect.objectContaining({ kind: 'document-ended', tenantId: place.id, documentId }),
    );
    const copy = await imported(at, place, TEXT);
    const { heard } = at.house.services.documents;
    expect(heard(place.author, { documentId: copy, position: 1 }).ended).toBe(true);
    // and the commune's own word does not lift it
    say(at, place, documentId, wish('in-force'));
    expect(heard(place.author, { documentId, position: 1 }).ended).toBe(true);
    say(at, province, original, { ...wish('in-force'), remark: 'Nhầm số' });
    expect(heard(place.author, { documentId, position: 1 }).ended).toBe(false);
  });

  test('in a database older than these rows is found all the same', async () => {
    const at = world();
    const { place, documentId } = await airingOne(at);
    say(at, place, documentId, REPEALED);
    at.deps.store.endings.dropFrom({ documentId, position: 1 });
    at.deps.store.settings.put('endings.filled', 'not yet');
    expect(at.deps.store.endings.due(at.clock.planMs())).toEqual([]);
    const newer = at.restart();
    await newer.house.beat();
    expect(newer.happened.map(({ kind }) => kind)).toEqual(['document-ended']);
  });
});
