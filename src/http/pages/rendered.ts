// Pages drawn once and kept as they are sent: bytes, compressed bytes and their mark, for as long as the view lasts.
// It must never know what a page shows.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Html } from './html.ts';

export type Sent = { plain: Buffer; gzip: Buffer; etag: string };

/** 34 villages, eight choices of a day and two languages are more than are asked for: 100 of 50 KB are 5 MB. */
const VARIANTS_MAX = 100;

export function sentOf(page: Html): Sent {
  const plain = Buffer.from(page.markup);
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  return { plain, gzip: gzipSync(plain), etag: `"${hash}"` };
}

/** One object is one state of a commune's page: when it is gone, so is what was drawn of it. */
export function keptPages(): (view: object, variant: string, draw: () => Html) => Sent {
  const views = new WeakMap<object, Map<string, Sent>>();
  return (view, variant, draw) => {
    const drawn = views.get(view) ?? new Map<string, Sent>();
    views.set(view, drawn);
    const known = drawn.get(variant) ?? sentOf(draw());
    drawn.delete(variant);
    drawn.set(variant, known);
    const oldest = drawn.keys().next().value;
    if (drawn.size > VARIANTS_MAX && oldest !== undefined) drawn.delete(oldest);
    return known;
  };
}
