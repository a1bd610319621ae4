// Words from people, made fit for a voice: nothing but Vietnamese letters, spaces and four pauses.
// It must never know whether the words are right.
import { composed } from '../words/composed.ts';
import { respelled, SPEAKABLE } from '../words/respell.ts';

export function voiced(words: string): string {
  return composed(words)
    .split(/\s+/u)
    .flatMap((run) => run.match(/[.,;:]+|[^.,;:]+/gu) ?? [])
    .map((part) => (SPEAKABLE.test(part) ? part : respelled(part)))
    .join(' ')
    .replace(/ +(?=[.,;:])/gu, '')
    .replace(/ {2,}/gu, ' ')
    .trim();
}
