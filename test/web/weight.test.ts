import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtPage } from './browser.ts';

/** The officer's phone is on 3G: at 1.6 Mbit/s 120 KB are two thirds of a second (issue #4, 8). */
const FIRST_LOAD_MAX_BYTES = 120 * 1024;
const FIRST_STYLE_MAX_BYTES = 20 * 1024;
/** What a screen adds when it is first opened: a fifth of a second. */
const LATER_MAX_BYTES = 40 * 1024;
/** Leaflet is as large as all the rest; it comes with the map alone, and only when somebody opens that. */
const MAP_MAX_BYTES = 60 * 1024;

let built: Awaited<ReturnType<typeof builtPage>>;
beforeAll(async () => {
  built = await builtPage();
});
afterAll(() => built?.remove());

const textOf = (name: string) => readFileSync(join(built.webDir, 'assets', name), 'utf8');
const weightOf = (names: Iterable<string>) =>
  [...names].reduce((sum, name) => sum + gzipSync(textOf(name)).length, 0);
const assets = (ending: string) =>
  readdirSync(join(built.webDir, 'assets')).filter((name) => name.endsWith(ending));
const page = () => readFileSync(join(built.webDir, 'index.html'), 'utf8');
const named = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name]) => name ?? '');

/** A script and whatever it cannot begin without; what is fetched by `import()` comes later. */
function withImports(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  const next = named(textOf(name), /(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g);
  for (const one of next) withImports(one, found);
  return found;
}

/** What a browser fetches before anything is drawn. */
function firstLoad(): { scripts: Set<string>; styles: string[] } {
  const [entry = ''] = named(page(), /<script[^>]+src="\/assets\/([^"]+\.js)"/g);
  return {
    scripts: withImports(entry),
    styles: named(page(), /<link rel="stylesheet"[^>]+href="\/assets\/([^"]+\.css)"/g),
  };
}
const isMap = (name: string) => textOf(name).includes('leaflet-container');

test('the first load is light: the page, its script and all that needs, its style', () => {
  const { scripts, styles } = firstLoad();
  expect(weightOf(scripts)).toBeGreaterThan(10_000);
  expect(styles).toHaveLength(1);
  const html = gzipSync(page()).length;
  expect(html + weightOf(scripts) + weightOf(styles)).toBeLessThanOrEqual(FIRST_LOAD_MAX_BYTES);
  expect(weightOf(styles)).toBeLessThanOrEqual(FIRST_STYLE_MAX_BYTES);
});

test('what the page is told to fetch ahead is what the first load needs, and no more', () => {
  const ahead = named(page(), /<link rel="modulepreload"[^>]+href="\/assets\/([^"]+\.js)"/g);
  const { scripts } = firstLoad();
  expect(ahead.filter((name) => !scripts.has(name))).toEqual([]);
});

test('with the first screen anybody comes to it is light still', () => {
  const { scripts, styles } = firstLoad();
  for (const screen of ['notices-', 'approval-', 'say-', 'plan-', 'speakers-']) {
    const [name = ''] = assets('.js').filter((asset) => asset.startsWith(screen));
    const all = withImports(name, new Set(scripts));
    expect(weightOf(all) + weightOf(styles), screen).toBeLessThanOrEqual(FIRST_LOAD_MAX_BYTES);
  }
});

test('each part that comes later is small; only the map is larger, and nothing waits for it', () => {
  const { scripts } = firstLoad();
  const later = assets('.js').filter((name) => !scripts.has(name));
  expect(later.length).toBeGreaterThan(20);
  const maps = later.filter(isMap);
  expect(maps).toHaveLength(1);
  expect(weightOf(maps)).toBeLessThanOrEqual(MAP_MAX_BYTES);
  for (const name of later.filter((one) => !isMap(one)))
    expect(weightOf([name]), name).toBeLessThanOrEqual(LATER_MAX_BYTES);
});

test('the page is whole in its own folder and carries nothing written into it', () => {
  expect(page()).not.toMatch(/<script(?![^>]+src=)|style="|https?:\/\//);
});
