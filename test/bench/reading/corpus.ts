// Every document of the corpus, word by word: what reaches a voice, what is lost, what is found, what is asked.
// It must never know a sentence of the corpus.

import { theLexicon } from '../../../audio/lexicon.ts';
import {
  type Counts,
  FULL,
  type ReadingProfile,
  type Script,
  SPEAKABLE,
} from '../../../audio/reading/index.ts';
import { roundTripOf } from '../../../audio/reading/proof/roundtrip.ts';
import { spansOf } from '../../../audio/reading/proof/spans.ts';
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

type Read = { name: string; text: string; script: Script };

export function corpus(): Result[] {
  const onAir = hasDesign ? readAll({}) : [];
  const full = hasDesign ? readAll({ ...FULL, tables: 'rows', footnotes: 'read' }) : [];
  return [...whole([...onAir, ...full]), ...found(onAir)];
}

function readAll(profile: Partial<ReadingProfile>): Read[] {
  return CORPUS.map((name) => {
    const text = corpusText(name);
    return { name, text, script: read(text, profile) };
  });
}

const ZERO = { unit: '', aim: '0' };

/** Nothing strange is said, nothing is lost, nothing is out of place: on air and in full. */
function whole(all: readonly Read[]): Result[] {
  return [
    row({ ...ZERO, name: 'digits, symbols and capital runs left' }, () => {
      const words = all.flatMap(({ script }) => script.sentences.map((one) => one.words));
      const left = words.filter((one) => !SPEAKABLE.test(one) || /\p{Lu}{2}/u.test(one)).length;
      return {
        value: left,
        met: left === 0,
        note: `${words.length} sentences, on air and in full`,
      };
    }),
    row({ ...ZERO, name: 'numbers lost in the round trip' }, () => {
      const lexicon = theLexicon();
      const lost = all.flatMap(({ script, text }) => roundTripOf({ script, text, lexicon }));
      const shown = lost.map(({ source }) => source.slice(0, 40)).slice(0, 8);
      const note = shown.join(' | ') || 'every figure of the sources, on air and in full';
      return { value: lost.length, met: lost.length === 0, note };
    }),
    row({ ...ZERO, name: 'sources not given back by their spans' }, () => {
      const broken = all.filter(({ script, text }) => {
        const spans = spansOf(script, text);
        return spans.map(({ from, to }) => text.slice(from, to)).join('') !== text;
      }).length;
      return { value: broken, met: broken === 0, note: 'heard and silent together, byte for byte' };
    }),
  ];
}

/** What is found in each, and what is asked. */
function found(scripts: readonly Read[]): Result[] {
  return [
    row({ ...ZERO, name: 'structure counts that are not exact' }, () => {
      const wrong = scripts.filter(({ name, script }) => {
        const counts = COUNTED.map((kind) =>
          total(
            script.documents.map(({ counts }) => counts),
            kind,
          ),
        );
        return counts.join() !== STRUCTURE[name]?.join();
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
        const asked = scripts.flatMap(({ script }) =>
          script.documents.map(({ number, title, sourceFrom, sourceTo }) => ({
            name: number ?? title?.slice(0, 24) ?? '?',
            doubts: script.doubts.filter(({ from }) => from >= sourceFrom && from < sourceTo)
              .length,
          })),
        );
        const most = Math.max(...asked.map(({ doubts }) => doubts));
        const note = asked.map(({ name, doubts }) => `${name}: ${doubts}`).join(', ');
        return { value: most, met: most <= MANY_DOUBTS, note };
      },
    ),
  ];
}

function total(counts: readonly Counts[], kind: (typeof COUNTED)[number]): number {
  return counts.reduce((sum, one) => sum + one[kind], 0);
}
