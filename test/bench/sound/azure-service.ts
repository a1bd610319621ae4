// The speech service of the bench, in a process of its own: so far away, and wrong so often, as it is told.
// It must never know who asks it.
import { createInterface } from 'node:readline';
import { type Behaviour, startSpeechServer } from '../../voices/azure/server.ts';

const [latencyMs = '0', failing = '0', seed = '1'] = process.argv.slice(2);
const share = Number(failing);

/** Every way an answer went wrong in what people tell of the service. */
const FAILURES: readonly Behaviour[] = [
  { kind: 'drop', at: 'middle' },
  { kind: 'drop', at: 'start' },
  { kind: 'close', code: 1000, reason: '', at: 'middle' },
  { kind: 'close', code: 1011, reason: 'internal error', at: 'start' },
  { kind: 'close', code: 4429, reason: 'The request is throttled', at: 'start' },
  { kind: 'short', tellsLength: true },
  { kind: 'short', tellsLength: false },
];
const REFUSED = [{ status: 429 }, { status: 503 }] as const;

/** mulberry32: the same seed goes wrong alike */
let state = Number(seed);
function chance(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

let failed = 0;
function wrong<T>(ways: readonly T[]): T | null {
  if (chance() >= share) return null;
  failed += 1;
  return ways[Math.floor(chance() * ways.length)] ?? null;
}

const server = await startSpeechServer({
  latencyMs: Number(latencyMs),
  upgrade: () => wrong(REFUSED),
  behave: () => wrong(FAILURES) ?? { kind: 'whole' },
});
const say = (event: string, more: object) => console.log(JSON.stringify({ event, ...more }));
createInterface({ input: process.stdin }).on('line', () =>
  say('counts', {
    letters: server.letters.length,
    connections: server.upgrades.length,
    busiest: server.busiest(),
    failed,
  }),
);
say('ready', { endpoint: server.endpoint });
