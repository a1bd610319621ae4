// Many loudspeakers in one process, each with its own connection, sharing one decoder and one wheel.
// It must never know more of a loudspeaker than its door: it starts, watches and stops them.
import { join } from 'node:path';
import { type Agent, makeAgent } from '../agent/agent.ts';
import { makeDecoding } from '../agent/decode.ts';
import { SpeakerError } from '../agent/errors.ts';
import { makeLog } from '../agent/log.ts';
import { makeNullSink } from '../agent/sinks/null.ts';
import { makeWavSink } from '../agent/sinks/wav.ts';
import { makeWheel } from '../agent/wheel.ts';
import type { Enrolment } from '../protocol/index.ts';
import { measureDecoding } from './calibration.ts';
import { type FleetOptions, parseFleetOptions } from './fleet-options.ts';

/** How often it is looked whether all are ready. */
const LOOK_EVERY_MS = 100;

export type Fleet = {
  start(): void;
  stop(): Promise<void>;
  agents: readonly Agent[];
};

/** @param say takes one JSON line for each receipt that starts, finishes or refuses an airing */
export function makeFleet(options: FleetOptions, say: (line: object) => void): Fleet {
  // A hundred logs in one would hide what matters: warnings, unless more is asked for.
  const log = makeLog(process.env.VANGXA_LOG_LEVEL ?? 'warn');
  const wheel = makeWheel();
  const decoding = makeDecoding({
    folder: join(options.state, 'pcm'),
    log,
    speed: options.speed,
  });
  const wavOf = (speakerId: string) => join(options.out, `${speakerId}.wav`);
  const agents = options.enrolments.map((enrolment: Enrolment) => {
    const { speakerId } = enrolment;
    const sink = options.sink === 'wav' ? makeWavSink(wavOf(speakerId)) : makeNullSink();
    return makeAgent({
      enrolment,
      brokerUrl: options.broker ?? enrolment.brokerUrl,
      stateFolder: join(options.state, speakerId),
      sink,
      speed: options.speed,
      wheel,
      decoding,
      log: log.child({ speakerId }),
      said(receipt) {
        if (receipt.event !== 'stored') say(receipt);
      },
    });
  });
  return {
    agents,
    start() {
      for (const agent of agents) agent.start();
    },
    async stop() {
      await Promise.all(agents.map((agent) => agent.stop()));
      await decoding.stop();
      wheel.stop();
    },
  };
}

async function main(words: readonly string[]): Promise<void> {
  const options = parseFleetOptions(words);
  const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
  const decodeRealtime = await measureDecoding(join(options.state, 'calibration'));
  const fleet = makeFleet(options, say);
  const looking = setInterval(() => {
    if (!fleet.agents.every((agent) => agent.ready())) return;
    clearInterval(looking);
    say({ event: 'ready', speakers: fleet.agents.length, decodeRealtime });
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
