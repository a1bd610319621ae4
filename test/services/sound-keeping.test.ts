// What the studio may give room of: once an hour, never what a schedule will air, and it is told what has aired.
// It must never know files.
import { expect, test } from 'vitest';
import { approved, liveCommune, pass, scheduled, sentAiring } from './steps.ts';
import { NOON, until, world } from './world.ts';

const HOUR = 3_600_000;

test('what will air stays; what aired within the hour is called used; once an hour', async () => {
  const at = world();
  const place = await liveCommune(at);
  await pass(at, 1_000);
  expect(at.studio.swept).toMatchObject([{ will: new Set(), has: new Set() }]);
  const today = await approved(at, place);
  const later = await approved(at, place, { text: 'Mai họp bản.' });
  scheduled(at, place, { bulletin: today, rule: { kind: 'once', atMs: NOON + 120_000 } });
  scheduled(at, place, { bulletin: later, rule: { kind: 'once', atMs: NOON + 20 * HOUR } });
  at.clock.move(60_000);
  await sentAiring(at);
  await pass(at, 50 * 60_000);
  expect(at.studio.swept).toHaveLength(1);
  await pass(at, 9 * 60_000);
  await until(() => at.studio.swept.length === 2, 'the next sweep');
  const [, { will, has }] = at.studio.swept as [unknown, (typeof at.studio.swept)[0]];
  expect([...will]).toContain(later.clipId);
  expect([...has]).toEqual([today.clipId]);
});

test('a sweep that fails is a line of the log, and is tried again', async () => {
  const at = world();
  await liveCommune(at);
  at.studio.sweep = () => Promise.reject(new Error('no disk'));
  await pass(at, 1_000);
  const said = () => at.log.lines.filter(({ line }) => line === 'old sound could not be swept');
  await until(() => said().length === 1, 'the line');
  await pass(at, HOUR);
  await until(() => said().length === 2, 'the second line');
});

test('recorded pieces that were thrown away go with the hour too, whatever became of the clips', async () => {
  const at = world();
  await liveCommune(at);
  at.studio.sweep = () => Promise.reject(new Error('no disk'));
  await pass(at, 1_000);
  await until(() => at.pieces.swept.length === 1, 'the pieces');
  await pass(at, HOUR);
  await until(() => at.pieces.swept.length === 2, 'the pieces again');
  expect(at.pieces.swept[0]).toEqual(at.deps.store.framePieces.hashes());
});

test('a disk with less than a tenth left is told of each hour, though nothing can be swept', async () => {
  const at = world();
  await liveCommune(at);
  const said = () => at.log.lines.filter(({ line }) => line.includes('nearly full'));
  const told = () => at.happened.filter(({ kind }) => kind === 'disk-low');
  await pass(at, 1_000);
  await until(() => at.pieces.swept.length === 1, 'the first look');
  expect(said()).toEqual([]);
  at.studio.freeShare = async () => 0.099;
  at.studio.sweep = () => Promise.reject(new Error('no space left on device'));
  await pass(at, HOUR);
  await until(() => told().length === 1, 'those who can do something');
  const [root] = at.deps.store.areas.all().filter(({ parentId }) => parentId === null);
  expect(told()).toEqual([{ kind: 'disk-low', tenantId: root?.id, freePercent: 9 }]);
  expect(said()).toHaveLength(1);
  at.studio.freeShare = async () => 0.5;
  await pass(at, HOUR);
  await until(() => at.pieces.swept.length === 3, 'the third look');
  expect(told()).toHaveLength(1);
});
