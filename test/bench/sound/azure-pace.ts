// Measures how many syllables a minute a voice of Azure says at each rate: the table that the driver otherwise assumes.
// It must never know where the key comes from.

import { trimmed } from '../../../audio/join.ts';
import { createAzureVoice } from '../../../audio/voices/azure/azure.ts';
import { syllablesIn } from '../../../audio/voices/azure/cut.ts';
import type { PaceTable } from '../../../audio/voices/azure/pace.ts';
import type { AzureWanted } from '../../../audio/voices/azure/settings.ts';

export type PaceWanted = {
  azure: AzureWanted;
  voiceName: string;
  percents: readonly number[];
  sentences: readonly string[];
};

/** A table of one line asks for its rate whatever pace is wanted. */
export async function measuredPace(wanted: PaceWanted): Promise<PaceTable> {
  const table: [number, number][] = [];
  for (const percent of wanted.percents) {
    const voice = { name: wanted.voiceName, language: 'vie', pace: [[percent, 200]] as const };
    const speaker = createAzureVoice({ ...wanted.azure, voice });
    let seconds = 0;
    for (const words of wanted.sentences) {
      const { samples } = await speaker.speak(words, { syllablesPerMinute: 200 });
      seconds += trimmed(samples, speaker.sampleRateHz).length / speaker.sampleRateHz;
    }
    await speaker.close();
    const syllables = wanted.sentences.reduce((sum, words) => sum + syllablesIn(words), 0);
    table.push([percent, Math.round((syllables * 60) / seconds)]);
  }
  return table;
}
