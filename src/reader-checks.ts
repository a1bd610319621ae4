// What a person may add to a lexicon, and what may be said at a settled place: checked before it is kept.
// It must never know whose lexicon it is.
import { SPEAKABLE } from '../audio/reading/index.ts';
import type { Sentence } from './domain/errors.ts';
import type { LexiconEntry } from './domain/reading-model.ts';

/** Nobody abbreviates with more; a longer stretch is settled in its document. */
const WRITTEN_MAX = 60;

export function wrongEntry({ written, spoken }: LexiconEntry): Sentence | null {
  if (written.length > WRITTEN_MAX || !/[\p{L}\p{N}]/u.test(written) || /[\r\n\t]/u.test(written))
    return NO_WORD;
  return spoken.trim() === '' ? NOTHING_SAID : wrongWords(spoken);
}

/** '' is silence, and fine. */
export function wrongWords(words: string): Sentence | null {
  const parts = words.split(/[\s.,;:]+/u).filter((part) => part !== '');
  return parts.every((part) => SPEAKABLE.test(part)) ? null : UNSPEAKABLE;
}

const NO_WORD: Sentence = {
  vi: `Chữ viết phải là một từ hay chữ viết tắt trên một dòng, nhiều nhất ${WRITTEN_MAX} ký tự.`,
  en: `What is written must be a word or an abbreviation on one line, at most ${WRITTEN_MAX} characters.`,
};
const NOTHING_SAID: Sentence = {
  vi: 'Hãy ghi cách đọc bằng chữ.',
  en: 'Write what is said, in words.',
};
const UNSPEAKABLE: Sentence = {
  vi: 'Cách đọc chỉ gồm chữ tiếng Việt và dấu . , ; : — không có số, ký hiệu hay chữ in hoa viết tắt.',
  en: 'What is said has only Vietnamese words and . , ; : — no digits, symbols or capitals.',
};
