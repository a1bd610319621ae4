// `npm run bench`: the figures of each group, beside their peers, as a table or as JSON.
// It must never know how a group measures.
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { calendar } from './calendar.ts';
import { desks } from './desks.ts';
import { onsets } from './onsets.ts';
import { reading } from './reading.ts';
import type { Result } from './result.ts';
import { sound } from './sound.ts';
import { wire } from './wire.ts';

type Group = { measure(): Promise<Result[]>; leavesOut: string };

const GROUPS: Readonly<Record<string, Group>> = {
  reading: {
    measure: reading,
    leavesOut:
      "reading: peers (their figures are the design's), opening files (.docx, PDF, OCR), first reading of a cold process",
  },
  sound: {
    measure: sound,
    leavesOut:
      'sound: how it sounds to a person; neural voices (no model, no key here); Azure’s own servers (ours stands in for them); three hours unless VANGXA_LONG=1; almost everything if VANGXA_SHORT=1',
  },
  wire: {
    measure: wire,
    leavesOut:
      'wire: real links (all is loopback), TLS, the cost of joining, live streams, the service beside its broker',
  },
  desks: {
    measure: desks,
    leavesOut:
      'desks: real phones and real 3G (Chromium throttled on this machine), a proxy with TLS in front, a province of offices at once',
  },
  calendar: {
    measure: calendar,
    leavesOut:
      'calendar: real links and listening speakers (group wire); faults between packages; all 200 seeds unless VANGXA_SEEDS=200; the kills (VANGXA_KILLS=1000 vitest run test/whole/kill-calendar.test.ts)',
  },
  onsets: {
    measure: onsets,
    leavesOut: 'onsets: sound cards and air; clocks of different machines',
  },
};

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, json: { type: 'boolean' } },
});
const names = values.only ?? Object.keys(GROUPS);
const unknown = names.filter((name) => !GROUPS[name]);
if (unknown.length > 0) {
  console.error(`Không có nhóm ${unknown}. No such group; there are: ${Object.keys(GROUPS)}`);
  process.exit(2);
}

const results: Result[] = [];
for (const name of names) {
  console.error(`${name}…`);
  results.push(...((await GROUPS[name]?.measure()) ?? []));
}
if (values.json) console.log(JSON.stringify({ results }));
else show(results);
process.exit(0); // voices and decoders keep their workers; nothing is left to wait for

function show(rows: readonly Result[]): void {
  const table = new Table({
    head: ['figure', 'value', 'unit', 'aim', 'met', 'beside it'],
    style: { head: [], border: [] },
  });
  const met = (result: Result): string =>
    result.met === null ? 'not compared' : result.met ? 'yes' : 'NO';
  for (const row of rows) table.push([row.name, row.value, row.unit, row.aim, met(row), row.peer]);
  console.log(table.toString());
  for (const { name, note } of rows) if (note) console.log(`${name}: ${note}`);
  console.log('Left out:');
  for (const name of names) console.log(`  ${GROUPS[name]?.leavesOut}`);
}
