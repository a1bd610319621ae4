// How often a minute one address may ask a route, and what it is told beyond that.
// It must never know what the route does.
import { tooManyAttempts } from './errors.ts';

const MINUTE_MS = 60_000;

/** Without a sentence of ours the plugin's own refusal fails our answer schema and leaves as 400. */
export function perMinute(max: number) {
  return {
    max,
    timeWindow: MINUTE_MS,
    errorResponseBuilder: (_request: unknown, limit: { ttl: number }) =>
      tooManyAttempts(Math.ceil(limit.ttl / 1_000)),
  };
}
