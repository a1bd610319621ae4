// Commands to one unit, a spare that is told its site, and the facts of its current.
import { expect, test } from 'vitest';
import type { CommandOrder, InstallOrder } from '../../../../devices/protocol/index.ts';
import { bodies } from '../../protocol/bodies.ts';
import { kinds, makeBench, manifest, PLAY_AT_MS, policy, said } from './brain.ts';

const M = 60_000;
const command = (more: Partial<CommandOrder> = {}): CommandOrder => ({
  ...(bodies.command as CommandOrder),
  orderId: 'find',
  ...more,
});
const beeps = { kind: 'beep', orderId: 'find' };

test('identify beeps, and tells that it was heard', () => {
  const bench = makeBench();
  expect(bench.order(command())).toContainEqual(beeps);
  expect(kinds(bench.order(command()))).toEqual([]); // the same again: once is enough
  const told = { orderId: 'find', command: 'identify' as const, ok: true, facts: {} };
  const actions = bench.feed({ kind: 'commanded', ...told });
  expect(said(actions)).toMatchObject([{ event: 'commanded', streamId: null, ...told }]);
  expect(bench.state().outbox.size).toBe(1);
  bench.order({ ...bodies.ack, receiptIds: [...bench.state().outbox.keys()] });
  expect(bench.state().outbox.size).toBe(0);
});

const hour = { utcOffsetMin: 420, windows: [] };
test.each<[string, string | null, (bench: ReturnType<typeof makeBench>) => void]>([
  ['while an airing sounds', 'busy', (bench) => bench.pass(30 * M + 1_000)],
  ['three seconds before one', 'busy', (bench) => bench.pass(30 * M - 3_000)],
  ['while it is hushed', 'hushed', hushIt],
  ['outside the hours', null, (bench) => bench.order(policy({ counter: 9, hours: hour }))],
  ['well before an airing', null, (bench) => bench.pass(30 * M - 5_000)],
])('%s identify is answered with: %s', (_name, reason, happens) => {
  const bench = makeBench();
  bench.order(manifest());
  happens(bench);
  const actions = bench.order(command());
  if (reason === null) expect(actions).toContainEqual(beeps);
  else {
    expect(actions).not.toContainEqual(beeps);
    expect(said(actions)).toMatchObject([{ event: 'commanded', ok: false, facts: { reason } }]);
  }
});

function hushIt(bench: ReturnType<typeof makeBench>) {
  const issuedAtMs = Number(bench.now.planMs);
  bench.order(policy({ counter: 9, issuedAtMs, hush: { untilMs: PLAY_AT_MS } }));
}

test('a spare, which has no policy, beeps for nobody; it tests itself all the same', () => {
  const bench = makeBench({ withPolicy: false });
  expect(said(bench.order(command()))).toMatchObject([
    { ok: false, facts: { reason: 'no-policy' } },
  ]);
  const test = command({ orderId: 'test', command: 'self-test' });
  expect(bench.order(test)).toContainEqual({ kind: 'self-test', orderId: 'test' });
});

test.each([{ unitId: 'U2' }, { speakerId: 'loa-khac' }])(
  'a command with %j is not ours',
  (more) => {
    const bench = makeBench();
    const actions = bench.order(command(more));
    expect(said(actions)).toMatchObject([{ event: 'refused', reason: 'misdirected' }]);
    expect(kinds(actions)).not.toContain('beep');
  },
);

test('a command that has expired is done by nobody', () => {
  const bench = makeBench();
  const actions = bench.order(command({ issuedAtMs: 1, expiresAtMs: 2 }));
  expect(said(actions)).toMatchObject([{ event: 'refused', reason: 'expired' }]);
});

const enrolment = { ...bodies.enrolment, speakerId: 'loa-na-co-9', username: 'loa-na-co-9' };
const install = (more: Partial<InstallOrder> = {}): InstallOrder => ({
  ...(bodies.install as InstallOrder),
  spareId: 'loa-na-co-1',
  enrolment,
  ...more,
});

test('a spare is installed by the order that names it, as often as it comes', () => {
  const bench = makeBench({ withPolicy: false });
  for (let n = 0; n < 2; n++)
    expect(bench.order(install())).toContainEqual({ kind: 'install', enrolment });
  expect(bench.state().seen.size).toBe(0);
});

test.each<[string, boolean, Partial<InstallOrder>, string]>([
  ['a unit that has a site', true, {}, 'misdirected'],
  ['another spare', false, { spareId: 'du-phong-8' }, 'misdirected'],
  ['an order that has expired', false, { issuedAtMs: 1, expiresAtMs: 2 }, 'expired'],
])('%s is moved by nobody', (_name, withPolicy, more, reason) => {
  const bench = makeBench({ withPolicy });
  const actions = bench.order(install(more));
  expect(said(actions)).toMatchObject([{ event: 'refused', reason }]);
  expect(kinds(actions)).not.toContain('install');
});

test('a plug pulled is said at once, a percent less with the next beat', () => {
  const bench = makeBench();
  const power = (source: 'mains' | 'battery', batteryPercent: number) =>
    kinds(bench.feed({ kind: 'power', power: { source, batteryPercent } }));
  expect(power('mains', 100)).toEqual(['send-status']);
  expect(power('mains', 99)).toEqual([]);
  expect(power('battery', 99)).toEqual(['send-status']);
  expect(bench.state().power).toEqual({ source: 'battery', batteryPercent: 99 });
  expect(kinds(bench.feed({ kind: 'power', power: null }))).toEqual(['send-status']);
});
