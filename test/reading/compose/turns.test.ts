// Lines that say who speaks them: whose turn begins where, and that the labels are not heard.
// It must never know a voice.
import { expect, test } from 'vitest';
import { turnsOf } from '../../../audio/reading/index.ts';
import { read } from '../shared.ts';

const DIALOGUE = [
  'Đây là Đài truyền thanh xã.',
  'Hỏi: Khi nào được đốt nương?',
  'Đáp: Từ 5 giờ đến 9 giờ.',
  'Phải có người trông coi.',
  '  Đài: Vừa rồi là mục hỏi đáp.',
].join('\n');

test('each label begins a turn that lasts until the next one', () => {
  const { text, turns } = turnsOf(DIALOGUE);
  expect(text).toHaveLength(DIALOGUE.length);
  expect(
    turns.map(({ from, speaker }) => [DIALOGUE.slice(from, from + 6).trim(), speaker]),
  ).toEqual([
    ['Hỏi: K', 'first'],
    ['Đáp: T', 'second'],
    ['Đài:', 'first'],
  ]);
});

test('the labels are not heard, and each turn is a sentence of its own at its place', () => {
  const { text, turns } = turnsOf(DIALOGUE);
  const { sentences } = read(text);
  expect(sentences.map(({ words }) => words)).toEqual([
    'Đây là Đài truyền thanh xã.',
    'Khi nào được đốt nương.',
    'Từ năm giờ đến chín giờ.',
    'Phải có người trông coi.',
    'Vừa rồi là mục hỏi đáp.',
  ]);
  const speakers = sentences.map(
    ({ sourceFrom }) => turns.findLast(({ from }) => from <= sourceFrom)?.speaker ?? 'first',
  );
  expect(speakers).toEqual(['first', 'first', 'second', 'second', 'first']);
});

test('the word inside a line is no label', () => {
  const text = 'Mục hỏi đáp: Hỏi: ai cũng biết.\nĐáp án: không có.';
  expect(turnsOf(text)).toEqual({ text, turns: [] });
});
