// The bench of the reading: the scorer's tables, the corpus word by word, near-duplicates, lengths and speed.
// It must never know a rule of reading.
import { alike } from './reading/alike.ts';
import { corpus } from './reading/corpus.ts';
import { lengths } from './reading/lengths.ts';
import { scores } from './reading/scores.ts';
import { speed } from './reading/speed.ts';
import type { Result } from './result.ts';

export async function reading(): Promise<Result[]> {
  return [...scores(), ...corpus(), ...alike(), ...(await lengths()), ...speed()];
}
