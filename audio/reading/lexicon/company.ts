// The company of a word: what must stand right before or right after it, given as lists a person can edit.
// It must never know what the word means.
import type { Fits } from './lexicon.ts';

/** Stands for any number, and for any word with a capital. */
const ANY_NUMBER = '{số}';
const ANY_NAME = '{Tên}';

export type Company = { before: readonly string[]; after: readonly string[] };

/** One of the words is enough; without any the company never fits. */
export function fitsOf({ before, after }: Company): Fits {
  const left = before.length === 0 ? null : new RegExp(`(?<!\\p{L})(?:${any(before)})\\s*$`, 'u');
  const right =
    after.length === 0 ? null : new RegExp(`^[\\s.,]{0,2}(?:${any(after)})(?!\\p{L})`, 'u');
  return (textBefore, textAfter) =>
    (left?.test(textBefore) ?? false) || (right?.test(textAfter) ?? false);
}

function any(words: readonly string[]): string {
  return words.map(patternOf).join('|');
}

function patternOf(word: string): string {
  if (word === ANY_NUMBER) return '\\d+';
  // Past a full stop every sentence has its capital.
  if (word === ANY_NAME) return '(?<=^\\s)\\p{Lu}[\\p{L}&]*';
  // What is listed in small letters is met with a capital too: "quân" and "Quân sự".
  return word.toLowerCase() === word ? [...word].map(eitherCase).join('') : literal(word);
}

function eitherCase(letter: string): string {
  const upper = letter.toUpperCase();
  return upper === letter ? literal(letter) : `[${letter}${upper}]`;
}

/** Whatever a person typed means itself. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
}
