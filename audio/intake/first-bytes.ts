// Files' first bytes, as a table: what we open and what we refuse by its name.
// It must never know more of a file than some hundred bytes.
import type { IntakeCode } from './errors.ts';

type Signature = {
  is(bytes: Uint8Array): boolean;
  kind?: 'pdf' | 'picture' | 'zip';
  refused?: IntakeCode;
};

/** Latin-1 letters at a place; enough to write every signature below as it is printed in manuals. */
const has =
  (letters: string, at = 0) =>
  (bytes: Uint8Array): boolean =>
    bytes.length >= at + letters.length &&
    [...letters].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

const refuse = (refused: IntakeCode, ...is: Signature['is'][]): Signature[] =>
  is.map((one) => ({ is: one, refused }));

const both =
  (one: Signature['is'], other: Signature['is']) =>
  (bytes: Uint8Array): boolean =>
    one(bytes) && other(bytes);

export const SIGNATURES: readonly Signature[] = [
  { is: has('%PDF-'), kind: 'pdf' },
  { is: has('PK\x03\x04'), kind: 'zip' },
  { is: has('PK\x05\x06'), kind: 'zip' },
  { is: has('\x89PNG\r\n\x1a\n'), kind: 'picture' },
  { is: has('\xff\xd8\xff'), kind: 'picture' },
  { is: has('II*\0'), kind: 'picture' },
  { is: has('MM\0*'), kind: 'picture' },
  ...refuse(
    'picture',
    has('GIF8'),
    both(has('RIFF'), has('WEBP', 8)),
    both(has('BM'), has('\0\0\0\0', 6)),
    has('ftyphei', 4),
    has('ftypavif', 4),
    has('ftypmif1', 4),
  ),
  ...refuse('rtf', has('{\\rtf')),
  ...refuse(
    'sound',
    has('ID3'),
    has('OggS'),
    has('fLaC'),
    has('#!AMR'),
    has('ftypM4A', 4),
    both(has('RIFF'), has('WAVE', 8)),
    has('\xff\xfb'),
    has('\xff\xf3'),
  ),
  ...refuse('film', has('ftyp', 4), both(has('RIFF'), has('AVI ', 8)), has('\x1a\x45\xdf\xa3')),
  ...refuse(
    'archive',
    has('\x1f\x8b'),
    has('7z\xbc\xaf\x27\x1c'),
    has('Rar!\x1a\x07'),
    has('BZh'),
    has('\xfd7zXZ\0'),
    has('\x28\xb5\x2f\xfd'),
    has('ustar', 257),
    has('MSCF'),
  ),
  ...refuse(
    'executable',
    both(has('MZ'), (bytes) => bytes.subarray(2, 64).includes(0)),
    has('\x7fELF'),
    has('\xca\xfe\xba\xbe'),
    has('\xcf\xfa\xed\xfe'),
    has('\0asm'),
  ),
];
