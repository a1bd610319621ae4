// A real Chromium on the built page over the real services; only voice, broker and speakers stand in.
// It must never assert what a screen says: tests do.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { onTestFinished } from 'vitest';
import { buildApp } from '../../src/http/app.ts';
import type { ClosableReader } from '../../src/reader.ts';
import { CHROMIUM, hasChromium, squeezed } from '../desks/eyes.ts';
import { type World, world } from '../services/world.ts';

export { hasChromium, squeezed };

/** The page as it ships, built anew into a folder of its own: never yesterday's. */
export async function builtPage(): Promise<{ webDir: string; remove(): void }> {
  const webDir = mkdtempSync(join(tmpdir(), 'vangxa-page-'));
  const outDir = { outDir: webDir, emptyOutDir: true };
  // under "test" libraries bring what warns their developers: that is not the page that ships
  const was = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await build({ configFile: 'vite.config.ts', logLevel: 'warn', build: outDir });
  process.env.NODE_ENV = was;
  return { webDir, remove: () => rmSync(webDir, { recursive: true, force: true }) };
}

/** @param more such as a microphone that is none */
export function launch(more: readonly string[] = []): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  return chromium.launch({ executablePath: CHROMIUM, args: [...args, ...quiet, ...more] });
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
