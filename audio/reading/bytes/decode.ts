// Bytes of a text to its letters: encodings are recognised by how Vietnamese they read.
// It must never know what the text says, nor guess at an encoding that gives no Vietnamese.
import { ReadingError } from '../errors.ts';
import { composed } from '../words/composed.ts';
import { isAccented, isVietnameseSyllable } from '../words/syllable.ts';
import { fromTcvn3, fromVni } from './tables.ts';

/** 10 MB of text is some 80 hours of speech; anything larger is not a document. */
export const MAX_BYTES = 10 * 1024 * 1024;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'tcvn3' | 'vni';

export function decodeText(
  bytes: Uint8Array,
  name: string | null,
): { text: string; encoding: Encoding } {
  if (bytes.length > MAX_BYTES) throw new ReadingError('too-large', name);
  if (bytes.length === 0) throw new ReadingError('empty', name);
  if (isUtf32(bytes)) throw new ReadingError('encoding', name);
  const decoded = decodeUnicode(bytes) ?? decodeOld(bytes, name);
  const text = decoded.text.replace(/^\ufeff/u, '');
  if (text.includes('\0')) throw new ReadingError('binary', name);
  const settled = settleLetters(text, name);
  return { text: settled.text, encoding: settled.encoding ?? decoded.encoding };
}

/** Text out of any container: as it is where it reads as Vietnamese, out of the old font it was typed in, or refused. */
export function settleLetters(
  text: string,
  name: string | null,
): { text: string; encoding: 'tcvn3' | 'vni' | null } {
  if (text.trim() === '') throw new ReadingError('empty', name);
  if (vietnameseShare(text) >= MIN_ACCENTED_SHARE) return { text, encoding: null };
  // VNI and ABC text pasted through a Unicode editor keeps its Latin-1 letters.
  const old = bestOf(oldFonts(text));
  if (old === null) throw new ReadingError('not-vietnamese', name);
  return { text: old.decode(), encoding: old.encoding };
}

/** Vietnamese prose bears a mark on some 75 % of its syllables; English and unaccented text on none. */
const MIN_ACCENTED_SHARE = 0.15;
/** Enough text to judge an encoding by; the rest of a 10 MB file adds nothing. */
const SAMPLE_CHARS = 60_000;

type Decoded = { text: string; encoding: Encoding };

function decodeUnicode(bytes: Uint8Array): Decoded | null {
  const wide = wideEncoding(bytes);
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return null;
  }
}

/** By its mark, or by ASCII's zero bytes standing on one side only. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const seen = Math.min(bytes.length, 2000);
  for (let at = 0; at < seen; at += 1) {
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] as number) + 1;
  }
  const [even, odd] = zeros as [number, number];
  if (odd > seen / 8 && even < odd / 8) return 'utf-16le';
  return even > seen / 8 && odd < even / 8 ? 'utf-16be' : null;
}

function isUtf32(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  const little = first === 0xff && second === 0xfe && third === 0 && fourth === 0;
  return little || (first === 0 && second === 0 && third === 0xfe && fourth === 0xff);
}

function decodeOld(bytes: Uint8Array, name: string | null): Decoded {
  const best = bestOf<Encoding>([
    ...oldFonts(westernLetters(bytes.subarray(0, SAMPLE_CHARS)), () => westernLetters(bytes)),
    {
      encoding: 'windows-1258',
      sample: MODERN.decode(bytes.subarray(0, SAMPLE_CHARS)),
      decode: () => composed(MODERN.decode(bytes)),
    },
  ]);
  if (best === null) throw new ReadingError('encoding', name);
  return { text: best.decode(), encoding: best.encoding };
}

const MODERN = new TextDecoder('windows-1258');

/** Windows-1252. Some Node 20 decode it as Latin-1 and lose quotes and dashes, which 1258 has in the same places. */
export function westernLetters(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/gu, (letter) => MODERN.decode(Uint8Array.of(letter.charCodeAt(0))));
}

/** One way to read the letters: on a sample first, on the whole only where it is chosen. */
type Candidate<E> = { encoding: E; sample: string; decode: () => string };

function oldFonts(latin: string, whole: () => string = () => latin): Candidate<'tcvn3' | 'vni'>[] {
  return [
    { encoding: 'tcvn3', sample: fromTcvn3(sample(latin)), decode: () => fromTcvn3(whole()) },
    { encoding: 'vni', sample: fromVni(sample(latin)), decode: () => fromVni(whole()) },
  ];
}

/** The reading with the most accented Vietnamese syllables, if it has enough of them. */
function bestOf<E extends Encoding>(candidates: readonly Candidate<E>[]): Candidate<E> | null {
  const scored = candidates.map((one) => ({ one, share: vietnameseShare(one.sample) }));
  const best = scored.reduce((one, other) => (other.share > one.share ? other : one));
  return best.share < 2 * MIN_ACCENTED_SHARE ? null : best.one;
}

/** Of all words, how many are accented syllables of Vietnamese. */
function vietnameseShare(text: string): number {
  const words = composed(sample(text)).match(/[\p{L}\p{M}]+/gu) ?? [];
  const good = words.filter((word) => isAccented(word) && isVietnameseSyllable(word));
  return words.length === 0 ? 0 : good.length / words.length;
}

function sample(text: string): string {
  return text.slice(0, SAMPLE_CHARS);
}
