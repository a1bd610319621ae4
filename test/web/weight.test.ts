import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { builtPage } from './browser.ts';

/** The officer's phone is on 3G: at 1.6 Mbit/s 60 KB are a third of a second. */
const SCRIPT_MAX_BYTES = 60 * 1024;
const STYLE_MAX_BYTES = 10 * 1024;

test('the page is light, whole in its own folder, and carries nothing written into it', async () => {
  const { webDir, remove } = await builtPage();
  onTestFinished(remove);
  const assets = readdirSync(join(webDir, 'assets'));
  const weight = (ending: string) =>
    assets
      .filter((name) => name.endsWith(ending))
      .map((name) => gzipSync(readFileSync(join(webDir, 'assets', name))).length)
      .reduce((sum, bytes) => sum + bytes, 0);
  expect(weight('.js')).toBeGreaterThan(10_000);
  expect(weight('.js')).toBeLessThan(SCRIPT_MAX_BYTES);
  expect(weight('.css')).toBeLessThan(STYLE_MAX_BYTES);
  const page = readFileSync(join(webDir, 'index.html'), 'utf8');
  expect(page).not.toMatch(/<script(?![^>]+src=)|style="|https?:\/\//);
});
