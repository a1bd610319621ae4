// The languages spoken in the country that come with the product: config/languages.json, read and checked once.
// It must never know a bulletin, nor a voice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from './domain/errors.ts';
import { languagesFault, type SpokenLanguage } from './domain/languages.ts';
import { projectRoot } from './project-root.ts';

let loaded: readonly SpokenLanguage[] | null = null;

/** @throws AppError that says what to put right: at the service's start, not when a bulletin is written */
export function builtInLanguages(): readonly SpokenLanguage[] {
  loaded ??= loadLanguages(join(projectRoot, 'config', 'languages.json'));
  return loaded;
}

export function loadLanguages(path: string): readonly SpokenLanguage[] {
  try {
    const { languages } = JSON.parse(readFileSync(path, 'utf8')) as { languages: SpokenLanguage[] };
    const fault = languagesFault(languages);
    if (fault) throw new Error(fault);
    return languages;
  } catch (cause) {
    throw new AppError({
      code: 'broken-languages',
      fault: 'ours',
      say: {
        vi: `Danh sách ngôn ngữ ${path} hỏng: ${String(cause)}. Hãy sửa lại tệp này.`,
        en: `The list of languages ${path} is broken: ${String(cause)}. Put this file right.`,
      },
      cause,
    });
  }
}
