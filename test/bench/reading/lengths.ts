// The estimate of length beside the sound that eSpeak NG really makes of a plan.
// It must never know how the estimate is computed.
import { secondsOf } from '../../../audio/reading/index.ts';
import { createEspeakVoice } from '../../../audio/voices/espeak.ts';
import { soundSeconds } from '../../audio/fixture.ts';
import { CORPUS, corpusText, read } from '../../reading/shared.ts';
import { type Result, rounded } from '../result.ts';
import { hasDesign, row } from './design.ts';

const SENTENCES = 120;

export async function lengths(): Promise<Result[]> {
  const rows: Result[] = [];
  for (const syllablesPerMinute of [190, 170]) {
    const measured = hasDesign ? await offBy(syllablesPerMinute) : { percent: 0, minutes: 0 };
    const name = `estimated length against the sound, ${syllablesPerMinute} a minute`;
    rows.push(
      row({ name, unit: '% off', aim: '≤ 5', peer: 'eSpeak NG, every sentence spoken' }, () => ({
        value: rounded(measured.percent),
        met: measured.percent <= 5,
        note: `${rounded(measured.minutes, 1)} min of sound`,
      })),
    );
  }
  return rows;
}

async function offBy(syllablesPerMinute: number): Promise<{ percent: number; minutes: number }> {
  const pace = { syllablesPerMinute, fullStopMs: 400 };
  const said = read(corpusText(CORPUS[0])).sentences.slice(0, SENTENCES);
  const voice = createEspeakVoice();
  const seconds = await soundSeconds(
    said.map(({ words }) => words),
    { voice, pace },
  );
  await voice.close();
  return { percent: 100 * Math.abs(secondsOf(said, pace) / seconds - 1), minutes: seconds / 60 };
}
