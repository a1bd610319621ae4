// Work for a thread of its own, one piece at a time: started with the first, watched, replaced when it dies.
// It must never know what the work is.
import { Worker } from 'node:worker_threads';

export type OneThread<Work, Answer> = {
  /** under way and waiting */
  readonly waiting: number;
  /** @throws what `dead` or `tooSlow` makes; only the piece that ran is refused, the others get a fresh thread */
  do(work: Work): Promise<Answer>;
  close(): Promise<void>;
};

type Waiting<Work, Answer> = {
  id: number;
  work: Work;
  settle(answer: Answer): void;
  fail(error: Error): void;
};

/** The thread is posted `{ id, ...work }` and posts back an answer with that `id`. */
export function makeOneThread<Work extends object, Answer extends { id: number }>(of: {
  start(): Worker;
  mostMs(work: Work): number;
  tooSlow(): Error;
  dead(cause?: unknown): Error;
}): OneThread<Work, Answer> {
  /** The thread is never handed more than the first, so that its death costs one piece. */
  const queue: Waiting<Work, Answer>[] = [];
  let worker: Worker | null = null;
  let last = 0;
  let watch: NodeJS.Timeout | undefined;
  const next = () => {
    clearTimeout(watch);
    const [first] = queue;
    if (first === undefined) return worker?.unref();
    try {
      worker ??= begin();
      worker.ref();
      watch = setTimeout(() => giveUp(of.tooSlow()), of.mostMs(first.work));
      worker.postMessage({ id: first.id, ...first.work });
    } catch (cause) {
      // no thread can be had, or this cannot be posted to one: the others are tried all the same
      giveUp(of.dead(cause));
    }
  };
  const drop = () => {
    const dead = worker;
    worker = null;
    return dead?.terminate();
  };
  const giveUp = (error: Error) => {
    void drop();
    queue.shift()?.fail(error);
    next();
  };
  const begin = () => {
    const fresh = of.start();
    fresh.on('message', (answer: Answer) => {
      if (worker !== fresh || queue[0]?.id !== answer.id) return;
      const first = queue.shift();
      next();
      first?.settle(answer);
    });
    const died = (cause?: unknown) => {
      if (worker === fresh) giveUp(of.dead(cause));
    };
    fresh.on('error', died).on('exit', () => died());
    return fresh;
  };
  return {
    get waiting() {
      return queue.length;
    },
    do(work) {
      last += 1;
      const id = last;
      return new Promise((settle, fail) => {
        queue.push({ id, work, settle, fail });
        if (queue.length === 1) next();
      });
    },
    async close() {
      clearTimeout(watch);
      for (const { fail } of queue.splice(0)) fail(of.dead());
      await drop();
    },
  };
}

/** @param file of the thread, as `.ts`; compiled, the `.js` beside it is meant */
export function startThread(file: URL, { heapMb }: { heapMb: number }): Worker {
  const compiled = !import.meta.url.endsWith('.ts');
  const program = compiled ? new URL(file.href.replace(/\.ts$/u, '.js')) : fromSource(file);
  const worker = new Worker(program, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    stdout: true,
    stderr: true,
  });
  // this process's own lines are read by others; whatever a library says in there is let run out
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

/** In development: Node 20 does not hand tsx on to worker threads, so the thread registers it by itself. */
function fromSource(file: URL): URL {
  const tsx = import.meta.resolve('tsx/esm/api');
  const boot = `import{register}from${JSON.stringify(tsx)};register();await import(${JSON.stringify(file.href)})`;
  return new URL(`data:text/javascript,${encodeURIComponent(boot)}`);
}
