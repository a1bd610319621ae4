// A loudspeaker as a process of its own, as a technician starts it, to be killed (−9) by tests.
// It must never know what a test wants of it.
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programOf } from '../../program.ts';
import type { TestService } from './service.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export function makeChild(service: TestService, speakerId: string, folder: string) {
  const enrolment = join(folder, `${speakerId}.json`);
  writeFileSync(enrolment, JSON.stringify(service.enrolment(speakerId)));
  let child: ChildProcess | null = null;
  return {
    wav: (n: number) => join(folder, n === 1 ? 'out.wav' : `out-${n}.wav`),
    start() {
      const words = ['--id', speakerId, '--enrolment', enrolment, '--state', join(folder, 'state')];
      const sink = ['--sink', `wav:${join(folder, 'out.wav')}`];
      child = spawn(process.execPath, [...programOf('devices/agent/main'), ...words, ...sink], {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, VANGXA_LOG_LEVEL: process.env.VANGXA_LOG_LEVEL ?? 'error' },
      });
    },
    async kill() {
      const dying = child;
      child = null;
      if (!dying || dying.exitCode !== null) return;
      const gone = new Promise((resolve) => dying.once('exit', resolve));
      dying.kill('SIGKILL');
      await gone;
    },
  };
}
