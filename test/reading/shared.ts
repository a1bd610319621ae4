// Where the design's tables and corpus lie, and how the scorer compares words.
// It must never know a rule of reading.
import { existsSync, readFileSync } from 'node:fs';
import { theLexicon } from '../../audio/lexicon.ts';
import {
  type ReadingOrder,
  type ReadingProfile,
  readLegalText,
  readLines,
  type Script,
} from '../../audio/reading/index.ts';

/** As the service reads: with the lexicon of config/lexicon. */
export function read(text: string, profile: Partial<ReadingProfile> = {}): Script {
  return ordered(text, { profile });
}

export function ordered(text: string, order: Omit<ReadingOrder, 'lexicon'>): Script {
  return readLegalText(text, { lexicon: theLexicon(), ...order });
}

/** One fragment in the full form. */
export function line(fragment: string): string {
  return readLines(fragment, theLexicon());
}

const SHARED = new URL('../../../shared/', import.meta.url);
export const hasShared = existsSync(new URL('reading/legal_gold.tsv', SHARED));

export const CORPUS = [
  'son-la-ke-hoach-2026',
  'ha-tinh-ke-hoach-2025',
  'son-la-cong-bao-30-31',
  'binh-phuoc-ke-hoach-2025',
] as const;

export function corpusText(name: string): string {
  return readFileSync(new URL(`corpus/${name}.txt`, SHARED), 'utf8');
}

export type Row = { id: string; kind: string; input: string; expected: string };

/** Rows of a table; the untitled ones are input, expected, kind. */
export function tableRows(path: string): Row[] {
  const lines = readFileSync(new URL(`reading/${path}`, SHARED), 'utf8')
    .split('\n')
    .filter((line) => line.length > 0);
  const titled = (lines[0] as string).startsWith('id\t');
  return (titled ? lines.slice(1) : lines).map((line) => {
    const cells = line.split('\t') as [string, string, string, string];
    return titled
      ? { id: cells[0], kind: cells[1], input: cells[2], expected: cells[3] }
      : { id: '', kind: cells[2] ?? '', input: cells[0], expected: cells[1] };
  });
}

/** A fragment as it stands in a table: \n and \t written as two characters. */
export function unescaped(input: string): string {
  return input.replaceAll('\\n', '\n').replaceAll('\\t', '\t');
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Equal words, whatever their pauses, tone placement and regional pair. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/mươi bốn(?!\p{L})/gu, 'mươi tư')
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((syllable) => {
      const nfd = syllable.normalize('NFD');
      const bare = nfd.replace(TONE, '').normalize('NFC');
      return bare.replace(/^(h|k|l|m|s|t|qu)y$/u, '$1i') + (nfd.match(TONE) ?? []).join('');
    })
    .join(' ');
}
