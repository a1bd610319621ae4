// Serves the built page and the headers that keep it to itself.
// It must never know the API.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { App, HttpConfig } from './door.ts';

/** Everything from this origin, no inline script, nothing framed: the page fetches nothing elsewhere. */
export async function guardPages(app: App): Promise<void> {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        // blob: a sentence heard before a choice is kept, which has no address of its own
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // set by the proxy that has the certificate; over plain http it means nothing
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

type Folders = Pick<HttpConfig, 'webDir' | 'tilesDir'>;

export async function servePage(app: App, { webDir, tilesDir }: Folders): Promise<void> {
  // once at the root, serving nothing: clips are sent by the same code, from wherever they lie
  await app.register(fastifyStatic, { serve: false });
  const built = webDir !== null && existsSync(join(webDir, 'index.html'));
  await app.register(async (page) => {
    page.addHook('onRoute', (route) => {
      route.config = { ...route.config, action: 'page.view' };
    });
    if (tilesDir) await page.register(fastifyStatic, tileFiles(tilesDir));
    if (built) await page.register(fastifyStatic, pageFiles(webDir));
    else page.get('/', { schema: { hide: true } }, (_request, reply) => reply.send(NOT_BUILT));
  });
}

function pageFiles(webDir: string) {
  return {
    root: webDir,
    decorateReply: false,
    // looked up as asked, not listed at start: a page built anew under a running service is served
    wildcard: true,
    dotfiles: 'deny' as const,
    cacheControl: false,
    schemaHide: true,
    setHeaders(reply: { header(name: string, value: string): unknown }, path: string) {
      // built names carry a hash of their content; the index names them and must be asked anew
      const forever = path.includes('/assets/');
      reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  };
}

/** A province's map changes with its roads: a phone asks again after a week. */
function tileFiles(root: string) {
  const weekMs = 7 * 24 * 3_600_000;
  return {
    ...{ root, prefix: '/tiles/', decorateReply: false, wildcard: true, maxAge: weekMs },
    ...{ dotfiles: 'deny' as const, schemaHide: true },
  };
}

const NOT_BUILT =
  'Trang chưa được dựng: chạy “npm run build”. / The page is not built: run “npm run build”.';
