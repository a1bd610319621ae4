// The environment's part about the source system: where it is, whose keys are believed, how often it is asked.
// It must never read a file: source-of.ts does, from what stands here.
import type { Sentence } from './domain/errors.ts';

export type SourceEnvironment = {
  url: string | null;
  keysFile: string | null;
  tokenFile: string | null;
  everyMs: number;
};

type Kind<T> = { accepts: Sentence; parse(text: string): T | undefined };
type Read = <T>(name: string, kind: Kind<T>, otherwise: T) => T;

/** An emergency that lies ready is fetched within this; ten times as often gains seconds and costs their server. */
const EVERY_MS = 15_000;

export function readSourceSettings(read: Read): SourceEnvironment {
  return {
    url: read<string | null>('VANGXA_SOURCE_URL', address, null),
    keysFile: read<string | null>('VANGXA_SOURCE_KEYS', text, null),
    tokenFile: read<string | null>('VANGXA_SOURCE_TOKEN_FILE', text, null),
    everyMs: read('VANGXA_SOURCE_EVERY_MS', pace, EVERY_MS),
  };
}

const text: Kind<string> = {
  accepts: { vi: 'đường dẫn tới tệp', en: 'the path of a file' },
  parse: (value) => value,
};

/** A token and orders for loudspeakers travel here: plain only on this very machine. */
const address: Kind<string> = {
  accepts: {
    vi: 'địa chỉ https://… (http:// chỉ cho máy này)',
    en: 'an address https://… (http:// only for this machine)',
  },
  parse(value) {
    if (!URL.canParse(value)) return undefined;
    const { protocol, hostname, username, password, search, hash } = new URL(value);
    if (username !== '' || password !== '' || search !== '' || hash !== '') return undefined;
    const local = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
    return protocol === 'https:' || (protocol === 'http:' && local) ? value : undefined;
  },
};

const pace: Kind<number> = {
  accepts: { vi: 'số nguyên từ 1000 đến 3600000', en: 'a whole number from 1000 to 3600000' },
  parse(value) {
    const number = /^\d{1,7}$/.test(value) ? Number(value) : Number.NaN;
    return number >= 1_000 && number <= 3_600_000 ? number : undefined;
  },
};
