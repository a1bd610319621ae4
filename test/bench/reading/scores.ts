// The scorer's tables through this project's own command, as anyone would run them.
// It must never know how words are compared: the scorer says.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../result.ts';
import { HOUSE, hasDesign, row } from './design.ts';

const TABLES = join(HOUSE, '../shared/reading');

/** What the scorer's last lines say: "legal_gold.tsv: 159/159", "neutral rows: 79/79". */
export function tally(printed: string): Map<string, { right: number; of: number }> {
  const found = new Map<string, { right: number; of: number }>();
  for (const match of printed.matchAll(/^(?:.*\/)?([^/\n]+?): (\d+)\/(\d+) = /gmu)) {
    found.set(match[1] as string, { right: Number(match[2]), of: Number(match[3]) });
  }
  return found;
}

/** Peers on the whole sets, as the design states them; they are not run here. */
const ROWS = [
  {
    name: 'legal_gold.tsv',
    least: 98,
    peer: 'sea-g2p 23.3 %, vietnormalizer 27.4 % (design, before the split)',
  },
  { name: 'neutral rows', least: 99, peer: 'sea-g2p 42.1 %, vietnormalizer 46.0 %' },
  { name: 'legal_synth.tsv', least: 97, peer: '' },
  { name: 'numbers_oracle.tsv', least: 100, peer: '' },
  { name: 'nemo, ok rows', least: 98, peer: 'sea-g2p 65.9 %, vietnormalizer 64.7 %' },
] as const;

export function scores(): Result[] {
  const counts = hasDesign ? tally(scored()) : new Map<string, { right: number; of: number }>();
  return ROWS.map(({ name, least, peer }) =>
    row({ name: `rows read as expected, ${name}`, unit: '%', aim: `≥ ${least}`, peer }, () => {
      const { right, of } = name.startsWith('nemo') ? nemo(counts) : (counts.get(name) ?? NONE);
      const share = of === 0 ? 0 : (100 * right) / of;
      return { value: Math.floor(share * 10) / 10, met: share >= least, note: `${right} of ${of}` };
    }),
  );
}

const NONE = { right: 0, of: 0 };

function nemo(counts: ReturnType<typeof tally>): { right: number; of: number } {
  const sums = { right: 0, of: 0 };
  for (const [name, { right, of }] of counts) {
    if (!name.startsWith('nemo_')) continue;
    sums.right += right;
    sums.of += of;
  }
  return sums;
}

function scored(): string {
  const nemoTables = readdirSync(join(TABLES, 'nemo')).filter((name) => name.endsWith('.tsv'));
  const tables = [
    ...['legal_gold.tsv', 'legal_synth.tsv', 'numbers_oracle.tsv'],
    ...nemoTables.map((name) => `nemo/${name}`),
  ];
  const args = [join(TABLES, 'score.mjs'), ...tables.map((name) => join(TABLES, name))];
  const run = spawnSync(process.execPath, args, { cwd: HOUSE, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`score.mjs: ${run.stdout}${run.stderr}`);
  return run.stdout;
}
