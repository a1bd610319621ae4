// Bulletins, clips, approvals and schedules come back as they went in, on every database.
// It must never know the rules of approval.
import { describe, expect, test } from 'vitest';
import type { BulletinPage } from '../../src/services/ports.ts';
import { approval, at, bulletin, clip, NOON, schedule } from '../domain/samples.ts';
import { DIALECTS, furnish } from './dialects.ts';

describe.each(DIALECTS)('$name', ({ open }) => {
  test('bulletins of other tenants are not among ours; newest first, a page at a time', () => {
    const { bulletins } = furnish(open());
    for (const id of ['bt-2', 'bt-3'])
      bulletins.insert(bulletin({ id, state: 'ready', documentPart: 2 }));
    bulletins.insert(bulletin({ id: 'bt-b', tenantId: 'xa-b' }));
    const page = (of: Partial<BulletinPage>) =>
      bulletins
        .ofTenants(['xa-a', 'tinh'], { limit: 9, beforeId: null, state: null, ...of })
        .map(({ id }) => id);
    expect(bulletins.ofTenants(['xa-a', 'tinh']).map(({ id }) => id)).toEqual([
      'bt-3',
      'bt-2',
      'bt-1',
    ]);
    expect(page({ limit: 2 })).toEqual(['bt-3', 'bt-2']);
    expect(page({ beforeId: 'bt-2' })).toEqual(['bt-1']);
    expect(page({ state: 'ready', limit: 1 })).toEqual(['bt-3']);
    expect(bulletins.ofTenants([])).toEqual([]);
    expect(bulletins.get('bt-2')?.documentPart).toBe(2);
  });

  test('bulletins that share a sound are found by it', () => {
    const { bulletins } = furnish(open());
    bulletins.insert(bulletin({ id: 'bt-b', tenantId: 'xa-b' }));
    expect(bulletins.ofClip('clip-1').map(({ id }) => id)).toEqual(['bt-b', 'bt-1']);
    expect(bulletins.ofClip('?')).toEqual([]);
  });

  test('a bulletin is updated whole, and only it', () => {
    const { bulletins } = furnish(open());
    bulletins.insert(bulletin({ id: 'bt-2' }));
    const changed = bulletin({
      text: 'Mới.',
      drill: true,
      writerIds: ['tac-gia', 'nguoi-sua'],
      maxSeconds: 90,
      language: 'mww',
      state: 'making',
      stateReason: 'vì',
      version: 2,
      clipId: null,
      priority: 'emergency',
    });
    bulletins.update(changed);
    expect(bulletins.get('bt-1')).toEqual(changed);
    expect(bulletins.get('bt-2')).toEqual(bulletin({ id: 'bt-2' }));
    expect(bulletins.get('?')).toBeNull();
  });

  test('bulletins are found by state, oldest first: what waits longest is made first', () => {
    const { bulletins } = furnish(open());
    bulletins.insert(bulletin({ id: 'late', state: 'making', createdAtMs: NOON + 9 }));
    bulletins.insert(bulletin({ id: 'early', state: 'making' }));
    expect(bulletins.inState('making').map(({ id }) => id)).toEqual(['early', 'late']);
  });

  test('a clip keeps its facts, with and without the mark of a machine', () => {
    const { clips } = furnish(open());
    expect(clips.get('clip-1')).toEqual(clip());
    const human = clip({ id: 'clip-2', synthetic: null, contentHash: 'b'.repeat(64) });
    clips.put(human);
    expect(clips.get('clip-2')).toEqual(human);
    expect(clips.get('?')).toBeNull();
  });

  test('a clip made again replaces its row', () => {
    const { clips } = furnish(open());
    clips.put(clip({ lufs: -15.9, madeAtMs: NOON + 1 }));
    expect(clips.get('clip-1')?.lufs).toBe(-15.9);
  });

  test('approvals come back in the order they were given', () => {
    const { approvals } = furnish(open());
    approvals.insert(approval({ id: 'duyet-0', atMs: NOON }));
    expect(approvals.of('bt-1')).toEqual([approval(), approval({ id: 'duyet-0', atMs: NOON })]);
    expect(approvals.of('?')).toEqual([]);
  });

  test('a schedule keeps its rule and areas', () => {
    const { schedules } = furnish(open());
    const cron = schedule({
      id: 'lich-2',
      areaIds: ['ban-1', 'ban-2'],
      rule: { kind: 'cron', pattern: '0 17 * * *', fromMs: NOON, untilMs: null },
      createdAtMs: NOON + 1,
    });
    schedules.insert(cron);
    expect(schedules.get('lich-2')).toEqual(cron);
    expect(schedules.get('?')).toBeNull();
    expect(schedules.ofTenants(['xa-a'], NOON)).toEqual([schedule(), cron]);
    expect(schedules.ofBulletin('bt-1')).toEqual([schedule(), cron]);
    expect([schedules.ofTenants([], 0), schedules.ofTenants(['xa-b'], 0)]).toEqual([[], []]);
  });

  test('"now" gets its time once it is approved; other rules keep theirs', () => {
    const { schedules } = furnish(open());
    schedules.insert(schedule({ id: 'ngay', rule: { kind: 'now', atMs: null } }));
    schedules.setAtMs('ngay', NOON + 8_000);
    schedules.setAtMs('lich-1', NOON);
    schedules.setAtMs('?', NOON);
    expect(schedules.get('ngay')?.rule).toEqual({ kind: 'now', atMs: NOON + 8_000 });
    expect(schedules.get('lich-1')?.rule).toEqual({
      kind: 'once',
      atMs: at('2026-12-05', '17:00'),
    });
  });

  test('of a tenant, those ended long ago are left out, and so are the oldest of very many', () => {
    const store = furnish(open());
    const { schedules } = store;
    schedules.end('lich-1', NOON);
    const ids = (sinceMs: number) => schedules.ofTenants(['xa-a'], sinceMs).map(({ id }) => id);
    expect([ids(NOON), ids(NOON + 1)]).toEqual([['lich-1'], []]);
    store.transaction(() => {
      for (let n = 0; n < 1_001; n += 1)
        schedules.insert(schedule({ id: `l-${n}`, createdAtMs: NOON + 1 + n }));
    });
    const found = ids(0);
    expect([found.length, found[0], found.at(-1)]).toEqual([1_000, 'l-1', 'l-1000']);
  });

  test('an ended schedule is no longer active and keeps its first end', () => {
    const { schedules } = furnish(open());
    schedules.end('lich-1', NOON + 1);
    schedules.end('lich-1', NOON + 9);
    expect(schedules.get('lich-1')?.endedAtMs).toBe(NOON + 1);
    expect(schedules.active()).toEqual([]);
  });
});
