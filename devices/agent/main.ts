// `npm run speaker`: one loudspeaker on any Linux machine, until it is told to stop.
// It must never know how a loudspeaker works: it reads options, starts one, stops it.
import { join } from 'node:path';
import { makeAgent } from './agent.ts';
import { makeDecoding } from './decode.ts';
import { readEnrolment } from './enrolment.ts';
import { SpeakerError } from './errors.ts';
import { makeLog } from './log.ts';
import { parseOptions, wrong } from './options.ts';
import { chooseSink } from './sinks/choose.ts';
import { makeWheel } from './wheel.ts';

function main(words: readonly string[]): void {
  const options = parseOptions(words);
  const enrolment = readEnrolment(options.enrolment);
  if (enrolment.speakerId !== options.id)
    throw wrong('--id', {
      vi: `tệp ghi danh là của cụm loa ${enrolment.speakerId}`,
      en: `the enrolment file is of the speaker ${enrolment.speakerId}`,
    });
  const log = makeLog(process.env.VANGXA_LOG_LEVEL).child({ speakerId: options.id });
  const wheel = makeWheel();
  const decoding = makeDecoding(join(options.state, 'pcm'), log);
  const agent = makeAgent({
    enrolment,
    brokerUrl: options.broker ?? enrolment.brokerUrl,
    stateFolder: options.state,
    sink: chooseSink(options.sink),
    speed: options.speed,
    wheel,
    decoding,
    log,
    said: () => {},
  });
  agent.start();
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await agent.stop();
    await decoding.stop();
    wheel.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SpeakerError)) throw error;
  process.stderr.write(`${error.say.vi}\n${error.say.en}\n`);
  process.exitCode = 2;
}
