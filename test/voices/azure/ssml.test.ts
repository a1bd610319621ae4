import { expect, test } from 'vitest';
import { pronounced } from '../../../audio/voices/azure/pronunciations.ts';
import { escaped, type Letter, ssmlOf, USUAL_RESTS } from '../../../audio/voices/azure/ssml.ts';

const letter = (words: string, more: Partial<Letter> = {}): string =>
  ssmlOf({
    words,
    voiceName: 'vi-VN-HoaiMyNeural',
    percent: 0,
    rests: USUAL_RESTS,
    pronunciations: [],
    ...more,
  });
/** what stands within the prosody */
const said = (words: string, more: Partial<Letter> = {}): string =>
  /<prosody[^>]*>(.*)<\/prosody>/s.exec(letter(words, more))?.[1] ?? '';

test('a letter names the voice, its language and its pace', () => {
  expect(letter('Kính thưa bà con.', { percent: -8 })).toBe(
    '<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="vi-VN">' +
      '<voice name="vi-VN-HoaiMyNeural"><prosody rate="-8%">Kính thưa bà con.</prosody></voice></speak>',
  );
  expect(letter('Có.', { percent: 12 })).toContain('rate="+12%"');
  expect(letter('Có.', { voiceName: 'km-KH-SreymomNeural' })).toContain('xml:lang="km-KH"');
});

test.each([
  ['a < b & "c" > \'d\'', 'a &lt; b &amp; &quot;c&quot; &gt; &apos;d&apos;'],
  [
    '</prosody></voice><audio src="http://x"/>',
    '&lt;/prosody&gt;&lt;/voice&gt;&lt;audio src=&quot;http://x&quot;/&gt;',
  ],
  ['một\u0000hai\u0008ba\ufffe', 'một hai ba '],
  ['nửa \ud83d chữ', 'nửa   chữ'],
  ['tròn \u{1f600} mặt', 'tròn \u{1f600} mặt'],
  ['&amp;', '&amp;amp;'],
])('what XML could take for its own is escaped: %j', (words, written) => {
  expect(escaped(words)).toBe(written);
  expect(said(words, { rests: { commaMs: 0, semicolonMs: 0, colonMs: 0, fullStopMs: 0 } })).toBe(
    written,
  );
});

test('letters written in two parts are sent as one', () => {
  expect(said('Pa\u0301 Lau')).toBe('Pá Lau');
});

test('clauses rest as told, and only where something follows', () => {
  const rests = { commaMs: 120, semicolonMs: 350, colonMs: 300, fullStopMs: 450 };
  expect(said('Gồm: một, hai; ba. Bốn.', { rests })).toBe(
    'Gồm:<break time="300ms"/> một,<break time="120ms"/> hai;<break time="350ms"/> ba.<break time="450ms"/> Bốn.',
  );
  expect(said('Một, hai;', { rests: USUAL_RESTS })).toBe('Một, hai;');
  expect(said('Một; hai', { rests: { ...rests, semicolonMs: 60_000 } })).toContain('"5000ms"');
});

test('an escaped sign is no semicolon that rests', () => {
  expect(said('cơm & cháo; nước')).toBe('cơm &amp; cháo;<break time="350ms"/> nước');
});

const LIST = [
  { words: 'COVID', say: 'cô vít' },
  { words: 'UBND', say: 'ủy ban nhân dân' },
  { words: 'UBND xã', say: 'ủy ban xã' },
  { words: 'Pá Lau', ipa: 'paː˧˥ law˧˧' },
  { words: 'C++', say: 'xê cộng cộng' },
];

test('a listed word is said as listed: by other words or by sounds', () => {
  expect(said('Phòng COVID ở Pá Lau.', { pronunciations: LIST })).toBe(
    'Phòng <sub alias="cô vít">COVID</sub> ở <phoneme alphabet="ipa" ph="paː˧˥ law˧˧">Pá Lau</phoneme>.',
  );
});

test('a rest stands also before and after a listed word', () => {
  expect(said('Hai; UBND; xã', { pronunciations: LIST })).toBe(
    'Hai;<break time="350ms"/> <sub alias="ủy ban nhân dân">UBND</sub>;<break time="350ms"/> xã',
  );
});

test.each([
  ['the longest entry goes first', 'UBND xã họp', ['UBND xã']],
  ['any case', 'covid và Covid', ['covid', 'Covid']],
  ['whole words only', 'COVIDE hay aUBND', []],
  ['letters written in two parts are the same letters', 'Pa\u0301 Lau', ['Pá Lau']],
  ['signs of patterns are signs', 'Học C++ nhé', ['C++']],
])('%s', (_why, words, found) => {
  const as = pronounced(words.normalize('NFC'), LIST).filter((part) => part.as !== null);
  expect(as.map(({ text }) => text)).toEqual(found);
});

test('nothing of the words is lost by a list, and a list may say anything', () => {
  const words = 'UBND xã, COVID và C++.';
  expect(
    pronounced(words, LIST)
      .map(({ text }) => text)
      .join(''),
  ).toBe(words);
  const odd = [
    { words: 'xã', say: '"/><voice name="x">' },
    { words: ' ', say: 'không' },
  ];
  expect(said('xã', { pronunciations: odd })).toBe(
    '<sub alias="&quot;/&gt;&lt;voice name=&quot;x&quot;&gt;">xã</sub>',
  );
});
