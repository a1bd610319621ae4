// One worker thread with one eSpeak: started when needed, killed on abort or silence, started again by the next call.
// It must never know queues of sentences, pace in syllables, or more than one sentence at a time.
import { Worker } from 'node:worker_threads';
import { SoundError } from '../errors.ts';
import type { SpeakReply, SpeakRequest } from './espeak-worker.ts';

export type Lane = {
  speak(request: Omit<SpeakRequest, 'id'>, signal?: AbortSignal): Promise<Int16Array>;
  stop(): Promise<void>;
};

/** The longest sentence allowed (20,000 characters) takes about 5 s here: a minute is a dead engine. */
const SPEAK_LIMIT_MS = 60_000;
/** A lane nobody uses gives its 100 MB back, before a long script is coded; another start is a quarter of a second. */
const IDLE_LIMIT_MS = 2_000;

/** `start` makes the thread; tests give one that dies. */
export function createLane(start: () => Worker): Lane {
  let worker: Worker | null = null;
  let lastId = 0;
  let idleTimer: NodeJS.Timeout | undefined;

  async function stop(): Promise<void> {
    clearTimeout(idleTimer);
    const ending = worker;
    worker = null;
    await ending?.terminate();
  }
  function awake(): Worker {
    clearTimeout(idleTimer);
    if (worker !== null) return worker;
    const started = start();
    // A worker that dies, in whatever way, is forgotten: the next call starts another.
    started.on('exit', () => {
      if (worker === started) worker = null;
    });
    started.on('error', () => {});
    worker = started;
    return started;
  }
  return {
    async speak(request, signal) {
      const speaker = awake();
      lastId += 1;
      try {
        speaker.ref();
        return await ask({ speaker, request: { ...request, id: lastId }, signal });
      } catch (failure) {
        await stop();
        throw failure;
      } finally {
        speaker.unref();
        idleTimer = setTimeout(() => void stop(), IDLE_LIMIT_MS);
        idleTimer.unref();
      }
    },
    stop,
  };
}

type Asking = { speaker: Worker; request: SpeakRequest; signal: AbortSignal | undefined };

function ask({ speaker, request, signal }: Asking): Promise<Int16Array> {
  return new Promise((resolve, reject) => {
    function settle(end: () => void): void {
      clearTimeout(limit);
      speaker.off('message', onReply);
      speaker.off('error', onError);
      speaker.off('exit', onExit);
      signal?.removeEventListener('abort', onAbort);
      end();
    }
    const fail = (failure: SoundError) => settle(() => reject(failure));
    const onError = (cause: unknown) => fail(new SoundError('voice-failed', cause));
    const onExit = (code: number) => onError(new Error(`the voice's thread ended with ${code}`));
    const onAbort = () => fail(new SoundError('stopped', signal?.reason));
    const onReply = (reply: SpeakReply) => {
      if (reply.id !== request.id) return;
      if ('refused' in reply) fail(new SoundError(reply.refused));
      else settle(() => resolve(reply.samples));
    };
    const limit = setTimeout(() => onError(new Error('no answer in time')), SPEAK_LIMIT_MS);
    speaker.on('message', onReply);
    speaker.on('error', onError);
    speaker.on('exit', onExit);
    signal?.addEventListener('abort', onAbort);
    speaker.postMessage(request);
  });
}

export function startEspeak(voice: string): Worker {
  const compiled = !import.meta.url.endsWith('.ts');
  const file = new URL(`./espeak-worker.${compiled ? 'js' : 'ts'}`, import.meta.url);
  return new Worker(compiled ? file : fromSource(file), { workerData: { voice } });
}

/** In development: Node 20 does not hand tsx on to worker threads, so the thread registers it by itself. */
function fromSource(file: URL): URL {
  const tsx = import.meta.resolve('tsx/esm/api');
  const boot = `import{register}from${JSON.stringify(tsx)};register();await import(${JSON.stringify(file.href)})`;
  return new URL(`data:text/javascript,${encodeURIComponent(boot)}`);
}
