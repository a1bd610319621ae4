// The service's own connection to a broker, embedded or external: sends, hears, never gives up.
// It must never know who decides what is sent, nor what becomes of a report.
import { connect, type IClientOptions, type MqttClient } from 'mqtt';
import { topics } from '../../devices/protocol/index.ts';
import { AppError } from '../domain/errors.ts';
import type { Clock, Log, Wire, WireEvents } from '../services/ports.ts';
import { makeReports } from './reports.ts';

export type Link = Wire & {
  /** returns at once; a broker that is not there is tried for ever */
  start(events: WireEvents): void;
  stop(): Promise<void>;
};
export type LinkSettings = {
  url: string;
  clientId: string;
  username: string | null;
  password: string | null;
  clock: Clock;
  log: Log;
};

/** First try after a second, then doubling to half a minute: a broker's restart is soon noticed. */
const RETRY_FIRST_MS = 1_000;
const RETRY_MAX_MS = 30_000;
/** A broker that has not taken a message by then is as good as gone; the caller tries again later. */
const PUBLISH_TIMEOUT_MS = 20_000;
const SUBSCRIPTIONS = {
  [topics.everyReport('status')]: { qos: 1 },
  [topics.everyReport('receipt')]: { qos: 1 },
  [topics.everyReport('repair')]: { qos: 0 },
  [topics.everyReport('clock')]: { qos: 0 },
} as const;

export function makeLink(settings: LinkSettings): Link {
  let client: MqttClient | null = null;
  let ready = false;
  return {
    connected: () => ready,
    async publish(topic, payload, options) {
      if (!client || !ready) throw notConnected();
      await published(client, { topic, payload, ...options });
    },
    start(events) {
      client = connect(settings.url, optionsOf(settings));
      keepTrying(client, settings);
      client.on('connect', () => {
        subscribe(client as MqttClient, settings.log, () => {
          ready = true;
        });
      });
      client.on('close', () => {
        ready = false;
      });
      const take = makeReports({ events, ...settings });
      // One at a time: a PUBACK leaves only when the report is dealt with, so the broker holds back
      // instead of this process's memory. Whoever deals with a report must not wait for a publish.
      client.handleMessage = (packet, done) => {
        const { topic, retain } = packet;
        take({
          ...{ topic, retain },
          payload: packet.payload as Buffer,
          arrivedPlanMs: settings.clock.planMs(),
        }).then(
          () => done(),
          () => done(),
        );
      };
    },
    async stop() {
      ready = false;
      client?.removeAllListeners('close'); // this loss is wanted: no line about it
      await client?.endAsync(true);
    },
  };
}

function optionsOf(settings: LinkSettings): IClientOptions {
  return {
    protocolVersion: 4, // 3.1.1: what every broker and cheap firmware speaks (WIRE principle 6)
    clientId: settings.clientId,
    ...(settings.username === null ? {} : { username: settings.username }),
    ...(settings.password === null ? {} : { password: settings.password }),
    clean: true, // speakers keep receipts until they are acknowledged; statuses are retained
    keepalive: 30,
    connectTimeout: 10_000,
    reconnectPeriod: RETRY_FIRST_MS,
    reconnectOnConnackError: true,
    resubscribe: false,
    queueQoSZero: false,
  };
}

function keepTrying(client: MqttClient, settings: LinkSettings): void {
  let failures = 0;
  client.on('connect', () => {
    failures = 0;
    client.options.reconnectPeriod = RETRY_FIRST_MS;
    settings.log.info({ broker: hostOf(settings.url) }, 'broker connected');
  });
  client.on('close', () => {
    failures += 1;
    client.options.reconnectPeriod = Math.min(RETRY_FIRST_MS * 2 ** failures, RETRY_MAX_MS);
    settings.log.warn(
      { broker: hostOf(settings.url), retryMs: client.options.reconnectPeriod },
      'broker not reachable: trying again; what is due waits',
    );
  });
  client.on('error', (error) =>
    settings.log.warn({ broker: hostOf(settings.url), reason: error.message }, 'broker'),
  );
}

function subscribe(client: MqttClient, log: Log, done: () => void): void {
  client.subscribe(SUBSCRIPTIONS, (error, granted) => {
    const refused = granted?.filter((grant) => grant.qos > 2).map((grant) => grant.topic) ?? [];
    if (!error && refused.length === 0) return done();
    log.error({ reason: error?.message, refused }, 'the broker refuses what the service must hear');
    client.reconnect();
  });
}

function published(
  client: MqttClient,
  message: { topic: string; payload: Uint8Array; qos: 0 | 1; retain?: boolean },
): Promise<void> {
  const { topic, payload, qos, retain = false } = message;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(notConnected()), PUBLISH_TIMEOUT_MS);
    const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.length);
    client.publish(topic, bytes, { qos, retain }, (error) => {
      clearTimeout(timer);
      if (error) reject(notConnected(error));
      else resolve();
    });
  });
}

function notConnected(cause?: unknown): AppError {
  return new AppError({
    code: 'broker-not-there',
    fault: 'world',
    say: {
      vi: 'Chưa nối được máy chủ MQTT. Hệ thống vẫn đang thử lại và sẽ gửi ngay khi nối được.',
      en: 'The MQTT broker cannot be reached. The service keeps trying and sends as soon as it can.',
    },
    cause,
  });
}

/** The URL without its user and password: those never go into a log. */
function hostOf(url: string): string {
  return new URL(url).host;
}
