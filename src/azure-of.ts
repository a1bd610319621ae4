// The cloud's voices as the environment describes them: one for each language, its key from a file.
// It must never keep, log or tell a key; a setting that is wrong gives a sentence instead of a voice.
import { readFileSync, statSync } from 'node:fs';
import { createAzureVoice } from '../audio/voices/azure/azure.ts';
import {
  type AzureVoiceName,
  type AzureWanted,
  azureFault,
  HOAI_MY,
  proxyOf,
} from '../audio/voices/azure/settings.ts';
import type { Voice } from '../audio/voices/port.ts';
import type { Sentence } from './domain/errors.ts';
import type { AzureEnvironment } from './voices-settings.ts';

export type AzureVoices = {
  voices: readonly Voice[];
  refused: readonly { name: string; say: Sentence }[];
  /** true once after the file has changed: whoever rests for its key is asked again */
  renewed(): boolean;
};

/** A key has 32 to 84 letters: a larger file is something else. */
const KEY_MAX_BYTES = 4_096;
/** What the service calls the languages of this country that it speaks → ISO 639-3. */
const LANGUAGES: Readonly<Record<string, string>> = { vi: 'vie', km: 'khm' };

export function azureOf(environment: AzureEnvironment): AzureVoices {
  const { keyFile, voices: named, second } = environment;
  const first = named.length === 0 ? [HOAI_MY.name] : named;
  const [voices, refused] = [[] as Voice[], [] as { name: string; say: Sentence }[]];
  for (const name of first) {
    const wanted = wantedFor(environment, { name, second });
    const fault = 'say' in wanted ? wanted.say : azureFault(wanted);
    if (fault !== null) refused.push({ name, say: fault });
    else if (!('say' in wanted)) voices.push(createAzureVoice(wanted));
  }
  return { voices, refused, renewed: renewals(keyFile) };
}

function wantedFor(
  environment: AzureEnvironment,
  { name, second }: { name: string; second: string | null },
): AzureWanted | { say: Sentence } {
  const { keyFile, region, endpoint, proxy, lanes } = environment;
  const voice = voiceOf(name);
  if (voice === null) return { say: UNKNOWN_LANGUAGE };
  const answers = second === null ? null : voiceOf(second);
  const through = proxy === null ? null : proxyOf(proxy);
  if (proxy !== null && through === null) return { say: BAD_PROXY };
  return {
    ...{ key: () => keyIn(keyFile), voice },
    ...(region !== null && { region }),
    ...(endpoint !== null && { endpoint }),
    ...(through !== null && { proxy: through }),
    ...(answers?.language === voice.language && { second: answers }),
    ...(lanes !== null && { lanes }),
  };
}

function voiceOf(name: string): AzureVoiceName | null {
  const language = LANGUAGES[name.split('-')[0] ?? ''];
  return language === undefined ? null : { name, language };
}

/** What cannot be read is no key: the voice then says voice-key, and the next one stands in. */
function keyIn(file: string): string {
  try {
    if (statSync(file).size > KEY_MAX_BYTES) return '';
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

function renewals(file: string): () => boolean {
  let seen = changedAt(file);
  return () => {
    const now = changedAt(file);
    const renewed = now !== seen;
    seen = now;
    return renewed;
  };
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

const UNKNOWN_LANGUAGE = {
  vi: 'Giọng Azure này nói thứ tiếng chưa dùng ở đây. Hãy chọn giọng có tên bắt đầu bằng vi- hoặc km-.',
  en: 'This Azure voice speaks a language not used here. Choose one whose name begins with vi- or km-.',
};
const BAD_PROXY = {
  vi: 'VANGXA_AZURE_PROXY không đọc được. Cần dạng http://tên:mật-khẩu@máy:cổng.',
  en: 'VANGXA_AZURE_PROXY cannot be read. It must look like http://user:password@host:port.',
};
