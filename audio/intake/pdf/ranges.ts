// Finds signatures in a PDF's bytes: which bytes each one covers, and the sealed box between them.
// It must never know cryptography: it only measures (ISO 32000-1 §12.8.1).

export type Sealed = {
  /** The bytes the signature covers; null where its range is not true of this file. */
  covered: Uint8Array<ArrayBuffer> | null;
  /** It covers the file to its end. */
  whole: boolean;
  /** DER of the CMS box; empty where there is none. */
  box: Uint8Array<ArrayBuffer>;
  /** What the dictionary says of itself, itself covered by the signature. */
  kind: string | null;
  name: string | null;
  signedAt: string | null;
};

/** A contract signed by every party has a few; beyond this somebody is playing games. */
export const MAX_SIGNATURES = 32;
/** A box with a long chain, timestamps and revocation lists stays below this. */
const MAX_BOX_BYTES = 1024 * 1024;
/** The dictionary without its box is a few hundred bytes. */
const MAX_DICTIONARY_BYTES = 8192;

export function sealedIn(bytes: Uint8Array): Sealed[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<string, Sealed>();
  for (let at = file.indexOf(KEY); at >= 0; at = file.indexOf(KEY, at + KEY.length)) {
    const range = rangeAt(file, at);
    // The same dictionary written again by a later save is the same signature.
    if (range !== null && !found.has(range.join()))
      found.set(range.join(), sealed(file, at, range));
    if (found.size >= MAX_SIGNATURES) break;
  }
  return [...found.values()];
}

const KEY = '/ByteRange';
type Range = readonly [number, number, number, number];

/** null where it is only the word in a text, or a form nobody signed yet. */
function rangeAt(file: Buffer, at: number): Range | null {
  const text = file.toString('latin1', at + KEY.length, at + 200);
  const match = /^\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]/u.exec(text);
  return match === null ? null : (match.slice(1, 5).map(Number) as unknown as Range);
}

function sealed(file: Buffer, at: number, range: Range): Sealed {
  const [start, first, second, length] = range;
  const end = second + length;
  const said = spoken(dictionaryAt(file, at, range));
  // Two pieces from the first byte on, and nothing but the box between them.
  const holds =
    start === 0 && first < second && end <= file.length && holdsBox(file, first, second);
  if (!holds) return { covered: null, whole: false, box: new Uint8Array(), ...said };
  return {
    covered: new Uint8Array(Buffer.concat([file.subarray(0, first), file.subarray(second, end)])),
    whole: file.toString('latin1', end, end + 64).trim() === '' && file.length - end <= 64,
    box: boxOf(file.toString('latin1', first + 1, second - 1)),
    ...said,
  };
}

function holdsBox(file: Buffer, from: number, to: number): boolean {
  if (to - from > 2 * MAX_BOX_BYTES) return false;
  return /^<[\da-fA-F\s]*>$/u.test(file.toString('latin1', from, to));
}

/** Hex padded with zeros to the room left for it: DER says how long it really is. */
function boxOf(hex: string): Uint8Array<ArrayBuffer> {
  const box = Buffer.from(hex.replace(/\s/gu, ''), 'hex');
  const size = derLength(box);
  return new Uint8Array(size === null ? box : box.subarray(0, size));
}

/** null where the length is indefinite (BER) or no length at all. */
function derLength(box: Buffer): number | null {
  const first = box[1] ?? 0;
  if (first < 0x80) return 2 + first;
  const digits = first - 0x80;
  if (digits === 0 || digits > 4 || box.length < 2 + digits) return null;
  return 2 + digits + box.readUIntBE(2, digits);
}

/** The dictionary's text without its box, which may stand before or after the range. */
function dictionaryAt(file: Buffer, at: number, [, first, second]: Range): string {
  const from = Math.max(0, (first < at && second < at ? first : at) - MAX_DICTIONARY_BYTES);
  const head = file.toString('latin1', from, at);
  const start = head.lastIndexOf(' obj');
  const tail = file.toString(
    'latin1',
    at,
    Math.min(first > at ? first : at + MAX_DICTIONARY_BYTES, at + MAX_DICTIONARY_BYTES),
  );
  const rest = first > at ? file.toString('latin1', second, second + MAX_DICTIONARY_BYTES) : '';
  return start < 0 ? upToEnd(tail) : head.slice(start).replace(BOX, '') + upToEnd(tail + rest);
}

const BOX = /<[\da-fA-F\s]{600,}>/gu;

function upToEnd(text: string): string {
  const end = text.indexOf('endobj');
  return end < 0 ? text : text.slice(0, end);
}

function spoken(dictionary: string): Pick<Sealed, 'kind' | 'name' | 'signedAt'> {
  const date = stringValue(dictionary, 'M');
  return {
    kind: /\/SubFilter\s*\/([A-Za-z0-9.]{1,40})/u.exec(dictionary)?.[1] ?? null,
    name: stringValue(dictionary, 'Name'),
    signedAt: date === null ? null : instantOf(date),
  };
}

/** A literal or hexadecimal string: UTF-16 where it says so, else Latin letters. */
function stringValue(dictionary: string, key: string): string | null {
  const literal = new RegExp(`/${key}\\s*\\(((?:\\\\[\\s\\S]|[^\\\\()]){0,400})\\)`, 'u').exec(
    dictionary,
  );
  const hex = new RegExp(`/${key}\\s*<([\\da-fA-F\\s]{0,800})>`, 'u').exec(dictionary);
  const raw =
    literal !== null
      ? Buffer.from(unescaped(literal[1] as string), 'latin1')
      : hex !== null
        ? Buffer.from((hex[1] as string).replace(/\s/gu, ''), 'hex')
        : null;
  if (raw === null) return null;
  const wide = raw[0] === 0xfe && raw[1] === 0xff;
  const text = wide ? new TextDecoder('utf-16be').decode(raw) : raw.toString('latin1');
  return text.trim() === '' ? null : text.trim();
}

function unescaped(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|[\s\S])/gu, (_, sign: string) =>
    /^[0-7]/u.test(sign)
      ? String.fromCharCode(Number.parseInt(sign, 8) & 0xff)
      : (ESCAPES[sign] ?? sign),
  );
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** "D:20260415093000+07'00'" (ISO 32000-1 §7.9.4) as an ISO instant. */
function instantOf(date: string): string | null {
  const match =
    /^D:(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?(\d{2})?(?:(Z)|([+-])(\d{2})'?(\d{2})?)?/u.exec(date);
  if (match === null) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', , sign, hours, minutes] =
    match;
  const zone = sign === undefined ? 'Z' : `${sign}${hours}:${minutes ?? '00'}`;
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
