// What travels over 3G is compressed where it helps, and left alone where it does not.
// It must never know the screens.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/http/app.ts';
import { world } from '../services/world.ts';

async function office() {
  const webDir = mkdtempSync(join(tmpdir(), 'vangxa-compress-'));
  onTestFinished(() => rmSync(webDir, { recursive: true, force: true }));
  mkdirSync(join(webDir, 'assets'));
  writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>x</title>');
  writeFileSync(
    join(webDir, 'assets', 'a.js'),
    `export const words = ["${'loa '.repeat(2_000)}"];`,
  );
  writeFileSync(join(webDir, 'assets', 'a.opus'), Buffer.alloc(9_000, 1));
  const config = { trustProxy: false, webDir, version: '0' };
  const app = await buildApp({ services: world().house.services, config, log: null });
  onTestFinished(() => app.close());
  return (url: string, accept = 'gzip, deflate, br') =>
    app.inject({ url, headers: { 'accept-encoding': accept } });
}

test('a script travels compressed and is the same when it arrives', async () => {
  const get = await office();
  const answer = await get('/assets/a.js');
  expect(answer.headers['content-encoding']).toBe('gzip');
  expect(answer.rawPayload.length).toBeLessThan(400);
  expect(gunzipSync(answer.rawPayload).toString()).toContain('loa loa');
});

test('who does not ask for it gets it as it is', async () => {
  const get = await office();
  const answer = await get('/assets/a.js', 'identity');
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.body).toContain('loa loa');
});

test('a small answer and a sound are left alone', async () => {
  const get = await office();
  expect((await get('/api/health')).headers['content-encoding']).toBeUndefined();
  expect((await get('/assets/a.opus')).headers['content-encoding']).toBeUndefined();
});
