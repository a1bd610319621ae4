// The language now chosen and its words; a screen that reads `words.value` is drawn anew on a switch.
// It must never know a word itself.
import { computed, effect, signal } from '@preact/signals';
import type { Sentence } from '../http/schemas/common.ts';
import { recall, remember } from './remember.ts';
import { en } from './words/en.ts';
import { vi, type Words } from './words/vi.ts';

export type { Words } from './words/vi.ts';
export type Language = 'vi' | 'en';

export const WORDS: Record<Language, Words> = { vi, en };

export const language = signal<Language>(recall('language') === 'en' ? 'en' : 'vi');
export const words = computed(() => WORDS[language.value]);

export function switchLanguage(): void {
  language.value = language.value === 'vi' ? 'en' : 'vi';
  remember('language', language.value);
}

/** Of a sentence that came from the service in both languages. */
export const said = (sentence: Sentence): string => sentence[language.value];

effect(() => {
  document.documentElement.lang = language.value;
});
