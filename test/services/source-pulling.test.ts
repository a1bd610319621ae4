import { describe, expect, test } from 'vitest';
import { bytesOf, proofOf, written } from '../domain/source/source-samples.ts';
import { allSounded, beats, rowsOf, sourced } from './source-steps.ts';

describe('fetched from the source system', () => {
  test('page after page, from where it was left, each once', async () => {
    const all = await sourced();
    const parcel = (n: number) => ({
      ...{ contentType: 'application/json', proof: null },
      body: bytesOf(written({ externalId: `K-${n}` })),
    });
    all.at.source.ready.push(...[1, 2, 3, 4, 5].map(parcel));
    await beats(all, 1);
    expect(rowsOf(all)).toHaveLength(5);
    expect(rowsOf(all)[0]).toMatchObject({ via: 'pull', keyId: null, state: 'accepted' });
    all.at.source.ready.push(parcel(6));
    await beats(all, 5);
    expect(rowsOf(all)).toHaveLength(5);
    await beats(all, 11);
    expect(rowsOf(all)).toHaveLength(6);
    const again = all.at.restart();
    await again.house.beat();
    await again.house.source.idle();
    expect(rowsOf(all)).toHaveLength(6);
  });

  test('an unsigned emergency is refused there too, and what comes after it is still taken', async () => {
    const all = await sourced();
    const parcel = (of: Record<string, unknown>) => ({
      ...{ contentType: 'application/json', proof: null, body: bytesOf(written(of)) },
    });
    all.at.source.ready.push(parcel({ priority: 'emergency' }), parcel({ externalId: 'K-2' }));
    await beats(all, 1);
    expect(rowsOf(all).map(({ externalId }) => externalId)).toEqual(['K-2']);
    expect(all.at.happened.some(({ kind }) => kind === 'source-refused')).toBe(true);
  });

  test('a full line holds up nobody else, and what it kept out is taken when there is room', async () => {
    const all = await sourced();
    const issuedAt = new Date(all.at.clock.planMs()).toISOString();
    const held = all.at.studio.hold();
    all.push({ externalId: 'X' });
    await beats(all, 1);
    for (let n = 0; n < 20; n += 1) all.push({ externalId: `X-${n}` });
    const alarm = bytesOf(written({ externalId: 'E', issuedAt, priority: 'emergency' }));
    const plain = (n: number) => bytesOf(written({ externalId: `K-${n}`, issuedAt }));
    const proof = proofOf(all.key, alarm, all.at.clock.wallMs());
    const contentType = 'application/json';
    all.at.source.ready.push(
      { contentType, body: plain(1), proof: null },
      { contentType, body: alarm, proof },
      { contentType, body: plain(2), proof: null },
      { contentType, body: plain(3), proof: null },
    );
    await beats(all, 16);
    const names = () => rowsOf(all).map(({ externalId }) => externalId);
    expect(names()).toContain('E');
    expect(names()).not.toContain('K-1');
    expect(all.at.deps.store.settings.get('source.cursor')).toBe('0');
    held.letGo();
    await allSounded(all);
    await beats(all, 20);
    expect(names()).toEqual(expect.arrayContaining(['K-1', 'K-2', 'K-3']));
    expect(names().filter((name) => name === 'E')).toHaveLength(1);
    expect(all.at.deps.store.settings.get('source.cursor')).toBe('4');
  });

  test('what cannot be kept for a fault of ours is refused by name in the end, the others are in at once', async () => {
    const all = await sourced();
    const parcel = (externalId: string) => ({
      ...{ contentType: 'application/json', proof: null, body: bytesOf(written({ externalId })) },
    });
    const { incoming } = all.at.deps.store;
    const insert = incoming.insert.bind(incoming);
    incoming.insert = (row, raw) => {
      if (row.externalId === 'K-1') throw new Error('a row that will not go in');
      insert(row, raw);
    };
    all.at.source.ready.push(parcel('K-1'), parcel('K-2'), parcel('K-3'));
    await beats(all, 1);
    expect(rowsOf(all)).toHaveLength(2);
    await beats(all, 80);
    expect(all.at.deps.store.settings.get('source.cursor')).toBe('3');
    const page = { beforeId: null, limit: 9 };
    const told = all.at.house.services.source.refusals(all.head, page);
    expect(told).toMatchObject([{ why: 'not-kept', externalId: 'K-1' }]);
  });

  test('an outage is on the screen, and over when it is over', async () => {
    const all = await sourced();
    all.at.source.answers(() => {
      throw new Error('ECONNREFUSED');
    });
    await beats(all, 2);
    const view = () => all.at.house.services.source.view(all.head);
    expect(view()).toMatchObject({ trouble: 'ECONNREFUSED', lastContactMs: null });
    all.at.source.answers(null);
    await beats(all, 20);
    expect(view().trouble).toBeNull();
    expect(view().lastContactMs).toBeGreaterThan(0);
  });
});
