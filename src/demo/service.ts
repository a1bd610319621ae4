// Starts the service and the fleet of loudspeakers as processes of their own, as anybody would.
// It must never know what is done with them afterwards.
import { join } from 'node:path';
import { type Child, startChild } from './children.ts';
import type { Place } from './place.ts';

/** Told of a process before it is ready: whoever interrupts must be able to stop it from then on. */
export type Started = (child: Child) => void;

export type Service = { child: Child; http: string; setupToken: string };

/** Opening a database and compiling a speech engine; a cold disk takes several seconds. */
const SERVICE_LIMIT_MS = 60_000;
/** Two hundred loudspeakers connecting, each with a slow password hash at the broker. */
const FLEET_LIMIT_MS = 120_000;
/** Real seconds after the end until silence counts as a failure: receipts come at once on loopback. */
export const GRACE_SECONDS = 20;

export async function startService(parts: {
  built: string;
  place: Place;
  clockMs: number;
  /** more of its environment */
  env?: Record<string, string>;
  started: Started;
}): Promise<Service> {
  const child = startChild(
    {
      name: 'service',
      script: join(parts.built, 'src/main.js'),
      args: [],
      log: parts.place.log('service'),
    },
    {
      VANGXA_DATA: parts.place.service,
      VANGXA_HTTP_HOST: '127.0.0.1',
      VANGXA_HTTP_PORT: '0',
      VANGXA_MQTT_HOST: '127.0.0.1',
      VANGXA_MQTT_PORT: '0',
      VANGXA_CLOCK: String(parts.clockMs),
      VANGXA_GRACE_MS: String(GRACE_SECONDS * 1_000),
      MQTT_URL: '',
      ...parts.env,
    },
  );
  parts.started(child);
  try {
    const setupToken = await child.line(tokenIn, SERVICE_LIMIT_MS);
    const http = await child.line(addressIn, SERVICE_LIMIT_MS);
    return { child, http, setupToken };
  } catch (fault) {
    await child.stop();
    throw fault;
  }
}

export type Fleet = {
  child: Child;
  /** seconds of sound its codec decodes in a second on this machine */
  decodeRate: number;
};

export async function startFleet(parts: {
  built: string;
  place: Place;
  speed: number;
  /** where the loudspeakers write what they sound */
  out: string;
  started: Started;
  /** spare units, and what befalls some of them */
  more?: readonly string[];
}): Promise<Fleet> {
  const { place, out, speed } = parts;
  const child = startChild({
    name: 'fleet',
    script: join(parts.built, 'devices/simulator/fleet.js'),
    args: [
      ...['--enrolments', place.enrolments, '--state', place.state],
      ...['--out', out, '--speed', `${speed}`, ...(parts.more ?? [])],
    ],
    log: place.log('fleet'),
  });
  parts.started(child);
  try {
    return { child, decodeRate: await child.line(rateIn, FLEET_LIMIT_MS) };
  } catch (fault) {
    await child.stop();
    throw fault;
  }
}

/** The link of the first start, wherever it stands in the line. */
export function tokenIn(line: string): string | null {
  return /#\/setup\?token=([^\s"&]+)/.exec(line)?.[1] ?? null;
}

export function addressIn(line: string): string | null {
  return String(saidIn(line, 'listening')?.http ?? '') || null;
}

/** All are connected, and this is how fast they decode. */
export function rateIn(line: string): number | null {
  return Number(saidIn(line, 'ready')?.decodeRealtime) || null;
}

function saidIn(line: string, event: string): Record<string, unknown> | null {
  try {
    const said = JSON.parse(line) as Record<string, unknown> | null;
    return said?.event === event ? said : null;
  } catch {
    return null;
  }
}
