// One eSpeak NG in one worker thread: a sentence comes in, its samples go out.
// It must never know pace in syllables, mastering or other threads.
import { parentPort, workerData } from 'node:worker_threads';
// @ts-expect-error the package carries no types; the part used is declared below
import factory from '@echogarden/espeak-ng-emscripten';

/** `voice`: a name with its variant, "vi+f2"; left out: the one this thread was started for */
export type SpeakRequest = { id: number; words: string; rate: number; voice?: string };
export type SpeakReply =
  | { id: number; samples: Int16Array<ArrayBuffer> }
  | { id: number; refused: 'voice-unknown' | 'voice-failed' };

type Engine = {
  set_voice(name: string): number;
  set_rate(wordsPerMinute: number): void;
  synthesize(words: string, heard: (samples: Int16Array | null) => void): void;
};

const port = parentPort;
if (port !== null) {
  const made = (await factory()) as { eSpeakNGWorker: new () => Engine };
  const engine = new made.eSpeakNGWorker();
  const own = (workerData as { voice: string }).voice;
  let voice = own;
  let known = engine.set_voice(voice) === 0;
  port.on('message', (request: SpeakRequest) => {
    const wanted = request.voice ?? own;
    if (wanted !== voice) known = engine.set_voice(wanted) === 0;
    voice = wanted;
    if (!known) return port.postMessage({ id: request.id, refused: 'voice-unknown' });
    try {
      const samples = speak(engine, request);
      port.postMessage({ id: request.id, samples }, [samples.buffer]);
    } catch {
      port.postMessage({ id: request.id, refused: 'voice-failed' });
    }
  });
}

function speak(engine: Engine, request: SpeakRequest): Int16Array<ArrayBuffer> {
  const parts: Int16Array[] = [];
  engine.set_rate(request.rate);
  // The engine hands out views of its own memory, overwritten at the next call: copy at once.
  engine.synthesize(request.words, (samples) => {
    if (samples !== null) parts.push(samples.slice());
  });
  const whole = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
