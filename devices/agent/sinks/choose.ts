// From the words of --sink to a sink.
// It must never know anything of the sinks but their names.
import { SpeakerError } from '../errors.ts';
import { makeAlsaSink } from './alsa.ts';
import { makeNullSink } from './null.ts';
import type { Sink } from './port.ts';
import { makeWavSink } from './wav.ts';

/** @throws SpeakerError for words it does not know */
export function chooseSink(words: string): Sink {
  if (words === 'alsa') return makeAlsaSink();
  if (words === 'null') return makeNullSink();
  if (words.startsWith('wav:') && words.length > 4) return makeWavSink(words.slice(4));
  throw new SpeakerError({
    code: 'sink-unknown',
    fault: 'caller',
    say: {
      vi: `Không hiểu --sink ${words}. Dùng alsa, wav:TỆP hoặc null.`,
      en: `--sink ${words} is not understood. Use alsa, wav:FILE or null.`,
    },
  });
}
