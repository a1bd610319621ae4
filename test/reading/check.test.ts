// What a person may add to a lexicon, or settle: refused with a sentence that says what to change.
// It must never need a reading.
import { expect, test } from 'vitest';
import { checkEntry, checkWords, SPEAKABLE } from '../../audio/reading/index.ts';

const RIGHT = {
  written: 'BCH',
  spoken: 'ban chỉ huy',
  note: 'Ban chỉ huy quân sự xã.',
  example: 'BCH xã',
};

test.each([
  [{}],
  [{ written: 'TT.HĐND', spoken: 'thường trực, hội đồng', example: 'gửi TT.HĐND' }],
  [{ written: 'Pắc Ngà', example: 'bản Pắc Ngà' }],
  [{ written: 'PC06', example: 'phòng PC06' }],
  [{ written: 'BAN', example: 'gửi BAN' }],
  [{ written: 'homestay', example: 'ở Homestay' }],
])('%j can be added', (change) => {
  expect(checkEntry({ ...RIGHT, ...change })).toBeNull();
});

test.each([
  [{ written: ' ' }, 'Say what is written'],
  [{ written: 'A'.repeat(61) }, 'at most'],
  [{ written: ' BCH' }, 'no space at its ends'],
  [{ written: 'B  CH' }, 'no space at its ends'],
  [{ written: 'B\nCH' }, 'no space at its ends'],
  [{ written: `${'ế'.normalize('NFD')}BC` }, 'no space at its ends'],
  [{ written: '<b>BCH' }, 'begins with a letter'],
  [{ written: 'BCH*' }, 'begins with a letter'],
  [{ written: '1009' }, 'Numbers are read'],
  [{ written: 'a' }, 'One letter'],
  [{ written: 'Q.' }, 'One letter'],
  [{ written: 'XII' }, 'Roman'],
  [{ written: 'bản' }, 'plain Vietnamese word'],
  [{ written: 'Ban' }, 'plain Vietnamese word'],
  [{ written: 'xã hội' }, 'plain Vietnamese word'],
  [{ spoken: ' , ' }, 'Say how it is spoken'],
  [{ spoken: 'a '.repeat(101) }, 'at most'],
  [{ spoken: 'ban. chỉ huy' }, 'no . ; :'],
  [{ spoken: 'ban chỉ huy 5' }, '"5" cannot be said'],
  [{ spoken: 'facebook' }, '"f" cannot be said'],
  [{ spoken: 'máy laptop' }, '"laptop" is no Vietnamese syllable'],
  [{ note: '' }, 'when it is used'],
  [{ note: 'a'.repeat(501) }, 'at most'],
  [{ example: `BCH ${'a'.repeat(500)}` }, 'at most'],
  [{ example: 'theo ban' }, 'The example must'],
])('%j is refused, in both languages', (change, said) => {
  const problem = checkEntry({ ...RIGHT, ...change });
  expect(problem?.en).toContain(said);
  expect(problem?.vi).toMatch(/\p{Script=Latin}.{8}/u);
});

test('a plain word, or a strange syllable, is taken once a person has confirmed it', () => {
  expect(checkEntry({ ...RIGHT, spoken: 'oép, sai' }, { confirmed: true })).toBeNull();
  const plain = { ...RIGHT, written: 'bản', example: 'ở bản' };
  expect(checkEntry(plain, { confirmed: true })).toBeNull();
  expect(checkEntry({ ...plain, note: '' }, { confirmed: true })).not.toBeNull();
});

test.each([
  ['', null],
  ['ban chỉ huy; số năm.', null],
  ['số 5', '"5" cannot be said'],
  ['a'.repeat(401), 'at most'],
])('words %j to be said in one place', (words, said) => {
  const problem = checkWords(words);
  if (said === null) expect([problem, SPEAKABLE.test(words)]).toEqual([null, true]);
  else expect(problem?.en).toContain(said);
});
