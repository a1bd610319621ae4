// A province's own map tiles: served where they lie, absent without noise, and nothing beside them.
// It must never know the map.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/http/app.ts';
import { world } from '../services/world.ts';

async function office(withTiles: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-tiles-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'tiles', '12', '3240'), { recursive: true });
  writeFileSync(join(folder, 'tiles', '12', '3240', '1807.png'), 'PNG');
  writeFileSync(join(folder, 'secret.pem'), 'key');
  const tilesDir = withTiles ? join(folder, 'tiles') : null;
  const config = { trustProxy: false, webDir: null, tilesDir, version: '0' };
  const app = await buildApp({ services: world().house.services, config, log: null });
  onTestFinished(() => app.close());
  return (url: string) => app.inject({ url });
}

test('a tile is an image that a phone keeps for a week', async () => {
  const get = await office(true);
  const answer = await get('/tiles/12/3240/1807.png');
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/png']);
  expect(answer.headers['cache-control']).toContain('max-age=604800');
});

test.each(['/tiles/12/3240/1.png', '/tiles/../secret.pem', '/tiles/%2e%2e/secret.pem', '/tiles/'])(
  'nothing else is there: %s',
  async (url) => {
    const get = await office(true);
    expect((await get(url)).statusCode).toBeGreaterThanOrEqual(400);
  },
);

test('without a map of one’s own there is none', async () => {
  const get = await office(false);
  expect((await get('/tiles/12/3240/1807.png')).statusCode).toBe(404);
});
