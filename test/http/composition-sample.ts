// One sample of all that composing answers, as the schemas want it.
// It must never decide anything.
import type { Services } from '../../src/services/door.ts';
import { bulletin } from './sample.ts';

export const line = {
  words: 'Điều hai.',
  speaker: 'second' as const,
  trace: [
    {
      words: 'Điều hai',
      rule: 'reference',
      text: { from: 0, to: 6 },
      source: { from: 40, to: 46 },
    },
    { words: 'Đây là dự thảo', rule: 'word', text: null, source: null },
  ],
};
const spoken = {
  seconds: 61,
  lines: [line],
  doubts: [
    {
      reason: 'unknown-abbreviation',
      written: 'XQKT',
      suggestion: 'ích quy ca tê',
      source: { from: 50, to: 54 },
    },
  ],
  whole: true,
};
const notices = ['Đây là dự thảo.'];
const warnings = [
  { code: 'draft' as const, number: '6/QĐ-UBND', say: { vi: 'là dự thảo', en: 'is a draft' } },
];
const clause = {
  id: 'c440',
  label: 'Điều 2',
  labels: ['Điều 2'],
  depth: 0,
  title: 'Hiệu lực',
  heading: 'Hiệu lực',
  from: 440,
  to: 456,
  sentences: 2,
  seconds: 1.9,
};
const frames = { news: 20, excerpt: 21, qa: 22, situation: 23, story: 24 };

type Answer = <T>(method: string, value: T) => (actor: unknown, input?: unknown) => T;

export function doors(answer: Answer): Pick<Services, 'compositions'> {
  return {
    compositions: {
      marks: () => ({ 'bul-1': 'draft' }),
      clauses: answer(
        'compositions.clauses',
        Promise.resolve({ clauses: [clause], frames, notices, warnings, whole: true }),
      ),
      preview: answer(
        'compositions.preview',
        Promise.resolve({
          ...spoken,
          ...{ title: 'Trích: Hiệu lực', text: 'Điều 2. Hiệu lực', notices, warnings },
          unwritten: [{ at: 0, length: 4 }],
          personalHints: [{ kind: 'phone', at: 3, length: 10 }],
        }),
      ),
      create: answer('compositions.create', Promise.resolve(bulletin)),
      script: answer(
        'compositions.script',
        Promise.resolve({ ...spoken, documentId: 'd', notices }),
      ),
      peaks: answer('compositions.peaks', Promise.resolve({ peaks: [0, 64, 127] })),
    },
  };
}
