// Who spoke a clip, and who should have and could not: the tally of its sentences.
// It must never know engines by name, samples or files.
import type { SoundCode } from './errors.ts';
import type { Fall, SpokenBy } from './voices/port.ts';

/** One voice of one engine, and how many of the clip's sentences it said. */
export type SpokenShare = SpokenBy & { sentences: number };
/** What a ladder told about one sentence of the clip, counted from 0. */
export type ClipFall = { sentence: number; from: SpokenBy; to: SpokenBy; reason: SoundCode };

/** Most sentences first; equal ones as they came. */
export function sharesOf(said: readonly SpokenBy[]): SpokenShare[] {
  const shares = new Map<string, SpokenShare>();
  for (const { engine, engineVersion, voice } of said) {
    const name = JSON.stringify([engine, engineVersion, voice]);
    const share = shares.get(name) ?? { engine, engineVersion, voice, sentences: 0 };
    shares.set(name, { ...share, sentences: share.sentences + 1 });
  }
  return [...shares.values()].sort((a, b) => b.sentences - a.sentences);
}

/** A ladder may fall for every sentence of a long script; beyond these the shares tell the rest. */
const MAX_FALLS = 200;

export function fallsOf(
  said: readonly { falls?: readonly Pick<Fall, 'from' | 'to' | 'reason'>[] }[],
): ClipFall[] {
  return said
    .flatMap(({ falls = [] }, sentence) =>
      falls.map(({ from, to, reason }) => ({ sentence, from, to, reason })),
    )
    .slice(0, MAX_FALLS);
}

/** As the mark of machine speech names them (Luật 134/2025/QH15 Art. 11): every engine, every voice, once. */
export function markOf(shares: readonly SpokenBy[]): { engine: string; voice: string } {
  const once = (names: string[]) => [...new Set(names)].join(', ');
  return {
    engine: once(shares.map(({ engine, engineVersion }) => `${engine} ${engineVersion}`)),
    voice: once(shares.map(({ voice }) => voice)),
  };
}
