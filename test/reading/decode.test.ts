// Bytes to text: each encoding communes still keep, and each refusal by its name.
// It must never read a file.
import { expect, test } from 'vitest';
import { westernLetters } from '../../audio/reading/bytes/decode.ts';
import { fromOldFont, fromTcvn3, fromVni } from '../../audio/reading/bytes/tables.ts';
import { decodeText, MAX_BYTES, ReadingError, settleLetters } from '../../audio/reading/index.ts';

const TEXT =
  'Ủy ban nhân dân xã thông báo lịch tiêm phòng, mời bà con đến đúng giờ tại nhà văn hóa.';
const VNI =
  'UÛy ban nhaân daân xaõ thoâng baùo lòch tieâm phoøng, môøi baø con ñeán ñuùng giôø taïi nhaø vaên hoùa.';

function utf16(text: string, big: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  [...text].forEach((letter, at) => {
    view.setUint16(at * 2, letter.charCodeAt(0), !big);
  });
  return bytes;
}

/** Text to TCVN3 through the decoder's own table, read backwards. */
function tcvn3(text: string): Uint8Array {
  const letters = new Map<string, number>();
  for (let byte = 0xff; byte > 0; byte -= 1)
    letters.set(fromTcvn3(String.fromCharCode(byte)), byte);
  return Uint8Array.from([...text.replace('Ủ', 'ñ')], (letter) => letters.get(letter) ?? 63);
}

function windows1258(text: string): Uint8Array {
  const single = new Map<string, number>();
  const decoder = new TextDecoder('windows-1258');
  for (let byte = 0; byte < 256; byte += 1) single.set(decoder.decode(Uint8Array.of(byte)), byte);
  const bytes = [...text].flatMap((letter) => {
    const whole = single.get(letter);
    if (whole !== undefined) return [whole];
    const nfd = letter.normalize('NFD');
    const tone = nfd.match(/[\u0300\u0301\u0303\u0309\u0323]/u)?.[0] as string;
    const base = nfd.replace(tone, '').normalize('NFC');
    return [single.get(base) as number, single.get(tone) as number];
  });
  return Uint8Array.from(bytes);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));

test.each([
  ['utf-8', utf8(TEXT)],
  ['utf-8', utf8(`\ufeff${TEXT}`)],
  ['utf-16le', utf16(`\ufeff${TEXT}`, false)],
  ['utf-16be', utf16(`\ufeff${TEXT}`, true)],
  ['utf-16le', utf16(TEXT, false)],
  ['utf-16be', utf16(TEXT, true)],
  ['windows-1258', windows1258(TEXT)],
  ['vni', latin1(VNI)],
  ['vni', utf8(VNI)],
])('%s is recognised and read', (encoding, bytes) => {
  expect(decodeText(bytes, 'thong-bao.txt')).toEqual({ text: TEXT, encoding });
});

test('TCVN3 is recognised and read', () => {
  const decoded = decodeText(tcvn3(TEXT), null);
  expect(decoded.encoding).toBe('tcvn3');
  expect(decoded.text.slice(1)).toBe(TEXT.slice(1).normalize('NFC'));
});

test.each([
  ['CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['Céng hoµ x· héi chñ nghÜa', 'Cộng hoà xã hội chủ nghĩa'],
  ['X· Chiềng', 'Xã Chiềng'],
  ['QUYÕT §ÞNH\nVÒ viÖc thu TIÒN rõng', 'QUYẾT ĐỊNH\nVề việc thu TIỀN rừng'],
])('TCVN3 typed for the capitals font: %s', (typed, meant) => {
  expect(fromTcvn3(typed)).toBe(meant);
});

test('quotes and dashes of Western pages survive', () => {
  expect(westernLetters(latin1('\x93x\x94 \x96 \x85 \xe9'))).toBe('“x” – … é');
});

test.each([
  ['.VnTime', 'ViÖt Nam', 'Việt Nam'],
  ['.VnTimeH', 'céng hoµ', 'CỘNG HOÀ'],
  ['VNI-Times', 'Vieät Nam', 'Việt Nam'],
  ['Times New Roman', 'Việt Nam', null],
])('what stands in the font %s is read by it', (font, typed, meant) => {
  expect(fromOldFont(typed, font)).toBe(meant);
});

test('text of a container is settled as bytes are: old letters read, typographic marks kept', () => {
  expect(settleLetters('Việt Nam “độc lập”', null).encoding).toBeNull();
  expect(settleLetters('Céng hoµ x· héi chñ nghÜa “ViÖt Nam” – ®éc lËp', null)).toEqual({
    text: 'Cộng hoà xã hội chủ nghĩa “Việt Nam” – độc lập',
    encoding: 'tcvn3',
  });
  expect(() => settleLetters(' ', 'a.docx')).toThrow('empty');
});

test('VNI capitals and pairs that mean nothing keep their sense', () => {
  expect(fromVni('COÄNG HOØA XAÕ HOÄI')).toBe('CỘNG HÒA XÃ HỘI');
  expect(fromVni('Ñaûng boä, oåû, Aù, aÙ')).toBe('Đảng bộ, ổû, Á, á');
  expect(fromVni('eù, eí, Ù, yü, ôä, ÔÄ')).toBe('é, eí, Ù, yü, ơä, ƠÄ');
});

test.each([
  ['empty', new Uint8Array()],
  ['empty', utf8('\ufeff  \n ')],
  ['too-large', new Uint8Array(MAX_BYTES + 1)],
  ['not-vietnamese', utf8('The quick brown fox jumps over the lazy dog.')],
  ['not-vietnamese', utf8('Moi ba con hop ban luc bay gio toi nay.')],
  ['not-vietnamese', utf8('12345 67890')],
  ['not-vietnamese', utf8('日本語の文章です。')],
  ['encoding', Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0)],
  ['encoding', Uint8Array.of(0, 0, 0xfe, 0xff, 0, 0, 0, 0x41)],
  ['encoding', Uint8Array.of(0xbf, 0x41, 0xbf, 0x42, 0x20, 0xbf, 0x43, 0x81)],
  ['binary', Uint8Array.of(0x41, 0x00, 0x00, 0x00, 0x42, 0x00, 0x00, 0x43)],
] as const)('%s is refused by name in both languages', (code, bytes) => {
  expect.assertions(4);
  try {
    decodeText(bytes, 'tep.dat');
  } catch (error) {
    const refused = error as ReadingError;
    expect(refused).toBeInstanceOf(ReadingError);
    expect([refused.code, refused.fault]).toEqual([code, 'caller']);
    expect(refused.say.vi).toMatch(/^tep\.dat: .+\.$/u);
    expect(refused.say.en).toMatch(/^tep\.dat: .+\.$/u);
  }
});

test('a refusal without a name is only the sentence', () => {
  expect(() => decodeText(new Uint8Array(), null)).toThrow('The text is empty.');
  expect(() => decodeText(new Uint8Array(), '')).toThrow('The text is empty.');
});
