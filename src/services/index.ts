// Joins the use-cases into the one door that src/http is given.
// It must never know routes, SQL, MQTT or audio: only ports.
import type { Services } from './door.ts';

export type { Services } from './door.ts';

export function makeServices(_deps: object): Services {
  throw new Error('under construction');
}
