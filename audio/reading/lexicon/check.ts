// Whether an entry or words that a person typed can be taken, and if not, what to change.
// It must never know who typed them, nor change them.
import type { LexiconEntry } from '../types.ts';
import { composed } from '../words/composed.ts';
import { SPEAKABLE } from '../words/respell.ts';
import { romanValue } from '../words/roman.ts';
import { isVietnameseSyllable } from '../words/syllable.ts';
import { MAX_WRITTEN } from './additions.ts';
import type { Problem } from './problem.ts';

/** The longest words of an entry: a name of some forty syllables, two breaths. */
const MAX_SPOKEN = 200;
/** A settlement may be a whole line of a form. */
const MAX_WORDS = 400;
const MAX_NOTE = 500;

/** `confirmed`: told that a plain word changes everywhere, or that a syllable is none, the person wants it so. */
export function checkEntry(
  entry: LexiconEntry,
  { confirmed = false }: { confirmed?: boolean } = {},
): Problem | null {
  return (
    writtenProblem(entry.written) ??
    (confirmed ? null : plainWordProblem(entry.written)) ??
    spokenProblem(entry.spoken) ??
    (confirmed ? null : syllableProblem(entry.spoken)) ??
    noteProblem(entry)
  );
}

/** Words for one place of one document; '' is silence and fine. */
export function checkWords(words: string): Problem | null {
  if (words.length > MAX_WORDS) return tooLong('lời đọc', 'the words', MAX_WORDS);
  return letterProblem(words);
}

function writtenProblem(written: string): Problem | null {
  if (written.trim() === '') return WRITTEN_EMPTY;
  if (written.length > MAX_WRITTEN) return tooLong('chữ viết', 'the written form', MAX_WRITTEN);
  if (written !== written.normalize('NFC').trim() || /\s{2}|[\n\t]/u.test(written))
    return WRITTEN_SPACES;
  if (!/^[\p{L}\p{N}][\p{L}\p{N} &'’./-]*$/u.test(written)) return WRITTEN_SIGNS;
  if (!/\p{L}/u.test(written)) return WRITTEN_NUMBER;
  if (/^\p{L}\.?$/u.test(written)) return WRITTEN_LETTER;
  return romanValue(written) === null ? null : WRITTEN_ROMAN;
}

/** A common word would be said differently everywhere: bản, Ban, xã hội. Capitals (BAN, CAT) abbreviate. */
function plainWordProblem(written: string): Problem | null {
  const words = written.split(' ');
  const small = written === written.toLowerCase();
  const one = words.length === 1 && written !== written.toUpperCase();
  return (small || one) && words.every(isVietnameseSyllable) ? PLAIN_WORD : null;
}

function spokenProblem(spoken: string): Problem | null {
  if (!/\p{L}/u.test(spoken)) return SPOKEN_EMPTY;
  if (spoken.length > MAX_SPOKEN) return tooLong('lời đọc', 'the spoken words', MAX_SPOKEN);
  if (/[.;:]/u.test(spoken)) return SPOKEN_STOPS;
  return letterProblem(spoken);
}

/** "laptop" has only Vietnamese letters, and no voice says it right; "láp tóp" it does. */
function syllableProblem(spoken: string): Problem | null {
  const strange = spoken
    .split(/[\s,]+/u)
    .find((word) => word !== '' && !isVietnameseSyllable(word));
  if (strange === undefined) return null;
  return {
    vi: `"${strange}" không phải một tiếng trong tiếng Việt: hãy viết theo âm, từng tiếng một, như "láp tóp". Nếu đúng ý, hãy xác nhận.`,
    en: `"${strange}" is no Vietnamese syllable: write how it sounds, such as "láp tóp". Confirm if you mean it.`,
  };
}

function letterProblem(words: string): Problem | null {
  const strange = [...composed(words)].find((sign) => !SPEAKABLE.test(sign));
  if (strange === undefined) return null;
  return {
    vi: `Không đọc được ký tự "${strange}": lời đọc chỉ gồm chữ cái tiếng Việt, dấu cách và . , ; : (số thì viết bằng chữ)`,
    en: `"${strange}" cannot be said: only Vietnamese letters, spaces and . , ; : (numbers in words)`,
  };
}

function noteProblem({ written, note, example }: LexiconEntry): Problem | null {
  if (note.trim() === '') return NOTE_EMPTY;
  if (note.length > MAX_NOTE || example.length > MAX_NOTE)
    return tooLong('ghi chú, ví dụ', 'the note or the example', MAX_NOTE);
  return example.toLowerCase().includes(written.toLowerCase()) ? null : EXAMPLE_ELSEWHERE;
}

function tooLong(vi: string, en: string, most: number): Problem {
  return {
    vi: `Quá dài: ${vi} tối đa ${most} ký tự.`,
    en: `Too long: ${en} may have ${most} characters at most.`,
  };
}

const WRITTEN_EMPTY: Problem = {
  vi: 'Hãy ghi chữ cần đọc, như "BCH".',
  en: 'Say what is written, such as "BCH".',
};
const WRITTEN_SPACES: Problem = {
  vi: 'Chữ viết không được có dấu cách ở đầu, ở cuối, hai dấu cách liền nhau hay xuống dòng.',
  en: 'The written form may have no space at its ends, no two spaces together and no line break.',
};
const WRITTEN_SIGNS: Problem = {
  vi: "Chữ viết phải bắt đầu bằng chữ hoặc số, và chỉ gồm chữ, số, dấu cách và & . / - '",
  en: "The written form begins with a letter or digit and has only letters, digits, spaces and & . / - '",
};
const WRITTEN_NUMBER: Problem = {
  vi: 'Con số thì hệ thống tự đọc; hãy ghi chữ.',
  en: 'Numbers are read by themselves; write letters.',
};
const WRITTEN_LETTER: Problem = {
  vi: 'Một chữ cái thì quá ngắn, sẽ đổi cả điểm a, điểm b; hãy ghi ít nhất hai chữ.',
  en: 'One letter is too little, it would change point a and point b too; write two at least.',
};
const WRITTEN_ROMAN: Problem = {
  vi: 'Đây là số La Mã, hệ thống tự đọc.',
  en: 'This is a Roman numeral; it is read by itself.',
};
const PLAIN_WORD: Problem = {
  vi: 'Đây là từ tiếng Việt thường dùng: mọi chỗ có từ này sẽ bị đọc khác. Nếu đúng ý, hãy xác nhận.',
  en: 'This is a plain Vietnamese word: it would be said differently everywhere. Confirm if you mean it.',
};
const SPOKEN_EMPTY: Problem = {
  vi: 'Hãy ghi lời đọc, như "ban chấp hành".',
  en: 'Say how it is spoken, such as "ban chấp hành".',
};
const SPOKEN_STOPS: Problem = {
  vi: 'Lời đọc của một từ không được có dấu . ; : (dấu phẩy thì được).',
  en: 'The words of an entry may have no . ; : (a comma is fine).',
};
const NOTE_EMPTY: Problem = {
  vi: 'Hãy ghi chú chữ này là gì, dùng khi nào.',
  en: 'Say what this is and when it is used.',
};
const EXAMPLE_ELSEWHERE: Problem = {
  vi: 'Ví dụ phải có đúng chữ đang thêm.',
  en: 'The example must contain what is being added.',
};
