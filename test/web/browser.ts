// A real Chromium on the built page over the real services; only voice, broker and speakers stand in.
// It must never assert what a screen says: tests do.
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { onTestFinished } from 'vitest';
import { buildApp } from '../../src/http/app.ts';
import type { ClosableReader } from '../../src/reader.ts';
import { type World, world } from '../services/world.ts';

const CHROMIUM = '/usr/bin/chromium';
const REQUIRED = process.env.VANGXA_REQUIRE === '1';
export const hasChromium = REQUIRED || isThere(CHROMIUM);

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The page as it ships, built anew into a folder of its own: never yesterday's. */
export async function builtPage(): Promise<{ webDir: string; remove(): void }> {
  const webDir = mkdtempSync(join(tmpdir(), 'vangxa-page-'));
  const outDir = { outDir: webDir, emptyOutDir: true };
  await build({ configFile: 'vite.config.ts', logLevel: 'warn', build: outDir });
  return { webDir, remove: () => rmSync(webDir, { recursive: true, force: true }) };
}

export function launch(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  return chromium.launch({ executablePath: CHROMIUM, args: [...args, ...quiet] });
}

export type Desk = {
  at: World;
  base: string;
  /** a browser of its own, with its own cookies, at this width */
  sit(width?: number): Promise<Page>;
  /** every open connection is cut, as when a line is lost */
  cutLines(): void;
  /** what no page may ever do, as it was seen */
  complaints: string[];
};

export async function desk(of: {
  browser: Browser;
  webDir: string;
  reader?: ClosableReader;
}): Promise<Desk> {
  const { reader } = of;
  const at = world({}, reader ? { reader, composer: reader.composer } : {});
  const soundFile = join(of.webDir, 'clip.opus');
  writeFileSync(soundFile, 'OggS');
  at.studio.soundPath = () => soundFile;
  const config = { trustProxy: false, webDir: of.webDir, version: 'test' };
  const app = await buildApp({ services: at.house.services, config, log: null });
  onTestFinished(() => app.close());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const complaints: string[] = [];
  const sit = async (width = 360): Promise<Page> => {
    const context = await of.browser.newContext({ viewport: { width, height: 740 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    watch(page, base, complaints);
    return page;
  };
  return { at, base, sit, complaints, cutLines: () => app.server.closeAllConnections() };
}

function watch(page: Page, base: string, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith('blob:') && !url.startsWith('data:'))
      complaints.push(`fetched from elsewhere: ${url}`);
  });
  page.on('console', (line) => {
    if (line.text().includes('Content Security Policy')) complaints.push(line.text());
  });
}

/** What a thumb on a narrow screen would complain about. */
export async function squeezed(page: Page): Promise<string[]> {
  // as text: its functions run in the page, where the test's own compiler's helpers are not
  return page.evaluate(`(() => {
    const found = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push('wider than the screen: ' + scrollWidth);
    for (const one of document.querySelectorAll('a, button, select, input, textarea, summary')) {
      const box = (one.closest('label') ?? one).getBoundingClientRect();
      if (box.width === 0 || one.classList.contains('unseen')) continue;
      const isInText = one.closest('p, .first-steps, .log') !== null;
      if (box.height < 43.5 && !isInText)
        found.push(one.tagName + ' "' + one.textContent.trim() + '" is ' + box.height + ' px high');
      const named = one.textContent.trim() || one.labels?.length || one.getAttribute('aria-label');
      if (!named) found.push('nameless ' + one.outerHTML.slice(0, 80));
    }
    return found;
  })()`);
}
