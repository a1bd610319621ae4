// Many loudspeakers in one process, each with its own connection, sharing one decoder and one wheel.
// It must never know more of a loudspeaker than its door: it starts, watches and stops them.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Decoding, makeDecoding } from '../agent/decode.ts';
import { SpeakerError } from '../agent/errors.ts';
import { lockFolder } from '../agent/lock.ts';
import { makeLog, type RootLog } from '../agent/log.ts';
import { makeNullSink } from '../agent/sinks/null.ts';
import { makeWavSink } from '../agent/sinks/wav.ts';
import { makeUnit, type UnitParts } from '../agent/unit.ts';
import { makeWheel, type Wheel } from '../agent/wheel.ts';
import type { Enrolment, Power } from '../protocol/index.ts';
import { type Berth, makeBerth } from './berth.ts';
import { measureDecoding } from './calibration.ts';
import { type FleetOptions, parseFleetOptions } from './fleet-options.ts';
import { troublesOf } from './trouble.ts';

/** How often it is looked whether all are ready. */
const LOOK_EVERY_MS = 100;
/** How often it is looked who is down and who is back. */
const TROUBLE_EVERY_MS = 500;

export type Fleet = {
  start(): void;
  stop(): Promise<void>;
  /** those that are not down have all they need */
  ready(): boolean;
  size: number;
};

/**
 * @param say takes one JSON line for each receipt that starts, finishes or refuses an airing
 * @throws SpeakerError when one of them cannot be made: then none is left behind
 */
export function makeFleet(options: FleetOptions, say: (line: object) => void): Fleet {
  // A hundred logs in one would hide what matters: warnings, unless more is asked for.
  const log = makeLog(process.env.VANGXA_LOG_LEVEL ?? 'warn');
  const wheel = makeWheel();
  const folder = join(options.state, 'pcm');
  const decoding = makeDecoding({ folder, log, speed: options.speed });
  const everyone = [...options.enrolments, ...options.spares];
  const speakerIds = options.enrolments.map(({ speakerId }) => speakerId);
  const troubles = troublesOf({ speakerIds, seed: options.seed }, options.troubles);
  const shared: Shared = { options, wheel, decoding, log, say };
  const spares = new Set(options.spares.map(({ speakerId }) => speakerId));
  try {
    const berths = everyone.map((carried) =>
      makeBerth({
        trouble: troubles.get(carried.speakerId),
        isSpare: spares.has(carried.speakerId),
        make: (power) => makeUnit(partsOf(shared, { carried, power })),
      }),
    );
    return fleetOf(shared, berths);
  } catch (error) {
    // Left running they would keep the process alive after it has said why it ends.
    void decoding.stop();
    wheel.stop();
    throw error;
  }
}

type Shared = {
  options: FleetOptions;
  wheel: Wheel;
  decoding: Decoding;
  log: RootLog;
  say(line: object): void;
};

function partsOf(
  { options, wheel, decoding, log, say }: Shared,
  of: { carried: Enrolment; power: () => Power },
): UnitParts {
  const wavOf = (speakerId: string) => join(options.out, `${speakerId}.wav`);
  return {
    ...of,
    ...{ wheel, decoding, broker: options.broker, speed: options.speed },
    stateFolder: join(options.state, of.carried.speakerId),
    sink: (speakerId) => (options.sink === 'wav' ? makeWavSink(wavOf(speakerId)) : makeNullSink()),
    log: (speakerId) => log.child({ speakerId }),
    said(receipt) {
      if (receipt.event !== 'stored') say(receipt);
    },
  };
}

function fleetOf({ decoding, wheel }: Shared, berths: readonly Berth[]): Fleet {
  let looking: NodeJS.Timeout | undefined;
  return {
    size: berths.length,
    ready: () => berths.every((berth) => berth.ready()),
    start() {
      for (const berth of berths) berth.start();
      looking = setInterval(() => {
        for (const berth of berths) berth.look();
      }, TROUBLE_EVERY_MS);
    },
    async stop() {
      clearInterval(looking);
      await Promise.all(berths.map((berth) => berth.stop()));
      await decoding.stop();
      wheel.stop();
    },
  };
}

async function main(words: readonly string[]): Promise<void> {
  const options = parseFleetOptions(words);
  const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
  mkdirSync(options.state, { recursive: true });
  await lockFolder(options.state);
  const decodeRealtime = await measureDecoding(join(options.state, 'calibration'));
  const fleet = makeFleet(options, say);
  const looking = setInterval(() => {
    if (!fleet.ready()) return;
    clearInterval(looking);
    say({ event: 'ready', speakers: fleet.size, decodeRealtime });
  }, LOOK_EVERY_MS);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    clearInterval(looking);
    await fleet.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  fleet.start();
}

if (process.argv[1] && /fleet\.(ts|js)$/.test(process.argv[1]))
  main(process.argv.slice(2)).catch((error) => {
    if (!(error instanceof SpeakerError)) throw error;
    process.stderr.write(`${error.say.vi}\n${error.say.en}\n`);
    process.exitCode = 2;
  });
