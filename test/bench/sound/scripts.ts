// What the bench of sound speaks: sentences of the corpus as they are read out, of a wished length.
// It must never know voices or clips.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { theLexicon } from '../../../audio/lexicon.ts';
import { readLegalText, secondsOf } from '../../../audio/reading/index.ts';

const CORPUS = new URL('../../../../shared/corpus/', import.meta.url).pathname;
const PACE = { syllablesPerMinute: 190, fullStopMs: 400 };

export type Text = { name: string; sentences: string[] };

/** None where the corpus is not. */
export function corpusTexts(): Text[] {
  if (!existsSync(CORPUS)) return [];
  return readdirSync(CORPUS)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, sentences: spoken(readFileSync(join(CORPUS, name), 'utf8')) }));
}

export function spoken(text: string): string[] {
  return readLegalText(text, { lexicon: theLexicon() }).sentences.map(({ words }) => words);
}

/** From the beginning, as many as last this long by estimate; said again from the beginning where they are too few. */
export function lasting(minutes: number, sentences: readonly string[]): string[] {
  const taken: string[] = [];
  for (let seconds = 0; seconds < minutes * 60; ) {
    // a round of its own in each, or a second reading would be found where the first was kept
    const round = Math.floor(taken.length / sentences.length);
    const words = sentences[taken.length % sentences.length] ?? '';
    taken.push(round === 0 ? words : `${words} Lần ${round + 1}.`);
    seconds += secondsOf([{ words }], PACE);
  }
  return taken;
}

/** Cut into runs of at most this length. */
export function cutInto(minutes: number, sentences: readonly string[]): string[][] {
  const runs: string[][] = [];
  let seconds = Infinity;
  for (const words of sentences) {
    if (seconds >= minutes * 60) {
      runs.push([]);
      seconds = 0;
    }
    runs.at(-1)?.push(words);
    seconds += secondsOf([{ words }], PACE);
  }
  return runs;
}
