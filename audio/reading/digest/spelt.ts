// Numbers the source writes in words: "hai mươi triệu đồng", "mười lăm ngày".
// It must never know numbers written in digits.
import { figuresIn } from '../proof/figures.ts';
import { NOT_COUNTED } from './cues.ts';
import type { Hit } from './items.ts';
import type { Line } from './line.ts';

/** A single number word is too often no number ("một số", "năm", "không"): two and more are. */
export function speltIn({ shown, owner, trace }: Line): Hit[] {
  const words = trace.flatMap((one, index): Word[] =>
    one.words
      .split(' ')
      .map((word) => ({ index, word: one.rule === 'word' ? word.toLowerCase() : '' })),
  );
  const heard = figuresIn(words.map((one) => one.word));
  return heard.flatMap(({ text, isFigure, from, to }) => {
    if (!isFigure || to - from < 2 || text.startsWith('#')) return [];
    const counted = words[to]?.word ?? '';
    const last = words[counted === '' || NOT_COUNTED.has(counted) ? to - 1 : to] as Word;
    const start = owner.indexOf((words[from] as Word).index);
    const end = owner.lastIndexOf(last.index) + 1;
    const source = shown.slice(start, end).replace(/[\s,;:.)]+$/u, '');
    const kind = counted === 'đồng' ? 'money' : 'number';
    return [{ start, end: start + source.length, kind, value: text.replace(',', '.') }];
  });
}

type Word = { index: number; word: string };
