// The two old Vietnamese font encodings as code points: TCVN3 (ABC) and VNI for Windows.
// It must never know which one a file uses: `decode.ts` decides.

/** TCVN 5712:1993 VN3, one byte a letter; capitals with tones came from a second font. */
const TCVN3_RUNS: [number, string][] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
];

/** `latin`: the file's bytes as the letters of a Western page, which is what they pass for. */
export function fromTcvn3(latin: string): string {
  const read = latin.replace(/[\u00a1-\u00ff]/gu, (letter) => TCVN3.get(letter) ?? letter);
  return read.replace(/[^\n]+/gu, raised);
}

/**
 * The capitals' fonts (.VnTimeH) show small codes as capitals, so "CéNG HOµ" was typed for "CỘNG HÒA":
 * a word, or a whole line, whose plain letters are all capitals is in capitals.
 */
function raised(line: string): string {
  const plain = line.match(/[A-Za-z]/gu) ?? [];
  if (plain.length > 3 && plain.every((letter) => letter < 'a')) return line.toUpperCase();
  return line.replace(/\p{L}{3,}/gu, (word) =>
    /^[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*$/u.test(word) ? word.toUpperCase() : word,
  );
}

/** Letters typed in one of the old fonts, by the font's name; null where the font is no such. */
export function fromOldFont(text: string, font: string): string | null {
  if (/^\.Vn/iu.test(font)) {
    const read = fromTcvn3(text);
    return /H$/u.test(font) ? read.toUpperCase() : read;
  }
  return /^VNI-/iu.test(font) ? fromVni(text) : null;
}

const TCVN3 = new Map<string, string>();
for (const [start, letters] of TCVN3_RUNS) {
  [...letters].forEach((letter, index) => {
    TCVN3.set(String.fromCharCode(start + index), letter);
  });
}

const PLAIN_TONES: [string, string][] = [
  ['ø', '\u0300'],
  ['ù', '\u0301'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
];
const HAT_TONES: [string, string][] = [
  ['à', '\u0300'],
  ['á', '\u0301'],
  ['å', '\u0309'],
  ['ã', '\u0303'],
  ['ä', '\u0323'],
];
const BREVE_TONES: [string, string][] = [
  ['è', '\u0300'],
  ['é', '\u0301'],
  ['ú', '\u0309'],
  ['ü', '\u0303'],
  ['ë', '\u0323'],
];

/** VNI writes the mark as a second byte after the vowel: "aù" is á, "ôï" is ợ. */
const VNI = new Map<string, string>();
const addVni = (written: string, meant: string): void => {
  VNI.set(written, meant.normalize('NFC'));
  VNI.set(written.toUpperCase(), meant.normalize('NFC').toUpperCase());
};
for (const vowel of ['a', 'e', 'o', 'u', 'y']) {
  for (const [mark, tone] of PLAIN_TONES) addVni(vowel + mark, vowel + tone);
}
for (const vowel of ['a', 'e', 'o']) {
  addVni(`${vowel}â`, `${vowel}\u0302`);
  for (const [mark, tone] of HAT_TONES) addVni(vowel + mark, `${vowel}\u0302${tone}`);
}
addVni('aê', 'ă');
for (const [mark, tone] of BREVE_TONES) addVni(`a${mark}`, `ă${tone}`);
for (const [written, meant] of [
  ['ô', 'ơ'],
  ['ö', 'ư'],
] as const) {
  addVni(written, meant);
  for (const [mark, tone] of PLAIN_TONES) addVni(written + mark, meant + tone);
}
for (const [written, meant] of [
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
  ['ñ', 'đ'],
] as const) {
  addVni(written, meant);
}
const VNI_PAIR = /[aeouyôö][øùûõïâàáåãäêèéúüë]|[ôöæóòîñ]/giu;

export function fromVni(latin: string): string {
  return latin.replace(VNI_PAIR, (written) => VNI.get(written) ?? vniPair(written));
}

/** Mixed case ("Aù") follows its vowel; a pair that means nothing stays as written. */
function vniPair(written: string): string {
  const meant = VNI.get(written.toLowerCase());
  if (meant === undefined) return [...written].map((one) => VNI.get(one) ?? one).join('');
  return written[0] === written[0]?.toLowerCase() ? meant : meant.toUpperCase();
}
