// A commune's office for end-to-end tests and the bench: the built service, its broker, simulated speakers, a browser.
// It must never know the inside of any of them: processes, HTTP and what a person sees.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { readCommune } from '../../src/demo/commune.ts';
import type { Credential, Settled } from '../../src/demo/settling.ts';
import {
  eventIn,
  lineOf,
  newPlace,
  type Place,
  type Running,
  removePlace,
  settleIn,
  startFleet,
  startService,
} from '../whole/house.ts';
import { CHROMIUM } from './eyes.ts';

/** 16:00 on Wednesday 25 November 2026 in Vietnam: within the commune's hours, whenever the test runs. */
export const OPENED_MS = Date.parse('2026-11-25T16:00:00+07:00');
const CONFIG = join(import.meta.dirname, '../../config/demo');
export const COMMUNE_FILE = join(CONFIG, 'xa-suoi-may.json');
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export type Role = 'administrator' | 'author' | 'approver' | 'planner';
export type Office = {
  base: string;
  place: Place;
  service: Running;
  fleet: Running;
  settled: Settled;
  browser: Browser;
  /** a browser of its own, signed in by typing, at this width */
  sit(who: Role | Credential, of?: Seat): Promise<Page>;
  /** a phone of somebody who has no account, at this path */
  phone(path: string, of?: Seat): Promise<Page>;
  /** what no page may ever do, as it was seen */
  complaints: string[];
  /** the service is killed and comes back on the same address and data */
  close(): Promise<void>;
};
export type Seat = {
  width?: number;
  height?: number;
  dark?: boolean;
  bypassCSP?: boolean;
  /** false: a phone whose script is switched off */
  script?: boolean;
};

export type Opening = {
  /** of the service: its lead time above all */
  env?: Record<string, string>;
  fleet?: string[];
  /** writes into the data folder while no service runs on it */
  furnish?(data: string, communeId: string): void;
  /** before the loudspeakers are switched on; @returns more words for the fleet */
  arrive?(of: { base: string; settled: Settled; place: Place }): Promise<readonly string[]>;
};

export async function openOffice(of: Opening = {}): Promise<Office> {
  const place = newPlace();
  const clock = { VANGXA_CLOCK: `${OPENED_MS}`, VANGXA_LEAD_MS: '3000', VANGXA_GRACE_MS: '4000' };
  const env = {
    ...clock,
    VANGXA_HTTP_PORT: `${await freePort()}`,
    VANGXA_MQTT_PORT: `${await freePort()}`,
    ...of.env,
  };
  let service = await startService(place, env);
  const settled = await settleIn(place, service, readCommune(COMMUNE_FILE));
  if (of.furnish) {
    await service.stop();
    of.furnish(place.data, settled.communeId);
    service = await startService(place, env);
  }
  const more = (await of.arrive?.({ base: service.http, settled, place })) ?? [];
  const words = [...(of.fleet ?? []), ...more];
  const fleet = startFleet(place, ['--state', join(place.root, 'state'), ...words]);
  await lineOf(fleet, eventIn('ready'));
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const complaints: string[] = [];
  return {
    ...{ base: service.http, place, service, fleet, settled, browser, complaints },
    async sit(who, seat = {}) {
      const page = await opened(browser, { seat, base: service.http, complaints });
      await signIn(page, typeof who === 'string' ? credentialOf(settled, who) : who);
      return page;
    },
    phone: (path, seat = {}) => opened(browser, { seat, base: service.http, complaints, path }),
    async close() {
      await browser.close();
      await Promise.all([fleet.stop(), service.stop()]);
      removePlace(place);
    },
  };
}

async function opened(
  browser: Browser,
  of: { seat: Seat; base: string; complaints: string[]; path?: string },
): Promise<Page> {
  const { seat, base, complaints, path = '/' } = of;
  const context: BrowserContext = await browser.newContext({
    viewport: { width: seat.width ?? 360, height: seat.height ?? 740 },
    colorScheme: seat.dark ? 'dark' : 'light',
    bypassCSP: seat.bypassCSP ?? false,
    javaScriptEnabled: seat.script ?? true,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !/^(blob|data):/.test(url))
      complaints.push(`fetched from elsewhere: ${url}`);
  });
  page.on('console', (line) => {
    if (line.text().includes('Content Security Policy')) complaints.push(line.text());
  });
  await page.goto(base + path);
  return page;
}

export async function signIn(
  page: Page,
  { name, password }: Pick<Credential, 'name' | 'password'>,
): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.locator('#main h1').waitFor();
}

const ORDER: readonly Role[] = ['administrator', 'author', 'approver', 'planner'];
export function credentialOf(settled: Settled, who: Role): Credential {
  const found = settled.credentials[ORDER.indexOf(who)];
  if (found === undefined) throw new Error(`nobody signed up as ${who}`);
  return found;
}

/** Seconds of sound above silence in a speaker's WAV, and where the last of it ends: 24 kHz, 16 bits, mono. */
export function heardIn(
  place: Place,
  siteId: string,
): { seconds: number; peak: number; lastMs: number } {
  const bytes = readFileSync(join(place.out, `${siteId}.wav`));
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset + 44, (bytes.length - 44) >> 1);
  let [loud, peak, lastMs] = [0, 0, 0];
  // a tenth of a second sounds when any sample in it passes −40 dBFS
  for (let at = 0; at < samples.length; at += 2_400) {
    let most = 0;
    for (const sample of samples.subarray(at, at + 2_400)) most = Math.max(most, Math.abs(sample));
    if (most > 327) [loud, lastMs] = [loud + 1, (at + 2_400) / 24];
    peak = Math.max(peak, most);
  }
  return { seconds: loud / 10, peak: peak / 32_768, lastMs };
}

/** One address for all its life, so that a page outlives a killed service as it does in an office. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
