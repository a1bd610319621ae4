// How the tests run: every room's tests, coverage gates for the pure rooms, three workers at most.
// It must never know any single test.
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './test/order.ts';
import { SecondTime } from './test/second-time.ts';

/** Nothing in them outlives its test: they share what was imported, which else costs more than they do. */
const ROOMS = [
  ...['db', 'domain', 'http', 'reading', 'services', 'source'],
  ...['devices/agent/brain', 'devices/protocol', 'devices/rules'],
];
/** Killed at random moments: what fails once in a hundred times is what they look for. */
const KILLED = [
  ...['test/whole/kill*.test.ts', 'test/main/kill-*.test.ts', 'test/main/*-cut.test.ts'],
  ...['test/audio/resume.test.ts', 'test/demo/interrupted.test.ts'],
];
const SHARED = ROOMS.map((room) => `test/${room}/**/*.test.ts`);
const EVERY = 'test/**/*.test.ts';
/** A broker, a browser and ffmpeg on two shared cores: once more, and named (test/second-time.ts). */
const retry = process.env.CI === 'true' ? 1 : 0;

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'live', include: [EVERY], exclude: [...SHARED, ...KILLED], retry },
      },
      { extends: true, test: { name: 'killed', include: KILLED } },
      { extends: true, test: { name: 'rooms', include: SHARED, isolate: false } },
    ],
    // a third of the time the live tests wait for loudspeakers: two cores carry three of them
    maxWorkers: 3,
    sequence: { sequencer: SlowestFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // a second is not long on a machine that runs a broker, a browser and ffmpeg beside the test
    expect: { poll: { timeout: 10_000 } },
    reporters: ['default', new SecondTime()],
    coverage: {
      provider: 'v8',
      include: ['src/domain', 'devices/protocol', 'devices/rules', 'audio/reading'].map(
        (room) => `${room}/**/*.ts`,
      ),
      // the rules' tests live in a folder that ends alike
      exclude: ['test/**'],
      reporter: ['text-summary'],
      thresholds: { lines: 100, functions: 100, statements: 100, branches: 100 },
    },
  },
});
