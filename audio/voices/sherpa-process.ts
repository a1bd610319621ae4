// The only file that starts a process for a neural voice: one at a time, bounded, killed on abort and when idle.
// It must never know words, pace or which folder a model came from.
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, setPriority } from 'node:os';
import { SoundError } from '../errors.ts';
import type { SherpaOrder, SherpaReply } from './sherpa-child.ts';
import type { SherpaFiles } from './sherpa-model.ts';

type Unnumbered<Order> = Order extends unknown ? Omit<Order, 'id'> : never;

export type SherpaProcess = {
  /** @throws SoundError voice-missing, voice-slow, stopped; the process is then gone */
  load(files: SherpaFiles, signal: AbortSignal | undefined): Promise<{ sampleRateHz: number }>;
  /** @throws SoundError voice-failed, voice-slow, stopped; but for a refused sentence the process is then gone */
  speak(sentence: Sentence): Promise<Int16Array>;
  readonly alive: boolean;
  stop(): Promise<void>;
};
export type Sentence = {
  words: string;
  speaker: number;
  speed: number;
  signal?: AbortSignal | undefined;
};

export type ProcessBounds = { limitMs?: number; residentMax?: number; start?: () => ChildProcess };

/** A model of 300 MB from a slow disk takes half of it; a piece of 300 letters a quarter on a small computer. */
const LIMIT_MS = 60_000;
/** A voice of 330 MB speaking its longest piece; vangxa.service counts on it. */
const RESIDENT_MAX = 1_200 * 1024 ** 2;
/** Memory grows while a piece is spoken, by less than 100 MB in this time. */
const WATCH_EVERY_MS = 250;
const HEAP_MB = 128;
const COMPLAINT_CHARS = 600;

export function startSherpa(bounds: ProcessBounds = {}): SherpaProcess {
  const running = watched((bounds.start ?? startChild)());
  let lastId = 0;
  const askNext = (order: Unnumbered<SherpaOrder>, signal: AbortSignal | undefined) => {
    lastId += 1;
    return ask({ running, order: { ...order, id: lastId }, signal, bounds });
  };
  return {
    async load(files, signal) {
      const threads = Math.min(2, availableParallelism());
      const reply = await askNext({ load: files, threads }, signal);
      if ('loaded' in reply) return reply.loaded;
      await running.stop();
      throw refusal(reply);
    },
    async speak({ signal, ...sentence }) {
      const reply = await askNext(sentence, signal);
      if ('samples' in reply) return reply.samples;
      throw refusal(reply);
    },
    get alive() {
      return running.alive;
    },
    stop: running.stop,
  };
}

type Running = {
  readonly child: ChildProcess;
  readonly alive: boolean;
  /** the end of what it last complained of */
  complaint(): string;
  /** what to do should it end; one question is open at a time */
  whenGone(act: () => void): void;
  stop(): Promise<void>;
};

function watched(child: ChildProcess): Running {
  calm(child);
  let complaint = '';
  let alive = true;
  let onGone = () => {};
  child.stderr?.on('data', (part: Buffer) => {
    complaint = (complaint + part.toString('utf8')).slice(-COMPLAINT_CHARS);
  });
  const gone = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  }).then(() => {
    alive = false;
    onGone();
  });
  return {
    child,
    get alive() {
      return alive;
    },
    complaint: () => complaint.trim(),
    whenGone(act) {
      onGone = act;
    },
    stop() {
      alive = false;
      child.kill('SIGKILL');
      return gone;
    },
  };
}

type Asking = {
  running: Running;
  order: SherpaOrder;
  signal: AbortSignal | undefined;
  bounds: ProcessBounds;
};

function ask({ running, order, signal, bounds }: Asking): Promise<SherpaReply> {
  const { limitMs = LIMIT_MS, residentMax = RESIDENT_MAX } = bounds;
  const { child } = running;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new SoundError('stopped', signal.reason));
    const settle = (tell: () => void) => {
      clearTimeout(limit);
      clearInterval(watch);
      child.off('message', onReply);
      signal?.removeEventListener('abort', onAbort);
      running.whenGone(() => {});
      tell();
    };
    const leave = (error: SoundError) =>
      settle(() => {
        void running.stop();
        reject(error);
      });
    const onAbort = () => leave(new SoundError('stopped', signal?.reason));
    const onReply = (reply: SherpaReply) => {
      if (reply.id === order.id) settle(() => resolve(reply));
    };
    const limit = setTimeout(() => leave(new SoundError('voice-slow')), limitMs);
    const watch = setInterval(() => {
      if (residentBytes(child.pid) > residentMax)
        leave(new SoundError('voice-failed', new Error('too much memory')));
    }, WATCH_EVERY_MS);
    const ending = 'load' in order ? 'voice-missing' : 'voice-failed';
    const onGone = () => leave(new SoundError(ending, new Error(`ended: ${running.complaint()}`)));
    child.on('message', onReply);
    signal?.addEventListener('abort', onAbort, { once: true });
    running.whenGone(onGone);
    if (running.alive)
      child.send(order, () => {}); // gone meanwhile is told above
    else onGone();
  });
}

function refusal(reply: SherpaReply): SoundError {
  return 'refused' in reply
    ? new SoundError(reply.refused, new Error(reply.why))
    : new SoundError('voice-failed', new Error('an answer to another question'));
}

function startChild(): ChildProcess {
  const compiled = !import.meta.url.endsWith('.ts');
  const script = new URL(`./sherpa-child.${compiled ? 'js' : 'ts'}`, import.meta.url);
  const fromSource = compiled ? [] : ['--import', import.meta.resolve('tsx')];
  return fork(script, {
    execArgv: [`--max-old-space-size=${HEAP_MB}`, ...fromSource],
    // Where the system looks for the engine's library, and nothing of the service's own settings.
    env: { PATH: process.env.PATH, ...linkerPaths() },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

function linkerPaths(): NodeJS.ProcessEnv {
  const names = ['LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'SystemRoot'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** What goes on air now comes first, in time and in memory. */
function calm({ pid }: ChildProcess): void {
  try {
    if (pid === undefined) return;
    setPriority(pid, 10);
    writeFileSync(`/proc/${pid}/oom_score_adj`, '800');
  } catch {
    // it ended already, or this is no Linux
  }
}

/** 0 where the process is gone or no Linux tells. */
function residentBytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
