// Samples of recordings and of what the machine noticed, and a door that answers them.
// It must never decide anything.
import type { Services } from '../../src/services/door.ts';
import type { Heard } from '../../src/services/sound/recordings-door.ts';
import { bulletin, NOW_MS } from './sample.ts';

type Answer = <T>(method: string, value: T) => (_actor: unknown, input?: unknown) => T;

export const heard: Heard = {
  recording: {
    speakerName: 'Lò Thị Mai',
    consentNote: 'Bà Mai đồng ý qua điện thoại',
    language: 'blt',
    madeAtMs: NOW_MS,
    byName: 'Lan',
  },
  findings: [
    {
      ...{ kind: 'long-silence', atMs: 4_000, untilMs: 7_000, sentence: 0, severity: 'bad' },
      say: { vi: 'Im lặng 3 giây.', en: 'Three seconds of silence.' },
    },
  ],
};

export const doors = (answer: Answer): Pick<Services, 'recordings'> => ({
  recordings: {
    async take(actor, { bytes, signal: _, ...wish }) {
      let size = 0;
      for await (const piece of bytes) size += piece.length;
      return answer('recordings.take', bulletin)(actor, { ...wish, size });
    },
    remove: answer('recordings.remove', bulletin),
  },
});
