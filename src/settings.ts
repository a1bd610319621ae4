// The environment, read once and checked: one settings value, or every fault in one sentence each.
// It must never know what the settings are used for.
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { AppError, type Sentence } from './domain/errors.ts';
import { readSourceSettings, type SourceEnvironment } from './source-settings.ts';
import { readToldSettings, type ToldEnvironment } from './told-settings.ts';
import { readVoiceSettings, type VoiceEnvironment } from './voices-settings.ts';

export type Settings = {
  folder: string;
  http: { host: string; port: number };
  mqtt: { host: string; port: number };
  /** null: the embedded broker */
  externalBroker: string | null;
  leadMs: number;
  graceMs: number;
  clockStartMs: number | null;
  logLevel: string;
  mosquittoPidFile: string | null;
  /** what people's browsers and speakers call this machine, when it is not what it listens on */
  publicUrl: string | null;
  publicBrokerUrl: string | null;
  /** addresses of reverse proxies whose X-Forwarded-* are believed */
  trustProxy: string | null;
  /** a model of speech recognition that listens to every clip; null: nobody listens for words */
  earFolder: string | null;
  told: ToldEnvironment;
  source: SourceEnvironment;
  voices: VoiceEnvironment;
};

type Env = Readonly<Record<string, string | undefined>>;
type Kind<T> = { accepts: Sentence; parse(text: string): T | undefined; secret?: boolean };

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const HOUR_MS = 3_600_000;
/**
 * Every verdict within a minute of the end (issue #5, 11): a last will comes after 45 s (keep-alive 30 s × 1.5),
 * a receipt is said again after 30 s, and ten seconds are left to write 5,000 of them. What comes later revises.
 */
const GRACE_MS = 50_000;

/** @throws AppError bad-settings that names each wrong variable and what it accepts */
export function readSettings(env: Env): Settings {
  const wrong: Sentence[] = [];
  const read = <T>(name: string, kind: Kind<T>, otherwise: T): T => {
    const text = env[name]?.trim();
    if (!text) return otherwise;
    const value = kind.parse(text);
    const shown = kind.secret ? '…' : text;
    if (value === undefined)
      wrong.push({
        vi: `${name}=${shown}: cần ${kind.accepts.vi}`,
        en: `${name}=${shown}: must be ${kind.accepts.en}`,
      });
    return value ?? otherwise;
  };
  const settings: Settings = {
    folder: resolve(read('VANGXA_DATA', text, './data')),
    http: {
      host: read('VANGXA_HTTP_HOST', text, '127.0.0.1'),
      port: read('VANGXA_HTTP_PORT', port, 8080),
    },
    mqtt: {
      host: read('VANGXA_MQTT_HOST', text, '127.0.0.1'),
      port: read('VANGXA_MQTT_PORT', port, 1883),
    },
    externalBroker: read('MQTT_URL', brokerUrl, null),
    leadMs: read('VANGXA_LEAD_MS', between(0, 24 * HOUR_MS), 30 * 60_000),
    graceMs: read('VANGXA_GRACE_MS', between(0, 24 * HOUR_MS), GRACE_MS),
    clockStartMs: read<number | null>('VANGXA_CLOCK', between(0, 99_999_999_999_999), null),
    logLevel: read('VANGXA_LOG_LEVEL', level, 'info'),
    mosquittoPidFile: read<string | null>('VANGXA_MOSQUITTO_PID_FILE', text, null),
    publicUrl: read('VANGXA_PUBLIC_URL', webUrl, null),
    publicBrokerUrl: read('VANGXA_PUBLIC_MQTT_URL', brokerUrl, null),
    trustProxy: read<string | null>('VANGXA_TRUST_PROXY', proxies, null),
    earFolder: read<string | null>('VANGXA_EAR_MODEL', text, null),
    told: readToldSettings(read),
    source: readSourceSettings(read),
    voices: readVoiceSettings(read),
  };
  if (wrong.length > 0) throw badSettings(wrong);
  return settings;
}

const text: Kind<string> = {
  accepts: { vi: 'một chuỗi không rỗng', en: 'a text that is not empty' },
  parse: (value) => value,
};

const level: Kind<string> = {
  accepts: { vi: `một trong ${LEVELS.join(', ')}`, en: `one of ${LEVELS.join(', ')}` },
  parse: (value) => (LEVELS.includes(value) ? value : undefined),
};

const brokerUrl: Kind<string | null> = {
  accepts: {
    vi: 'địa chỉ dạng mqtt://tên:mật-khẩu@máy:cổng hoặc mqtts://…',
    en: 'an address such as mqtt://name:password@host:port or mqtts://…',
  },
  parse: (value) =>
    URL.canParse(value) && /^mqtts?:$/.test(new URL(value).protocol) && new URL(value).hostname
      ? value
      : undefined,
};

const webUrl: Kind<string | null> = {
  accepts: { vi: 'địa chỉ dạng https://tên-máy', en: 'an address such as https://name' },
  parse: (value) =>
    URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
      ? value.replace(/\/+$/, '')
      : undefined,
};

/** What Fastify (proxy-addr) takes; anything else would stop the start with a fault of nobody's. */
const PROXY_NAMES = ['loopback', 'linklocal', 'uniquelocal'];
const proxies: Kind<string> = {
  accepts: {
    vi: 'địa chỉ hoặc danh sách địa chỉ của máy chủ trung gian, như 127.0.0.1,10.0.0.0/8',
    en: 'an address or a list of addresses of the proxy, such as 127.0.0.1,10.0.0.0/8',
  },
  parse: (value) => (value.split(',').every((one) => isProxy(one.trim())) ? value : undefined),
};

function isProxy(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (bits === undefined) return version > 0 || PROXY_NAMES.includes(address);
  const fits = /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 6 ? 128 : 32);
  return version > 0 && more.length === 0 && fits;
}

const port: Kind<number> = between(0, 65_535);

function between(min: number, max: number): Kind<number> {
  return {
    accepts: { vi: `số nguyên từ ${min} đến ${max}`, en: `a whole number from ${min} to ${max}` },
    parse(value) {
      const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
      return number >= min && number <= max ? number : undefined;
    },
  };
}

function badSettings(wrong: readonly Sentence[]): AppError {
  return new AppError({
    code: 'bad-settings',
    fault: 'caller',
    say: {
      vi: `Cấu hình sai. ${wrong.map(({ vi }) => vi).join('. ')}.`,
      en: `Wrong settings. ${wrong.map(({ en }) => en).join('. ')}.`,
    },
  });
}
