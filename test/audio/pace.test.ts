// The pace on air over a real plan: what the calibration of the voice is held to.
// It must never know mastering.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { theLexicon } from '../../audio/lexicon.ts';
import { readLegalText } from '../../audio/reading/index.ts';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';
import { soundSeconds } from './fixture.ts';

const PLAN = new URL('../../../shared/corpus/son-la-ke-hoach-2026.txt', import.meta.url);

test.skipIf(!existsSync(PLAN)).each([170, 190])(
  'a provincial plan is spoken at %i syllables a minute within 3 %, rests included',
  async (wanted) => {
    const voice = createEspeakVoice();
    const words = readLegalText(readFileSync(PLAN, 'utf8'), {
      lexicon: theLexicon(),
    }).sentences.map((sentence) => sentence.words);
    const sentences = words.slice(0, 120);
    const pace = { syllablesPerMinute: wanted, fullStopMs: 400 };
    const seconds = await soundSeconds(sentences, { voice, pace });
    await voice.close();
    const syllables = sentences.join(' ').split(/\s+/).length;
    const heard = (syllables * 60) / seconds;
    expect(heard / wanted).toBeGreaterThan(0.97);
    expect(heard / wanted).toBeLessThan(1.03);
  },
  60_000,
);
