// The environment's part about voices: a folder of models, and a cloud with its key in a file.
// It must never read a file: voices-of.ts does, from what stands here.
import type { Sentence } from './domain/errors.ts';

export type AzureEnvironment = {
  /** read anew at each connection: a renewed key needs no restart */
  keyFile: string;
  region: string | null;
  endpoint: string | null;
  /** http://user:password@host:port */
  proxy: string | null;
  /** the first of each language speaks it */
  voices: readonly string[];
  /** who answers in a dialogue, in the language of its own name */
  second: string | null;
  lanes: number | null;
};
export type VoiceEnvironment = {
  /** one folder inside for each sherpa-onnx model; null: none */
  folder: string | null;
  /** null: no words ever leave the house */
  azure: AzureEnvironment | null;
};

type Kind<T> = { accepts: Sentence; parse(text: string): T | undefined; secret?: boolean };
type Read = <T>(name: string, kind: Kind<T>, otherwise: T) => T;

/** Beyond it the service answers 429 more than it answers. */
const LANES_MAX = 20;
/** One for each language a cloud speaks here, with room. */
const VOICES_MAX = 10;

export function readVoiceSettings(read: Read): VoiceEnvironment {
  const keyFile = read<string | null>('VANGXA_AZURE_KEY_FILE', text, null);
  const azure = {
    region: read<string | null>('VANGXA_AZURE_REGION', text, null),
    endpoint: read<string | null>('VANGXA_AZURE_ENDPOINT', text, null),
    proxy: read<string | null>('VANGXA_AZURE_PROXY', secret, null),
    voices: read<readonly string[]>('VANGXA_AZURE_VOICE', names, []),
    second: read<string | null>('VANGXA_AZURE_SECOND_VOICE', text, null),
    lanes: read<number | null>('VANGXA_AZURE_LANES', lanes, null),
  };
  return {
    folder: read<string | null>('VANGXA_VOICES_DIR', text, null),
    azure: keyFile === null ? null : { keyFile, ...azure },
  };
}

const text: Kind<string> = {
  accepts: { vi: 'một chuỗi không rỗng', en: 'a text that is not empty' },
  parse: (value) => value,
};

/** A proxy's password stands in its address. */
const secret: Kind<string> = {
  accepts: { vi: 'địa chỉ dạng http://máy:cổng', en: 'an address such as http://host:port' },
  parse: (value) => (URL.canParse(value) && /^http:/.test(value) ? value : undefined),
  secret: true,
};

const names: Kind<readonly string[]> = {
  accepts: {
    vi: `tối đa ${VOICES_MAX} tên giọng, cách nhau bằng dấu phẩy`,
    en: `at most ${VOICES_MAX} names of voices, parted by commas`,
  },
  parse(value) {
    const found = value.split(',').map((one) => one.trim());
    return found.includes('') || found.length > VOICES_MAX ? undefined : found;
  },
};

const lanes: Kind<number> = {
  accepts: {
    vi: `số nguyên từ 1 đến ${LANES_MAX}`,
    en: `a whole number from 1 to ${LANES_MAX}`,
  },
  parse(value) {
    const number = /^\d{1,2}$/.test(value) ? Number(value) : 0;
    return number >= 1 && number <= LANES_MAX ? number : undefined;
  },
};
