// What the cloud voice is asked for: key, address, proxy, voices, lanes; and what is wrong with it.
// It must never know the SDK, or where the settings were written.
import { SoundError, type SoundSentence } from '../../errors.ts';
import type { PaceTable } from './pace.ts';
import type { Pronunciation } from './pronunciations.ts';

export type AzureWanted = {
  /** the subscription key; a function is asked at each new connection, so a changed key needs no restart */
  key: string | (() => string);
  /** for example southeastasia, or usgovvirginia for a government cloud; or else `endpoint` */
  region?: string;
  /** wss://… of a private endpoint or a container; it goes before `region` */
  endpoint?: string;
  proxy?: AzureProxy;
  /** left out: vi-VN-HoaiMyNeural */
  voice?: AzureVoiceName;
  /** who answers in a dialogue; left out: vi-VN-NamMinhNeural beside the usual voice, else nobody */
  second?: AzureVoiceName;
  /** sentences asked for at the same time; left out: 3 */
  lanes?: number;
  pronunciations?: readonly Pronunciation[];
  /** milliseconds of rest after a sign inside a sentence; 0: the voice rests as it likes */
  rests?: Partial<Rests>;
  patience?: Partial<AzurePatience>;
};

export type AzureProxy = { host: string; port: number; user?: string; password?: string };

/** `pace`: as measured with this voice; left out: assumed (pace.ts) */
export type AzureVoiceName = { name: string; language: string; pace?: PaceTable };

export type Rests = { commaMs: number; semicolonMs: number; colonMs: number; fullStopMs: number };

export type AzurePatience = {
  /** without any sign of life while connecting or between two messages */
  silenceMs: number;
  /** of one request, however often it is asked again */
  totalMs: number;
  /** before the second try; doubled for each further one */
  firstWaitMs: number;
};

/** Both are the only Vietnamese neural voices that the service lists. */
export const HOAI_MY: AzureVoiceName = { name: 'vi-VN-HoaiMyNeural', language: 'vie' };
export const NAM_MINH: AzureVoiceName = { name: 'vi-VN-NamMinhNeural', language: 'vie' };

/** A standard key allows 200 requests a second, a free one 20 a minute: three keep a line of 2 Mbit/s busy. */
export const USUAL_LANES = 3;
/** Beyond it the service answers 429 more than it answers. */
const MAX_LANES = 20;

const REGION = /^[a-z0-9-]{3,40}$/;
const VOICE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){1,3}-[A-Za-z0-9:]{2,60}$/;
const HOST = /^[A-Za-z0-9.:-]{1,253}$/;
/** Printable and without spaces: it travels in a header. */
export const KEY = /^[\x21-\x7e]{8,200}$/;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** In which language the voice reads: the beginning of its name. */
export function localeOf(voiceName: string): string {
  return voiceName.split('-').slice(0, -1).join('-');
}

export function voicesOf(wanted: AzureWanted): {
  voice: AzureVoiceName;
  second: AzureVoiceName | null;
} {
  const voice = wanted.voice ?? HOAI_MY;
  const usual = voice.name === HOAI_MY.name ? NAM_MINH : null;
  return { voice, second: wanted.second ?? usual };
}

/** @throws SoundError voice-failed with what is wrong; the key itself is never part of it */
export function checkWanted(wanted: AzureWanted): void {
  const fault = azureFault(wanted);
  if (fault !== null) throw new SoundError('voice-failed', new Error(fault.en));
}

/** The first thing wrong with the settings, for the screen where they are written; null: nothing. */
export function azureFault(wanted: AzureWanted): SoundSentence | null {
  return FAULTS.find(({ wrong }) => wrong(wanted))?.say ?? null;
}

const FAULTS: readonly { wrong(wanted: AzureWanted): boolean; say: SoundSentence }[] = [
  {
    wrong: ({ key }) => typeof key === 'string' && !KEY.test(key),
    say: {
      vi: 'Khóa Azure không đúng dạng: cần 8 đến 200 ký tự không dấu, không có khoảng trắng.',
      en: 'The Azure key has a wrong shape: 8 to 200 printable characters without spaces are needed.',
    },
  },
  {
    wrong: ({ region, endpoint }) => region === undefined && endpoint === undefined,
    say: {
      vi: 'Chưa có vùng (region) hoặc địa chỉ riêng (endpoint) của Azure.',
      en: 'Neither a region nor an endpoint of Azure is given.',
    },
  },
  {
    wrong: ({ region, endpoint }) => endpoint === undefined && !REGION.test(region ?? ''),
    say: {
      vi: 'Vùng Azure chỉ gồm chữ thường, số và dấu gạch nối, ví dụ southeastasia.',
      en: 'An Azure region is made of small letters, digits and hyphens, for example southeastasia.',
    },
  },
  {
    wrong: ({ endpoint }) => endpoint !== undefined && addressOf(endpoint) === null,
    say: {
      vi: 'Địa chỉ riêng của Azure phải là wss://… (ws:// chỉ dùng trong chính máy này), không kèm tên và mật khẩu.',
      en: 'The endpoint of Azure must be wss://… (ws:// only within this machine), without user or password.',
    },
  },
  {
    wrong: ({ proxy }) => proxy !== undefined && !isProxy(proxy),
    say: {
      vi: 'Máy chủ trung gian (proxy) cần tên máy và cổng từ 1 đến 65535.',
      en: 'The proxy needs a host and a port from 1 to 65535.',
    },
  },
  {
    wrong: (wanted) => {
      const { voice, second } = voicesOf(wanted);
      return [voice, ...(second === null ? [] : [second])].some(({ name }) => !VOICE.test(name));
    },
    say: {
      vi: 'Tên giọng Azure không đúng dạng, ví dụ đúng: vi-VN-HoaiMyNeural.',
      en: 'A name of an Azure voice has a wrong shape; a right one: vi-VN-HoaiMyNeural.',
    },
  },
  {
    wrong: ({ lanes = USUAL_LANES }) => !Number.isInteger(lanes) || lanes < 1 || lanes > MAX_LANES,
    say: {
      vi: `Số câu gửi cùng lúc tới Azure phải từ 1 đến ${MAX_LANES}.`,
      en: `The number of sentences sent to Azure at a time must be from 1 to ${MAX_LANES}.`,
    },
  },
];

/** The SDK writes the key into the address it asks for: anything but TLS would show it to the whole network. */
export function addressOf(endpoint: string): URL | null {
  if (!URL.canParse(endpoint)) return null;
  const address = new URL(endpoint);
  if (address.username !== '' || address.password !== '') return null;
  if (address.protocol === 'https:') address.protocol = 'wss:';
  const safe = address.protocol === 'wss:';
  return safe || (address.protocol === 'ws:' && LOOPBACK.has(address.hostname)) ? address : null;
}

/** As it is written in a setting: http://user:password@host:port; null: it cannot be read. */
export function proxyOf(text: string): AzureProxy | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password } = new URL(text);
  if (protocol !== 'http:') return null; // the SDK talks to a proxy in the clear; what goes through it is TLS
  const host = hostname.replace(/^\[|\]$/g, '');
  const address = { host, port: Number(port || 80) };
  if (username === '') return address;
  try {
    return {
      ...address,
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
    };
  } catch {
    return null;
  }
}

function isProxy({ host, port }: AzureProxy): boolean {
  return HOST.test(host) && Number.isInteger(port) && port >= 1 && port <= 65_535;
}
