// A voice that hums: the same words give the same samples in every process, at once.
// It must never know clips.
import type { ProduceOrder } from '../../audio/produce.ts';
import type { Voice } from '../../audio/voices/port.ts';

const RATE_HZ = 16_000;

export function toneOrder(clipsDir: string): { order: ProduceOrder; spoken: string[] } {
  const spoken: string[] = [];
  const mark = { engine: 'tone', engineVersion: '1' };
  const voice: Voice = {
    ...{ id: 'a', ...mark, language: 'vie', sampleRateHz: RATE_HZ },
    ...{ synthetic: true, lanes: 2, place: 'here' },
    async speak(words) {
      spoken.push(words);
      return { samples: hum(words), by: { ...mark, voice: 'a' } };
    },
    async close() {},
  };
  const sentences = Array.from({ length: 30 }, (_, at) => `Câu số ${at} của bản tin.`);
  return {
    spoken,
    order: {
      ...{ sentences, title: 'Thử', voice, clipsDir, maxSeconds: null },
      ...{ onProgress: () => {}, signal: new AbortController().signal, nowMs: () => 0 },
    },
  };
}

/** Syllables of a quarter of a second, each of its own pitch. */
function hum(words: string): Int16Array {
  return Int16Array.from({ length: 2 * RATE_HZ }, (_, at) => {
    const syllable = Math.floor(at / 4_000);
    const hz = 300 + ((words.charCodeAt(syllable % words.length) * 37) % 900);
    const swell = Math.sin((Math.PI * (at % 4_000)) / 4_000);
    return 9_000 * swell * Math.sin((2 * Math.PI * hz * at) / RATE_HZ);
  });
}
