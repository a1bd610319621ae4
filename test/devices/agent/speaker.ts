// One real agent in a folder of its own, for tests: started, watched, stopped or dropped as if killed.
// It must never know what a test wants of it.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAgent } from '../../../devices/agent/agent.ts';
import { makeDecoding } from '../../../devices/agent/decode.ts';
import { makeLog } from '../../../devices/agent/log.ts';
import { makeWavSink } from '../../../devices/agent/sinks/wav.ts';
import { makeWheel } from '../../../devices/agent/wheel.ts';
import type { Power } from '../../../devices/protocol/index.ts';
import type { TestService } from './service.ts';

export async function until(what: string, holds: () => boolean, limitMs = 10_000): Promise<void> {
  const startMs = performance.now();
  while (!holds()) {
    if (performance.now() - startMs > limitMs) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const newFolder = () => mkdtempSync(join(tmpdir(), 'vang-xa-speaker-'));

export function makeSpeaker(
  service: TestService,
  speakerId = 'loa-mot',
  { folder = newFolder(), power = (): Power | null => null } = {},
) {
  const wav = join(folder, 'out.wav');
  const log = makeLog(process.env.VANGXA_LOG_LEVEL ?? 'silent');
  const wheel = makeWheel();
  const decoding = makeDecoding({ folder: join(folder, 'pcm'), log, speed: service.speed });
  const agent = makeAgent({
    enrolment: service.enrolment(speakerId),
    brokerUrl: service.url(),
    stateFolder: join(folder, 'state'),
    sink: makeWavSink(wav),
    speed: service.speed,
    wheel,
    decoding,
    log,
    said: () => {},
    power,
  });
  agent.start();
  return {
    agent,
    wav,
    folder,
    ready: () => until('a ready speaker', () => agent.ready()),
    async stop() {
      await agent.stop();
      await decoding.stop();
      wheel.stop();
    },
  };
}
