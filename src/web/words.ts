// The language now chosen and its words; a screen that reads `words.value` is drawn anew on a switch.
// It must never know a word itself.
import { computed, effect, signal } from '@preact/signals';
import type { Sentence } from '../http/schemas/common.ts';
import { recall, remember } from './remember.ts';
import { vi, type Words } from './words/vi.ts';

export type { Words } from './words/vi.ts';
export type Language = 'vi' | 'en';

/** Fetched when it is chosen: nearly everybody here reads Vietnamese, on a slow line. */
const english = signal<Words | null>(null);

export const language = signal<Language>('vi');
export const words = computed(() => (language.value === 'en' && english.value) || vi);

async function choose(to: Language): Promise<void> {
  if (to === 'en') english.value ??= (await import('./words/en.ts')).en;
  language.value = to;
}

/** Before anything is drawn; without a line it stays Vietnamese, and the choice is kept. */
export async function chooseAsBefore(): Promise<void> {
  if (recall('language') === 'en') await choose('en').catch(() => undefined);
}

/** The other one was asked for and there was no line to fetch it by: said until it is asked for again. */
export const languageMissing = signal(false);

export async function switchLanguage(): Promise<void> {
  languageMissing.value = false;
  try {
    await choose(language.value === 'vi' ? 'en' : 'vi');
    remember('language', language.value);
  } catch {
    languageMissing.value = true;
  }
}

/** A sentence of our own, in both where both are there. */
export const inBoth = (of: (words: Words) => string): Sentence => ({
  vi: of(vi),
  en: of(english.value ?? vi),
});

/** Of a sentence that came from the service in both languages. */
export const said = (sentence: Sentence): string => sentence[language.value];

effect(() => {
  document.documentElement.lang = language.value;
});
