// The one thread that decodes, seen from outside: an order in, what became of it out.
// It must never know which order matters more, nor try one again by itself.
import { Worker } from 'node:worker_threads';
import type { DecodeAnswer, DecodeOrder, Outcome } from './decode-worker.ts';
import type { Log } from './log.ts';

export type DecodeWorker = {
  wake(): Promise<void>;
  /** `died`: the thread ended before it answered, which says nothing about the chunk */
  decode(order: Omit<DecodeOrder, 'id'>): Promise<Outcome | 'died'>;
  stop(): Promise<void>;
};

/** One worker for the process: a second would only take a core from who starts sound. */
export function makeDecodeWorker(
  log: Pick<Log, 'error'>,
  start: () => Worker = startWorker,
): DecodeWorker {
  let worker: Worker | null = null;
  let next = 0;
  const waiting = new Map<number, (outcome: Outcome | 'died') => void>();
  const fail = () => {
    worker = null;
    const settles = [...waiting.values()];
    waiting.clear();
    for (const settle of settles) settle('died');
  };
  const begin = () => {
    const fresh = start();
    fresh.on('message', ({ id, outcome }: DecodeAnswer) => {
      waiting.get(id)?.(outcome);
      waiting.delete(id);
    });
    const end = (error: unknown) => {
      if (worker !== fresh) return;
      log.error({ err: error }, 'the decoder ended by itself');
      fail();
    };
    fresh.on('error', end);
    fresh.on('exit', end);
    return fresh;
  };
  const decode: DecodeWorker['decode'] = (order) => {
    worker ??= begin();
    const id = next++;
    worker.postMessage({ ...order, id } satisfies DecodeOrder);
    return new Promise((resolve) => waiting.set(id, resolve));
  };
  return {
    decode,
    async wake() {
      await decode(NOTHING);
    },
    async stop() {
      const stopped = worker;
      fail();
      await stopped?.terminate();
    },
  };
}

/** An order that cannot be met: its answer says that the worker is awake. */
const NOTHING: Omit<DecodeOrder, 'id'> = {
  path: '',
  totalSamples: 0,
  seq: 0,
  place: { path: '', at: 0, bytes: 0, packets: 0 },
  before: null,
  from: 0,
  frameSamples: 0,
};

function startWorker(): Worker {
  const compiled = !import.meta.url.endsWith('.ts');
  const file = new URL(`./decode-worker.${compiled ? 'js' : 'ts'}`, import.meta.url);
  // No options of ours are its own: a debugger's or a test's would stop it.
  return new Worker(compiled ? file : fromSource(file), { execArgv: [] });
}

/** In development: Node 20 does not hand tsx on to worker threads, so the thread registers it by itself. */
function fromSource(file: URL): URL {
  const tsx = import.meta.resolve('tsx/esm/api');
  const boot = `import{register}from${JSON.stringify(tsx)};register();await import(${JSON.stringify(file.href)})`;
  return new URL(`data:text/javascript,${encodeURIComponent(boot)}`);
}
