// The pace on air over a real plan: what the calibration of the voice is held to.
// It must never know mastering.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { theLexicon } from '../../audio/lexicon.ts';
import { readLegalText } from '../../audio/reading/index.ts';
import { streamSpeech } from '../../audio/speech.ts';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';

const PLAN = new URL('../../../shared/corpus/son-la-ke-hoach-2026.txt', import.meta.url);

test.skipIf(!existsSync(PLAN)).each([170, 190])(
  'a provincial plan is spoken at %i syllables a minute within 3 %, rests included',
  async (wanted) => {
    const voice = createEspeakVoice();
    const words = readLegalText(readFileSync(PLAN, 'utf8'), {
      lexicon: theLexicon(),
    }).sentences.map((sentence) => sentence.words);
    const sentences = words.slice(0, 120);
    let samples = 0;
    const stream = streamSpeech({
      sentences,
      voice,
      pace: { syllablesPerMinute: wanted, fullStopMs: 400 },
      maxSeconds: null,
      onSentence: () => {},
      signal: new AbortController().signal,
    });
    for await (const part of stream) samples += part.length;
    await voice.close();
    const syllables = sentences.join(' ').split(/\s+/).length;
    const pace = (syllables * 60 * voice.sampleRateHz) / samples;
    expect(pace / wanted).toBeGreaterThan(0.97);
    expect(pace / wanted).toBeLessThan(1.03);
  },
);
