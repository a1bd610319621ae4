// One neural model in one process of its own: sherpa-onnx ends the process it is in when a model displeases it.
// It must never know folders of models, pace in syllables or who waits for the sound.
import { createRequire } from 'node:module';
import type { SherpaFiles } from './sherpa-model.ts';

export type SherpaOrder =
  | { id: number; load: SherpaFiles; threads: number }
  | { id: number; words: string; speaker: number; speed: number };
export type SherpaReply =
  | { id: number; loaded: { sampleRateHz: number } }
  | { id: number; samples: Int16Array }
  | { id: number; refused: 'voice-missing' | 'voice-failed'; why: string };

/** The part of sherpa-onnx-node (non-streaming-tts.js) that is used. */
type Engine = {
  OfflineTts: { createAsync(config: unknown): Promise<Tts> };
};
type Tts = {
  sampleRate: number;
  generateAsync(wanted: {
    text: string;
    sid: number;
    speed: number;
    enableExternalBuffer: boolean;
  }): Promise<{ samples: Float32Array }>;
};

let voice: Tts | null = null;

process.on('message', (order: SherpaOrder) => {
  void answer(order).then((reply) => process.send?.(reply));
});
// Whoever started it is gone: nobody hears it any more.
process.on('disconnect', () => process.exit());

async function answer(order: SherpaOrder): Promise<SherpaReply> {
  const { id } = order;
  try {
    if ('load' in order) {
      voice = await load(order.load, order.threads);
      return { id, loaded: { sampleRateHz: voice.sampleRate } };
    }
    if (voice === null) return { id, refused: 'voice-failed', why: 'nothing was loaded' };
    const { words: text, speaker: sid, speed } = order;
    const made = await voice.generateAsync({ text, sid, speed, enableExternalBuffer: false });
    return { id, samples: whole(made.samples) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { id, refused: 'load' in order ? 'voice-missing' : 'voice-failed', why };
  }
}

function load({ model, tokens, lexicon, espeakFolder }: SherpaFiles, threads: number) {
  // Here and not above: where the package is not installed, or not for this platform, it throws.
  const engine = createRequire(import.meta.url)('sherpa-onnx-node') as Engine;
  return engine.OfflineTts.createAsync({
    model: {
      vits: { model, tokens, lexicon, dataDir: espeakFolder },
      ...{ numThreads: threads, provider: 'cpu', debug: 0 },
    },
    maxNumSentences: 1, // one after the other: memory grows with what is spoken at once
  });
}

function whole(samples: Float32Array): Int16Array {
  return Int16Array.from(samples, (sample) =>
    Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_767))),
  );
}
