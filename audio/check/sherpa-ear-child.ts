// One model that listens, in a process of its own: sherpa-onnx ends the process it is in when a model displeases it.
// It must never know clips, sentences or what was to be heard.
import { createRequire } from 'node:module';

export type EarFiles =
  | { kind: 'transducer'; encoder: string; decoder: string; joiner: string; tokens: string }
  | { kind: 'ctc'; model: string; tokens: string };
export type EarOrder =
  | { id: number; load: EarFiles; threads: number }
  | { id: number; samples: Float32Array; sampleRateHz: number };
export type EarReply = { id: number; words: string } | { id: number; refused: string };

/** The part of sherpa-onnx-node (non-streaming-asr.js) that is used. */
type Engine = { OfflineRecognizer: { createAsync(config: unknown): Promise<Recognizer> } };
type Stream = { acceptWaveform(of: { samples: Float32Array; sampleRate: number }): void };
type Recognizer = {
  createStream(): Stream;
  decodeAsync(stream: Stream): Promise<{ text: string }>;
};

let ear: Recognizer | null = null;

process.on('message', (order: EarOrder) => {
  void answer(order).then((reply) => process.send?.(reply));
});
// Whoever started it is gone: nobody asks any more.
process.on('disconnect', () => process.exit());

async function answer(order: EarOrder): Promise<EarReply> {
  const { id } = order;
  try {
    if ('load' in order) {
      ear = await load(order.load, order.threads);
      return { id, words: '' };
    }
    if (ear === null) return { id, refused: 'nothing was loaded' };
    const stream = ear.createStream();
    stream.acceptWaveform({ samples: order.samples, sampleRate: order.sampleRateHz });
    return { id, words: (await ear.decodeAsync(stream)).text };
  } catch (cause) {
    return { id, refused: cause instanceof Error ? cause.message : String(cause) };
  }
}

function load(files: EarFiles, threads: number): Promise<Recognizer> {
  // Here and not above: where the package is not installed, or not for this platform, it throws.
  const engine = createRequire(import.meta.url)('sherpa-onnx-node') as Engine;
  const { tokens } = files;
  const model =
    files.kind === 'ctc'
      ? { zipformerCtc: { model: files.model } }
      : {
          transducer: { encoder: files.encoder, decoder: files.decoder, joiner: files.joiner },
        };
  return engine.OfflineRecognizer.createAsync({
    featConfig: { sampleRate: 16_000, featureDim: 80 },
    modelConfig: { ...model, tokens, numThreads: threads, provider: 'cpu', debug: 0 },
  });
}
