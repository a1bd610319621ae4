// The tables of the design, read in place: what an announcer says against what we say.
// It must never know how a row is read.
import { expect, test } from 'vitest';
import { SPEAKABLE } from '../../audio/reading/index.ts';
import { fold, hasShared, line, type Row, tableRows, unescaped } from './shared.ts';

function wrong(rows: readonly Row[]): string[] {
  return rows
    .filter((row) => row.kind !== 'convention')
    .filter((row) => {
      const spoken = line(unescaped(row.input));
      if (!SPEAKABLE.test(spoken)) return true;
      return row.expected === '<skip>' ? spoken !== '' : fold(spoken) !== fold(row.expected);
    })
    .map((row) => `${row.id} ${row.input} → ${line(unescaped(row.input))}`);
}

const NEMO = 'cardinal date decimal fraction measure money ordinal range roman time';
const TABLES: [string, number][] = [
  ['legal_gold.tsv', 1],
  ['legal_synth.tsv', 1],
  ['numbers_oracle.tsv', 1],
  ...NEMO.split(' ').map((name): [string, number] => [`nemo/nemo_${name}.tsv`, 1]),
];

test.skipIf(!hasShared).each(TABLES)('%s is read as an announcer reads it', (path, share) => {
  const rows = tableRows(path);
  const missed = wrong(rows);
  expect(missed).toEqual([]);
  expect(1 - missed.length / rows.length).toBeGreaterThanOrEqual(share);
});
