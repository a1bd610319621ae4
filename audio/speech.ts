// Sentences become one stream of samples and a map of which second says which sentence.
// It must never know loudness, Opus, files or which engine speaks.
import { SoundError } from './errors.ts';
import { inOrder } from './in-order.ts';
import { restMs, samplesIn, speakingPace, trimmed } from './join.ts';
import type { Speaker, SpokenBy, Voice } from './voices/port.ts';

export type SpokenSentence = { words: string; startMs: number; endMs: number };
export type SaidSentence = SpokenSentence & { by: SpokenBy };
export type Speech = {
  sentences: readonly string[];
  /** who says each; left out, or short: the first */
  speakers?: readonly Speaker[];
  voice: Voice;
  pace: { syllablesPerMinute: number; fullStopMs: number };
  maxSeconds: number | null;
  /** called with each sentence once its samples were taken */
  onSentence(sentence: SaidSentence): void;
  signal: AbortSignal;
};

/** Within the 200 ms of silence a broadcaster accepts at either end. */
const LEAD_MS = 80;
const TAIL_MS = 120;
/** Longer than any bulletin; a bound on disk and time, not a wish. */
const MAX_SPEECH_SECONDS = 6 * 3_600;

/** Mono samples at the voice's rate. At least one sentence is spoken, however short `maxSeconds` is. */
export async function* streamSpeech(speech: Speech): AsyncGenerator<Int16Array> {
  const rate = speech.voice.sampleRateHz;
  const tail = samplesIn(TAIL_MS, rate);
  const allowed = samplesIn(1_000 * (speech.maxSeconds ?? MAX_SPEECH_SECONDS), rate);
  let restBefore = samplesIn(LEAD_MS, rate);
  let at = 0;
  let spoken = 0;
  for await (const { words, samples, by } of spokenInOrder(speech)) {
    if (samples.length === 0) continue; // only punctuation
    const start = at + restBefore;
    const end = start + samples.length;
    if (end + tail > allowed && (spoken > 0 || speech.maxSeconds === null)) {
      if (speech.maxSeconds === null) throw new SoundError('too-much-sound');
      break;
    }
    yield new Int16Array(restBefore);
    yield samples;
    at = end;
    spoken += 1;
    restBefore = samplesIn(restMs(words, speech.pace.fullStopMs), rate);
    speech.onSentence({ words, startMs: toMs(start, rate), endMs: toMs(end, rate), by });
  }
  if (spoken === 0) throw new SoundError('nothing-to-say');
  yield new Int16Array(tail);
}

type Spoken = { words: string; samples: Int16Array; by: SpokenBy };

/** Every lane busy and one sentence ready beyond them; never more, so memory stays flat. */
function spokenInOrder(speech: Speech): AsyncGenerator<Spoken> {
  return inOrder({
    count: speech.sentences.length,
    ahead: speech.voice.lanes + 1,
    work: (index) => speakOne(speech, index),
  });
}

async function speakOne(speech: Speech, index: number): Promise<Spoken> {
  const words = speech.sentences[index] ?? '';
  const { samples, by } = await speech.voice.speak(words, {
    syllablesPerMinute: speakingPace(speech.pace),
    speaker: speech.speakers?.[index] ?? 'first',
    signal: speech.signal,
  });
  return { words, samples: trimmed(samples, speech.voice.sampleRateHz), by };
}

function toMs(samples: number, sampleRateHz: number): number {
  return Math.round((samples * 1_000) / sampleRateHz);
}
