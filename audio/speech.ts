// Sentences become samples, each once: found where it was kept, else spoken and kept, several at a time, in order.
// It must never know loudness, Opus, parts or which engine speaks.
import { type Pause, pausesIn } from './clauses.ts';
import { SoundError } from './errors.ts';
import { inOrder } from './in-order.ts';
import { speakingPace, trimmed } from './join.ts';
import type { Kept } from './kept/kept.ts';
import { sentenceKey } from './kept/keys.ts';
import type { Fall, Speaker, SpokenBy, Voice } from './voices/port.ts';
import { speakable } from './voices/speakable.ts';

export type Pace = { syllablesPerMinute: number; fullStopMs: number };
export type Speech = {
  sentences: readonly string[];
  /** who says each; left out, or short: the first */
  speakers?: readonly Speaker[];
  voice: Voice;
  pace: Pace;
  kept: Kept;
  /** told each time the voice is at work, which is elsewhere: time for something of one's own */
  whileSpeaking?(): void;
  signal: AbortSignal;
};

/** A sentence as it was spoken: how long, by whom, and where its samples are kept. */
export type SaidHead = { key: string; samples: number; by: SpokenBy; pauses: Pause[] };
export type Said = SaidHead & { index: number; words: string; falls?: readonly Fall[] };

export type Talk = {
  /** the key it has when the voice that is wanted says it */
  wantedKey(index: number): string;
  /** every lane busy and one sentence ready beyond them; never more, so memory stays flat */
  inOrder(known: (index: number) => Promise<SaidHead | null>): AsyncGenerator<Said>;
  /** null: they were swept or damaged since; said again they are there again */
  samplesOf(said: SaidHead): Promise<Int16Array | null>;
};

export function createTalk(speech: Speech): Talk {
  const { sentences, voice, kept, signal } = speech;
  const toSay = sentences.map(speakable);
  const syllablesPerMinute = speakingPace(speech.pace);
  const underWay = new Map<string, Promise<Omit<Said, 'index' | 'words'>>>();
  const speakerOf = (index: number) => speech.speakers?.[index] ?? 'first';
  const keyFor = (words: string, by: SpokenBy) =>
    sentenceKey({ words, by, syllablesPerMinute, sampleRateHz: voice.sampleRateHz });
  const wantedKey = (index: number) =>
    keyFor(toSay[index] ?? '', wantedBy(voice, speakerOf(index)));

  async function speak(index: number): Promise<Omit<Said, 'index' | 'words'>> {
    const words = toSay[index] ?? '';
    const speaking = voice.speak(words, {
      ...{ syllablesPerMinute, speaker: speakerOf(index), signal },
    });
    speech.whileSpeaking?.();
    const spoken = await speaking;
    const { by, falls } = spoken;
    const samples = trimmed(spoken.samples, voice.sampleRateHz);
    // what another step of a ladder said is never kept under the first one's name
    const key = falls === undefined ? wantedKey(index) : keyFor(words, by);
    const pauses = pausesIn(samples, voice.sampleRateHz);
    const head = { by, samples: samples.length, pauses };
    await kept.put('sentences', key, { head, body: bytesOf(samples) });
    return { key, ...head, ...(falls && { falls }) };
  }
  async function sayOne(index: number): Promise<Omit<Said, 'index' | 'words'>> {
    const key = wantedKey(index);
    const head = await kept.head<Omit<SaidHead, 'key'>>('sentences', key);
    return head === null ? speak(index) : { key, ...head };
  }
  /** A script read twice is spoken once. */
  function sayOnce(index: number) {
    const key = wantedKey(index);
    const saying = underWay.get(key) ?? sayOne(index).finally(() => underWay.delete(key));
    underWay.set(key, saying);
    return saying;
  }
  return {
    wantedKey,
    inOrder: (known) =>
      inOrder({
        count: sentences.length,
        ahead: voice.lanes + 1,
        async work(index) {
          if (signal.aborted) throw new SoundError('stopped', signal.reason);
          const said = (await known(index)) ?? (await sayOnce(index));
          return { index, words: sentences[index] ?? '', ...said };
        },
      }),
    async samplesOf({ key, samples }) {
      const entry = await kept.get<{ samples: number }>('sentences', key);
      return entry?.head.samples === samples ? samplesIn(entry.body) : null;
    },
  };
}

/** Who says it when nothing fails; on a ladder its first step. */
function wantedBy({ engine, engineVersion, id, secondId }: Voice, speaker: Speaker): SpokenBy {
  return { engine, engineVersion, voice: speaker === 'second' ? (secondId ?? id) : id };
}

function bytesOf(samples: Int16Array): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}

/** A copy: samples must begin at an even address of their own. */
function samplesIn(body: Uint8Array): Int16Array {
  return new Int16Array(Uint8Array.from(body).buffer);
}
