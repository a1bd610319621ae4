// Five thousand loudspeakers of one commune on the list and on the map: the first row, and how it scrolls.
// It must never be a fleet: rows as they stand in a database, and a browser that draws them.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openStore } from '../../../src/db/store.ts';
import { type Office, openOffice } from '../../desks/office.ts';
import { show } from '../../desks/screens.ts';
import { type Result, rounded } from '../result.ts';

const SPEAKERS = 5_000;
/** A commune merged of several has some fifty villages. */
const VILLAGES = 50;
const FRAME_MS = 1_000 / 60;

export async function crowd(): Promise<Result[]> {
  const office = await openOffice({ furnish: (data, communeId) => fill(data, communeId) });
  try {
    const answer = await timeOfAnswer(office);
    const page = await office.sit('planner', { width: 1280, height: 800 });
    const list = await firstRow(page, '#/speakers', '.name-link');
    const listFrames = await scrolling(page, () => page.mouse.wheel(0, 1_500));
    const map = await firstRow(page, '#/speakers/map', '.leaflet-container canvas');
    const mapFrames = await dragging(page);
    return [
      of({
        name: `GET /api/speakers, ${SPEAKERS} speakers`,
        value: answer.ms,
        unit: 'ms',
        aim: '–',
        met: null,
      }),
      of({
        name: 'the same as it travels',
        value: answer.kilobytes,
        unit: 'KB',
        aim: '–',
        met: null,
      }),
      of({
        name: `list of ${SPEAKERS}: from the address to the first row`,
        value: list,
        unit: 'ms',
        aim: '–',
        met: null,
      }),
      of({
        name: 'list: frame while scrolling',
        value: listFrames.p95,
        unit: 'ms (95 %)',
        aim: `≤ ${rounded(FRAME_MS * 2, 0)}`,
        met: listFrames.p95 <= FRAME_MS * 2,
      }),
      of({
        name: `map of ${SPEAKERS}: from the address to the markers`,
        value: map,
        unit: 'ms',
        aim: '–',
        met: null,
      }),
      of({
        name: 'map: frame while dragging',
        value: mapFrames.p95,
        unit: 'ms (95 %)',
        aim: `≤ ${rounded(FRAME_MS * 2, 0)}`,
        met: mapFrames.p95 <= FRAME_MS * 2,
      }),
    ];
  } finally {
    await office.close();
  }
}

const of = (result: Omit<Result, 'peer'>): Result => ({
  ...result,
  value: rounded(result.value, 1),
  peer: '–',
});

/** Straight into the rows, as an import would: five thousand forms would take an hour of the bench. */
function fill(data: string, communeId: string): void {
  const store = openStore({ path: join(data, 'vang-xa.db') });
  store.transaction(() => {
    for (let village = 0; village < VILLAGES; village += 1) {
      const areaId = `ban-dong-${village}`;
      store.areas.insert({
        ...{ id: areaId, code: areaId, kind: 'village', name: `Bản Đông ${village + 1}` },
        ...{ parentId: communeId, tenantId: communeId, population: 400 },
      });
      for (let n = 0; n < SPEAKERS / VILLAGES; n += 1) {
        const id = `dong-${village}-${n}`;
        store.sites.insert({
          ...{ id, areaId, tenantId: communeId, name: `Cột ${n + 1} bản Đông ${village + 1}` },
          ...{ zone: 'ordinary', startOffsetMs: 0 },
        });
        store.siteFacts.put({
          ...{ siteId: id, note: '', photo: null, deviceClass: 'mains-4g', sim: null },
          // a village lies within half a kilometre, fifty of them within thirty
          place: {
            lat: 21 + Math.floor(village / 7) * 0.04 + Math.floor(n / 10) * 0.0005,
            lon: 104.4 + (village % 7) * 0.04 + (n % 10) * 0.0005,
          },
          volumePercent: 100,
        });
      }
    }
  });
  store.close();
}

async function timeOfAnswer({ settled }: Office): Promise<{ ms: number; kilobytes: number }> {
  const times: number[] = [];
  let bytes = 0;
  for (let n = 0; n < 9; n += 1) {
    const fromMs = performance.now();
    bytes = (await settled.planner.download('/api/speakers')).length;
    times.push(performance.now() - fromMs);
  }
  times.sort((a, b) => a - b);
  return { ms: times[4] ?? 0, kilobytes: bytes / 1_024 };
}

async function firstRow(page: Page, hash: string, what: string): Promise<number> {
  await show(page, '#/more');
  const fromMs = performance.now();
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
  await page.locator(what).first().waitFor();
  return performance.now() - fromMs;
}

/** Times between frames while `move` is done forty times, as the page itself sees them. */
async function scrolling(page: Page, move: () => Promise<void>): Promise<{ p95: number }> {
  await page.mouse.move(700, 500);
  await page.evaluate(`(() => {
    window.frames_ = [];
    let last = performance.now();
    const tick = (now) => { window.frames_.push(now - last); last = now; window.ticking_ = requestAnimationFrame(tick); };
    window.ticking_ = requestAnimationFrame(tick);
  })()`);
  for (let n = 0; n < 40; n += 1) await move();
  const frames = (await page.evaluate(
    'cancelAnimationFrame(window.ticking_), window.frames_.slice(2)',
  )) as number[];
  frames.sort((a, b) => a - b);
  return { p95: frames[Math.floor(frames.length * 0.95)] ?? 0 };
}

async function dragging(page: Page): Promise<{ p95: number }> {
  await page.mouse.move(700, 500);
  await page.mouse.down();
  let step = 0;
  const frames = await scrolling(page, async () => {
    step += 1;
    await page.mouse.move(700 + 8 * (step % 20), 500 + 5 * (step % 15));
  });
  await page.mouse.up();
  return frames;
}
