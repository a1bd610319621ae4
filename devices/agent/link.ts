// A speaker's connection to its broker: MQTT 3.1.1, last will, never gives up.
// It must never know what travels through it, nor keep what cannot be sent: the outbox does.
import type { Socket } from 'node:net';
import { connect, type IClientOptions, type MqttClient } from 'mqtt';
import { SpeakerError } from './errors.ts';
import type { Log } from './log.ts';

export type Link = {
  start(): void;
  stop(last: { topic: string; bytes: Uint8Array } | null): Promise<void>;
  connected(): boolean;
  /** sent and received over its sockets since it was made */
  bytes(): number;
  /** sent now or never */
  publish(message: { topic: string; bytes: Uint8Array; qos: 0 | 1; retain?: boolean }): void;
  subscribe(topics: readonly string[]): Promise<void>;
  unsubscribe(topics: readonly string[]): void;
};
export type LinkParts = {
  url: string;
  clientId: string;
  username: string;
  password: string;
  /** what the broker says of us when we are gone */
  will: { topic: string; bytes(): Uint8Array };
  message(topic: string, bytes: Uint8Array): void;
  connectedNow(): void;
  goneNow(): void;
  log: Log;
};

/** First try after half a second to a second, then doubling to half a minute; spread by chance, so
 * that five thousand speakers do not come back in the same instant. */
const RETRY_FIRST_MS = 500;
const RETRY_MAX_MS = 30_000;
const CONNECT_TIMEOUT_MS = 10_000;
/** An orderly goodbye must not hold up the end of the process. */
const GOODBYE_MS = 1_000;

export function makeLink(parts: LinkParts): Link {
  const options = optionsOf(parts);
  let client: MqttClient | null = null;
  let failures = 0;
  let closedBytes = 0;
  const retryMs = () =>
    Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** failures) * (0.5 + Math.random() / 2);
  const gone = (link: MqttClient) => {
    failures = Math.min(failures + 1, 10);
    closedBytes += bytesOf(link);
    link.options.reconnectPeriod = retryMs();
    if (link.options.will) link.options.will.payload = Buffer.from(parts.will.bytes());
    parts.goneNow();
  };
  return {
    start() {
      const link = connect(parts.url, { ...options, reconnectPeriod: retryMs() });
      client = link;
      link.on('connect', () => {
        failures = 0;
        parts.log.info({ broker: hostOf(parts.url) }, 'broker connected');
        parts.connectedNow();
      });
      link.on('message', (topic, bytes) => parts.message(topic, bytes));
      link.on('close', () => gone(link));
      link.on('error', (error) => parts.log.warn(whyOf(parts.url, error), 'broker not reachable'));
    },
    async stop(last) {
      const link = client;
      client = null;
      if (!link) return;
      if (link.connected && last) await soon(goodbye(link, last));
      await link.endAsync(true);
      link.stream?.destroy();
    },
    connected: () => client?.connected ?? false,
    bytes: () => closedBytes + (client?.connected ? bytesOf(client) : 0),
    publish({ topic, bytes, qos, retain = false }) {
      if (!client?.connected) return;
      const payload = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      client.publish(topic, payload, { qos, retain }, (error) => {
        if (error) parts.log.debug({ topic, reason: error.message }, 'not sent');
      });
    },
    async subscribe(topics) {
      if (!client?.connected) return;
      const granted = await client.subscribeAsync([...topics], { qos: 1 }).catch(() => []);
      const refused = granted.filter((one) => one.qos > 2).map((one) => one.topic);
      if (refused.length > 0) parts.log.error({ refused }, 'the broker refuses these topics');
    },
    unsubscribe(topics) {
      if (client?.connected) client.unsubscribe([...topics], () => {});
    },
  };
}

/** With a DISCONNECT, so that the broker forgets the last will: that is as old as the connection. */
async function goodbye(link: MqttClient, last: { topic: string; bytes: Uint8Array }) {
  await link.publishAsync(last.topic, Buffer.from(last.bytes), { qos: 1, retain: true });
  await link.endAsync();
}

/** Or the last will says it. */
async function soon(work: Promise<void>): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, GOODBYE_MS).unref());
  await Promise.race([work, late]).catch(() => {});
}

function optionsOf(parts: LinkParts): IClientOptions {
  const { clientId, username, password, will } = parts;
  checkUrl(parts.url);
  return {
    protocolVersion: 4, // 3.1.1: what every broker and cheap firmware speaks (WIRE principle 6)
    clientId,
    username,
    password,
    clean: false, // a broker that keeps sessions may keep our orders
    // at 30 s the pings of 1,000 speakers cost the broker more than their sound (npm run bench)
    keepalive: 60,
    connectTimeout: CONNECT_TIMEOUT_MS,
    reconnectOnConnackError: true, // a unit may be enrolled again while we try
    resubscribe: false, // the brain says what to listen to at every connection
    queueQoSZero: false,
    will: { topic: will.topic, payload: Buffer.from(will.bytes()), qos: 1, retain: true },
  };
}

/**
 * As its socket counts them: MQTT with all its headers, and TLS where it is spoken; what TCP and IP
 * add (some 40 B a packet) only the operator sees. Sockets that do not count (WebSocket) give 0.
 */
function bytesOf({ stream }: MqttClient): number {
  const { bytesRead = 0, bytesWritten = 0 } = stream as Partial<Socket>;
  return bytesRead + bytesWritten;
}

/** @throws SpeakerError when it is no address of a broker */
export function checkUrl(url: string): void {
  const scheme = /^(mqtt|mqtts|tcp|ssl|ws|wss):\/\/[^/]/.test(url);
  if (scheme && URL.canParse(url)) return;
  throw new SpeakerError({
    code: 'broker-address',
    fault: 'caller',
    say: {
      vi: `Địa chỉ máy chủ MQTT không đúng: ${url}. Ví dụ: mqtt://10.0.0.5:1883`,
      en: `${url} is not the address of an MQTT broker. For example: mqtt://10.0.0.5:1883`,
    },
  });
}

function whyOf(url: string, error: Error): Record<string, unknown> {
  const code = 'code' in error ? error.code : undefined;
  // CONNACK 4 and 5 (MQTT 3.1.1 §3.2.2.3): trying again helps only when somebody enrols the unit.
  const refused = code === 4 || code === 5;
  const hint = refused ? 'the unit is not admitted: enrol it again' : undefined;
  return { broker: hostOf(url), reason: error.message || code, hint };
}

/** The URL without its user and password: those never go into a log. */
function hostOf(url: string): string {
  return new URL(url).host;
}
