// Lets a Linux sound card be heard through aplay (alsa-utils), one process per use.
// It must never know what sounds; it is opened before T and starts when its buffer is filled at T.
import { type ChildProcess, spawn } from 'node:child_process';
import { messageOf } from '../errors.ts';
import { AHEAD_MS } from '../limits.ts';
import { SAMPLE_RATE } from '../pcm.ts';
import type { Outlet, Sink } from './port.ts';

/** aplay sounds when its buffer is full: what is handed at T fills it at once. */
const BUFFER_US = AHEAD_MS * 1_000;
const PERIOD_US = 20_000;
/** A pipe this full means that aplay hangs. */
const PENDING_MAX_BYTES = 2 * 1024 * 1024;
/** What is in its buffer sounds in a fifth of a second; an aplay that stays longer hangs on its card. */
const CLOSE_LIMIT_MS = 3_000;
/** aplay opens its card before it reads a sample, and says at once when it cannot. */
const SETTLE_MS = 400;
const FORMAT = ['-q', '-t', 'raw', '-f', 'S16_LE', '-r', String(SAMPLE_RATE), '-c', '1'];

/** @param program stands for aplay in tests */
export function makeAlsaSink(program = 'aplay'): Sink {
  const outlets = new Set<Outlet>();
  return {
    settleMs: SETTLE_MS,
    open() {
      const args = [...FORMAT, `--buffer-time=${BUFFER_US}`, `--period-time=${PERIOD_US}`, '-'];
      const outlet = makeOutlet(spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'] }));
      outlets.add(outlet);
      return outlet;
    },
    async close() {
      await Promise.all([...outlets].map((outlet) => outlet.close()));
    },
  };
}

function makeOutlet(child: ChildProcess): Outlet {
  let failure: string | null = null;
  let closing = false;
  let said = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    said = `${said}${bytes.toString('utf8')}`.slice(-200);
  });
  child.on('error', (error) => {
    failure ??= messageOf(error);
  });
  child.stdin?.on('error', (error) => {
    failure ??= messageOf(error);
  });
  const gone = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('close', (code) => {
      if (!closing) failure ??= `aplay ended (${code}) ${said.trim()}`;
      resolve();
    });
  });
  return {
    path: null,
    begin: () => {},
    write(samples) {
      const { buffer, byteOffset, byteLength } = samples;
      if ((child.stdin?.writableLength ?? 0) > PENDING_MAX_BYTES) failure ??= 'aplay hangs';
      if (!failure) child.stdin?.write(new Uint8Array(buffer, byteOffset, byteLength));
    },
    failure: () => failure,
    close() {
      closing = true;
      child.stdin?.end();
      return goneOrKilled(child, gone);
    },
  };
}

/** A card that hangs must not keep the speaker from its next airing, nor from stopping. */
async function goneOrKilled(child: ChildProcess, gone: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      child.kill('SIGKILL');
      // Neither a process that the kernel holds nor what it started is waited for.
      child.stdin?.destroy();
      child.stderr?.destroy();
      child.unref();
      resolve();
    }, CLOSE_LIMIT_MS);
  });
  await Promise.race([gone, late]);
  clearTimeout(timer);
}
