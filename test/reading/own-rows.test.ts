// Our own fragments, clause by clause of the conventions, with what an announcer says.
// It must never hold a sentence of a real document: every row is made up.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SPEAKABLE } from '../../audio/reading/index.ts';
import { fold, line, unescaped } from './shared.ts';

const FOLDER = new URL('./own-rows/', import.meta.url);

type OwnRow = { input: string; expected: string; clause: string };

function rowsOf(file: string): OwnRow[] {
  const [, ...lines] = readFileSync(new URL(file, FOLDER), 'utf8').trimEnd().split('\n');
  return lines.map((row) => {
    const [input, expected, clause] = row.split('\t') as [string, string, string];
    return { input: unescaped(input), expected, clause };
  });
}

function missed({ input, expected }: OwnRow): boolean {
  const spoken = line(input);
  if (expected === '<skip>') return spoken !== '';
  return !SPEAKABLE.test(spoken) || fold(spoken) !== fold(expected);
}

const FILES = readdirSync(FOLDER).sort();

test.each(FILES)('every row of %s is read as an announcer reads it', (file) => {
  const wrong = rowsOf(file).filter(missed);
  expect(wrong.map(({ input, clause }) => `${clause}: ${input} → ${line(input)}`)).toEqual([]);
});

test('there are hundreds of rows, each with its clause, none twice', () => {
  const rows = FILES.flatMap(rowsOf);
  expect(rows.length).toBeGreaterThan(400);
  expect(rows.filter((row) => !/^\d/u.test(row.clause))).toEqual([]);
  const inputs = rows.map((row) => row.input);
  expect(inputs.filter((input, at) => inputs.indexOf(input) !== at)).toEqual([]);
});

const SEED = 20261122;

test(`rows cut anywhere and joined anyhow are still only words (seed ${SEED})`, () => {
  const inputs = FILES.flatMap(rowsOf).map((row) => row.input);
  const piece = fc
    .tuple(fc.constantFrom(...inputs), fc.nat({ max: 40 }), fc.nat({ max: 40 }))
    .map(([input, from, length]) => input.slice(from, from + length));
  const text = fc
    .tuple(fc.array(piece, { maxLength: 8 }), fc.constantFrom('', ' ', '\n', '\t', ' - ', '/'))
    .map(([parts, gap]) => parts.join(gap));
  fc.assert(
    fc.property(text, (source) => SPEAKABLE.test(line(source))),
    { seed: SEED, numRuns: 2_000 },
  );
});
