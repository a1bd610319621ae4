// `npm run speaker`: one loudspeaker on any Linux machine, until it is told to stop.
// It must never know how a loudspeaker works: it reads options, starts one, stops it.
import { join } from 'node:path';
import { makeDecoding } from './decode.ts';
import { readEnrolment } from './enrolment.ts';
import { SpeakerError } from './errors.ts';
import { lockFolder } from './lock.ts';
import { makeLog } from './log.ts';
import { parseOptions, resolvePaths, wrong } from './options.ts';
import { chooseSink } from './sinks/choose.ts';
import { probeSink } from './sinks/probe.ts';
import { makeStateFolder } from './store.ts';
import { makeUnit, type Unit } from './unit.ts';
import { makeWheel } from './wheel.ts';

async function main(words: readonly string[]): Promise<void> {
  const options = resolvePaths(parseOptions(words), process.env.INIT_CWD ?? process.cwd());
  const enrolment = readEnrolment(options.enrolment);
  if (enrolment.speakerId !== options.id)
    throw wrong('--id', {
      vi: `tệp ghi danh là của cụm loa ${enrolment.speakerId}`,
      en: `the enrolment file is of the speaker ${enrolment.speakerId}`,
    });
  probeSink(options.sink);
  makeStateFolder(options.state);
  await lockFolder(options.state);
  const root = makeLog(process.env.VANGXA_LOG_LEVEL);
  const log = root.child({ speakerId: options.id });
  const wheel = makeWheel();
  const decoding = makeDecoding({
    folder: join(options.state, 'pcm'),
    log,
    speed: options.speed,
  });
  const stopShared = async () => {
    await decoding.stop();
    wheel.stop();
  };
  const make = () =>
    makeUnit({
      carried: enrolment,
      broker: options.broker,
      stateFolder: options.state,
      sink: () => chooseSink(options.sink),
      speed: options.speed,
      wheel,
      decoding,
      log: (speakerId) => root.child({ speakerId }),
      said: () => {},
    });
  const unit = await orStopped(make, stopShared);
  unit.start();
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await unit.stop();
    await stopShared();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

/** A decoder and a wheel nobody uses would keep the process alive after it has said why it ends. */
async function orStopped(make: () => Unit, stop: () => Promise<void>): Promise<Unit> {
  try {
    return make();
  } catch (error) {
    await stop();
    throw error;
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SpeakerError)) throw error;
  process.stderr.write(`${error.say.vi}\n${error.say.en}\n`);
  process.exitCode = 2;
}
