// Whether a form came from a page of this very address, by what a browser says of it.
// It must never stand in for a session's own token: behind these forms is none.
import type { FastifyRequest } from 'fastify';

/**
 * A browser that says where a form stands must say "here". One that says nothing is let through:
 * nothing is signed in behind these forms, and a script outside a browser can say what it likes.
 */
export function isFromHere({ headers, host }: Pick<FastifyRequest, 'headers' | 'host'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const from = headers.origin ?? headers.referer;
  if (from === undefined) return true;
  return URL.canParse(from) && new URL(from).host === host;
}
