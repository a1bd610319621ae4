// A broker with its gate and a handful of known speakers, and plain MQTT clients to try it with.
// It must never assert anything: tests do.
import { connect, type IClientOptions, type MqttClient } from 'mqtt';
import { onTestFinished } from 'vitest';
import type { Status } from '../../devices/protocol/index.ts';
import { makeLink } from '../../src/mqtt/link.ts';
import { type BrokerSide, openEmbedded } from '../../src/mqtt/side.ts';
import type { Access } from '../../src/services/access.ts';
import { hashSecret } from '../../src/services/people/secret-hash.ts';
import type { SpeakerRights, WireEvents } from '../../src/services/ports.ts';
import { handClock, keptLog } from '../services/fakes.ts';

export const secretOf = (siteId: string) => `secret-of-${siteId}-for-tests`;

export function speaker(siteId: string, areas = ['xa-a'], tenants = ['xa-a']): SpeakerRights {
  return { siteId, secretHash: hashSecret(secretOf(siteId)), areas, tenants };
}

export function accessTo(rows: Map<string, SpeakerRights>): Access {
  return { of: (siteId) => rows.get(siteId) ?? null, all: () => [...rows.values()] };
}

export async function embedded(...speakers: SpeakerRights[]) {
  const rows = new Map(speakers.map((one) => [one.siteId, one]));
  const refusals: string[] = [];
  const log = keptLog();
  const side = await openEmbedded({
    host: '127.0.0.1',
    port: 0,
    access: accessTo(rows),
    log,
    refused: (username) => refusals.push(username),
  });
  onTestFinished(() => side.stop());
  return { side, rows, refusals, log };
}

export type Heard = { topic: string; payload: string; retain: boolean };
export type Client = { mqtt: MqttClient; heard: Heard[]; closed(): boolean };

export async function client(url: string, options: IClientOptions): Promise<Client> {
  const mqtt = connect(url, { protocolVersion: 4, reconnectPeriod: 0, clean: false, ...options });
  const heard: Heard[] = [];
  let closed = false;
  mqtt.on('message', (topic, payload, { retain }) =>
    heard.push({ topic, payload: payload.toString(), retain }),
  );
  mqtt.on('close', () => {
    closed = true;
  });
  mqtt.on('error', () => undefined);
  onTestFinished(async () => void (await mqtt.endAsync(true)));
  await new Promise<void>((resolve, reject) => {
    mqtt.once('connect', () => resolve());
    mqtt.once('close', () => reject(new Error('closed before it was connected')));
  });
  return { mqtt, heard, closed: () => closed };
}

export const asSpeaker = (side: BrokerSide, siteId: string, options: IClientOptions = {}) =>
  client(side.account.url, {
    clientId: siteId,
    username: siteId,
    password: secretOf(siteId),
    ...options,
  });

/** The service's own link over it, with what it was told. */
export function linked(account: BrokerSide['account'], events: Partial<WireEvents> = {}) {
  const log = keptLog();
  const clock = handClock(1_000_000);
  const told: { kind: string; siteId: string; what: unknown }[] = [];
  const note = (kind: string) => async (siteId: string, what: unknown) =>
    void told.push({ kind, siteId, what });
  const link = makeLink({ ...account, clock, log });
  onTestFinished(() => link.stop());
  link.start({
    status: note('status'),
    receipt: note('receipt'),
    repair: note('repair'),
    clock: note('clock'),
    ...events,
  });
  return { link, log, told, clock };
}

export const status = (of: Partial<Status> = {}): string =>
  JSON.stringify({
    online: true,
    atMs: 1,
    unitId: 'u1',
    publicKey: 'key',
    firmware: 'test',
    policyCounter: 0,
    holds: [],
    clockErrorMs: null,
    freeBytes: null,
    power: null,
    volumePercent: 100,
    bytesThisMonth: 0,
    ...of,
  });
