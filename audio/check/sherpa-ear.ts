// An ear of sherpa-onnx: a folder with one model of speech recognition, listened to in a process of its own.
// It must never know clips or sentences; without a folder nobody makes one.
import { type ChildProcess, fork } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SoundError } from '../errors.ts';
import { createTurns } from '../voices/turns.ts';
import type { Ear } from './ear.ts';
import type { EarFiles, EarOrder, EarReply } from './sherpa-ear-child.ts';

export type EarOptions = { folder: string; limitMs?: number; start?: () => ChildProcess };

const SAMPLE_RATE_HZ = 16_000;
/** Thirty seconds of speech take three; a model of 300 MB loads in half of this from a slow disk. */
const LIMIT_MS = 60_000;
const THREADS = 1;
const HEAP_MB = 128;
/** Bulletins are checked one after the other. */
const MAX_WAITING = 16;

/** Nothing is started before it is asked to hear. */
export function createSherpaEar({ folder, limitMs = LIMIT_MS, start }: EarOptions): Ear {
  const turns = createTurns({ places: 1, maxWaiting: MAX_WAITING, crowded: 'voice-slow' });
  let child: ChildProcess | null = null;
  let lastId = 0;
  const end = () => {
    child?.kill('SIGKILL');
    child = null;
  };
  const askNext = async (of: Unnumbered<EarOrder>, signal: AbortSignal): Promise<string> => {
    lastId += 1;
    const order = { ...of, id: lastId } as EarOrder;
    try {
      return await ask({ child: child as ChildProcess, order, signal, limitMs });
    } catch (failure) {
      end(); // what did not answer may be in any state
      throw failure;
    }
  };
  return {
    id: `sherpa:${folder.split(/[/\\]/u).at(-1)}`,
    sampleRateHz: SAMPLE_RATE_HZ,
    async hear(samples, signal) {
      const leave = await turns.take(signal);
      try {
        if (child === null) {
          const load = await earFiles(folder);
          child = (start ?? startChild)();
          await askNext({ load, threads: THREADS }, signal);
        }
        return await askNext({ samples, sampleRateHz: SAMPLE_RATE_HZ }, signal);
      } finally {
        leave();
      }
    },
    close: async () => end(),
  };
}
type Unnumbered<Order> = Order extends unknown ? Omit<Order, 'id'> : never;

/** A transducer of three files (sherpa-onnx-zipformer-vi-…), or one file of CTC. @throws SoundError voice-missing */
export async function earFiles(folder: string): Promise<EarFiles> {
  const inside = await readdir(folder).catch((): string[] => []);
  const among = (part: string) => {
    const fitting = inside.filter((name) => name.startsWith(part) && name.endsWith('.onnx')).sort();
    // the smaller one first: a check need not be the best that there is
    const name = fitting.find((one) => one.includes('int8')) ?? fitting[0];
    return name === undefined ? null : join(folder, name);
  };
  const [encoder, decoder, joiner] = [among('encoder'), among('decoder'), among('joiner')];
  const tokens = join(folder, 'tokens.txt');
  if (inside.includes('tokens.txt') && encoder !== null && decoder !== null && joiner !== null)
    return { kind: 'transducer', encoder, decoder, joiner, tokens };
  const model = among('model');
  if (inside.includes('tokens.txt') && model !== null) return { kind: 'ctc', model, tokens };
  throw new SoundError('voice-missing', new Error(`no model that listens in ${folder}`));
}

type Asking = { child: ChildProcess; order: EarOrder; signal: AbortSignal; limitMs: number };

function ask({ child, order, signal, limitMs }: Asking): Promise<string> {
  return new Promise((resolve, reject) => {
    const settle = (tell: () => void) => {
      clearTimeout(limit);
      child.off('message', onReply);
      child.off('close', onGone);
      child.off('error', onGone);
      signal.removeEventListener('abort', onAbort);
      tell();
    };
    const fail = (error: SoundError) => settle(() => reject(error));
    const onAbort = () => fail(new SoundError('stopped', signal.reason));
    const onGone = () => fail(new SoundError('voice-failed', new Error('the ear ended')));
    const onReply = (reply: EarReply) => {
      if (reply.id !== order.id) return;
      if ('words' in reply) settle(() => resolve(reply.words));
      else fail(new SoundError('voice-missing', new Error(reply.refused)));
    };
    const limit = setTimeout(() => fail(new SoundError('voice-slow')), limitMs);
    child.on('message', onReply);
    child.once('close', onGone);
    child.once('error', onGone);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    else child.send(order, () => {}); // gone meanwhile is told by its end
  });
}

function startChild(): ChildProcess {
  const compiled = !import.meta.url.endsWith('.ts');
  const script = new URL(`./sherpa-ear-child.${compiled ? 'js' : 'ts'}`, import.meta.url);
  const fromSource = compiled ? [] : ['--import', import.meta.resolve('tsx')];
  return fork(script, {
    execArgv: [`--max-old-space-size=${HEAP_MB}`, ...fromSource],
    env: { PATH: process.env.PATH, LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
