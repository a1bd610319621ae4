// Every document of the corpus, word by word: what reaches a voice, what is lost, what is found, what is asked.
// It must never know a sentence of the corpus.
import { type Counts, FULL, SPEAKABLE } from '../../../audio/reading/index.ts';
import { CORPUS, corpusText, read } from '../../reading/shared.ts';
import type { Result } from '../result.ts';
import { hasDesign, row } from './design.ts';

/** Điều, Phần, Mục, x.y, points: as counted by hand in the design. */
const STRUCTURE: Readonly<Record<string, readonly number[]>> = {
  'son-la-ke-hoach-2026': [3, 4, 23, 0, 20],
  'ha-tinh-ke-hoach-2025': [0, 5, 26, 27, 0],
  'son-la-cong-bao-30-31': [24, 32, 128, 3, 67],
  'binh-phuoc-ke-hoach-2025': [0, 4, 25, 5, 29],
};
const COUNTED = ['dieu', 'phan', 'muc', 'subMuc', 'diem'] as const;
/** More doubts in one document than this no officer settles before the hour of the broadcast. */
const MANY_DOUBTS = 20;

export function corpus(): Result[] {
  const scripts = hasDesign ? CORPUS.map((name) => ({ name, script: read(corpusText(name)) })) : [];
  const full = hasDesign
    ? CORPUS.map((name) => read(corpusText(name), { ...FULL, tables: 'rows', footnotes: 'read' }))
    : [];
  const all = [...scripts.map(({ script }) => script), ...full];
  const zero = { unit: '', aim: '0' };
  return [
    row({ ...zero, name: 'digits, symbols and capital runs left' }, () => {
      const words = all.flatMap((script) => script.sentences.map((one) => one.words));
      const left = words.filter((one) => !SPEAKABLE.test(one) || /\p{Lu}{2}/u.test(one)).length;
      return {
        value: left,
        met: left === 0,
        note: `${words.length} sentences, on air and in full`,
      };
    }),
    row({ ...zero, name: 'numbers lost in the round trip' }, () => {
      const lost = all.flatMap((script) => script.doubts).filter(isLost);
      const shown = lost.map(({ source }) => source.slice(0, 40)).slice(0, 8);
      return { value: lost.length, met: lost.length === 0, note: shown.join(' | ') };
    }),
    row({ ...zero, name: 'structure counts that are not exact' }, () => {
      const wrong = scripts.filter(({ name, script }) => {
        const found = COUNTED.map((kind) =>
          total(
            script.documents.map(({ counts }) => counts),
            kind,
          ),
        );
        return found.join() !== STRUCTURE[name]?.join();
      });
      return {
        value: wrong.length,
        met: wrong.length === 0,
        note: `${CORPUS.length} texts, ${COUNTED.length} counts each`,
      };
    }),
    row(
      { unit: 'a document', aim: `≤ ${MANY_DOUBTS}`, name: 'doubts, most in one document' },
      () => {
        const found = scripts.flatMap(({ script }) =>
          script.documents.map(({ number, title, sourceFrom, sourceTo }) => ({
            name: number ?? title?.slice(0, 24) ?? '?',
            doubts: script.doubts.filter(({ from }) => from >= sourceFrom && from < sourceTo)
              .length,
          })),
        );
        const most = Math.max(...found.map(({ doubts }) => doubts));
        const note = found.map(({ name, doubts }) => `${name}: ${doubts}`).join(', ');
        return { value: most, met: most <= MANY_DOUBTS, note };
      },
    ),
  ];
}

function isLost({ reason }: { reason: string }): boolean {
  return reason === 'round-trip' || reason === 'lost-number';
}

function total(counts: readonly Counts[], kind: (typeof COUNTED)[number]): number {
  return counts.reduce((sum, one) => sum + one[kind], 0);
}
