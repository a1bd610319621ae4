import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/services/ports.ts';
import { liveCommune, written } from './steps.ts';
import { commune, person, setUp, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('the audit', () => {
  test('shows a commune its own lines, and the province all of them', async () => {
    const at = world();
    const a = await liveCommune(at);
    await written(at, a);
    const { audit } = at.house.services;
    const provinceId = at.deps.store.areas.byCode('muong-thu')?.id ?? '';
    const admin = person(at, 'tinh', ['administrator', provinceId]);
    const theirs = audit.list(a.approver, { beforeId: null, limit: 100 });
    expect(theirs.every(({ tenantId }) => tenantId === a.id)).toBe(true);
    const all = audit.list(admin, { beforeId: null, limit: 100 });
    expect(all.length).toBeGreaterThan(theirs.length);
    const [, second] = all;
    const older = audit.list(admin, { beforeId: second?.id ?? '', limit: 1 });
    expect(older).toEqual([all[2]]);
    expect(audit.list(a.author, { beforeId: null, limit: 100 })).toEqual([]);
  });

  test('has no secret in it', async () => {
    const at = world();
    const a = await liveCommune(at);
    await written(at, a);
    const lines = JSON.stringify(
      at.deps.store.audit.list({ tenantIds: null, beforeId: null, limit: 500 }),
    );
    for (const secret of ['một câu dễ nhớ', '$7$', 'scrypt', 'trạm y tế'])
      expect(lines).not.toContain(secret);
  });
});

describe('events', () => {
  test('tell each only of their own commune, and everybody of the clock', async () => {
    const at = world();
    const admin = await setUp(at);
    const a = commune(at, admin, 'xa-a');
    const b = commune(at, admin, 'xa-b');
    const heard = { a: [] as Change[], province: [] as Change[] };
    const { events, simulation } = at.house.services;
    const stop = events.listen(a.author, (change) => heard.a.push(change));
    events.listen(admin, (change) => heard.province.push(change));
    at.deps.changes.tell({ kind: 'bulletin', id: 'of-a', tenantId: a.id });
    at.deps.changes.tell({ kind: 'bulletin', id: 'of-b', tenantId: b.id });
    simulation.setSpeed(admin, { speed: 4 });
    const c = commune(at, admin, 'xa-c');
    at.deps.changes.tell({ kind: 'bulletin', id: 'of-c', tenantId: c.id });
    stop();
    at.deps.changes.tell({ kind: 'bulletin', id: 'later', tenantId: a.id });
    expect(heard.a.map(({ id }) => id)).toEqual(['of-a', 'plan']);
    expect(heard.province.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['of-a', 'of-b', 'plan', 'of-c', 'later']),
    );
  });
});

describe('the simulated clock', () => {
  test('is sped up by an administrator of the province only', async () => {
    const at = world();
    const admin = await setUp(at);
    const a = commune(at, admin, 'xa-a');
    const local = person(at, 'quan-tri-a', ['administrator', a.id]);
    const { simulation, health } = at.house.services;
    expect(() => simulation.setSpeed(local, { speed: 2 })).toThrow(code('missing'));
    expect(simulation.setSpeed(admin, { speed: 20 })).toEqual({ speed: 20 });
    expect(health.read()).toMatchObject({ ok: true, speed: 20, version: '0.0.0-test' });
    for (const speed of [0, -1, Number.NaN, 1_001])
      expect(() => simulation.setSpeed(admin, { speed })).toThrow(code('bad-speed'));
  });

  test('does not exist where the clock is real', async () => {
    const at = world({ setSpeed: null });
    const admin = await setUp(at);
    const { simulation } = at.house.services;
    expect(() => simulation.setSpeed(admin, { speed: 2 })).toThrow(code('missing'));
  });
});
