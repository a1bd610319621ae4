// What is told of an airing that was heard whole: when it began, and who set its turn among others of priority.
// It must never know how facts are gathered.
import { expect, test } from 'vitest';
import { USUAL_AIR } from '../../devices/rules/index.ts';
import type { Fact } from '../../src/domain/airing/facts.ts';
import { toldVerdict } from '../../src/domain/airing/verdict-chain.ts';
import { verdict } from './samples.ts';

const t = (time: string) => Date.parse(`2026-12-05T${time}:00+07:00`);
const order = (chosenBy: string | null): Fact => ({
  ...{ kind: 'order', atMs: t('16:50'), chosenBy, untilMs: t('16:50') },
});

test.each<[string, string | null, Fact[], string, string]>([
  [
    'it waited for its turn, because nobody chose the order',
    `waited:${t('17:08')}:480000`,
    [order(null)],
    'phát trọn vẹn, bắt đầu 17:08 (đợi lượt 8 phút), theo thứ tự đến vì không ai chọn trước 16:50',
    'the whole of it, begun at 17:08 (it waited 8 min for its turn), in order of arrival, because nobody had chosen by 16:50',
  ],
  [
    'it was at its time, as somebody had ordered',
    null,
    [order('Lò Thị Mai')],
    'phát trọn vẹn, đúng giờ (lệch 12 mili giây), theo thứ tự Lò Thị Mai đã chọn',
    'the whole of it, on time (12 ms off), in the order Lò Thị Mai had chosen',
  ],
  [
    'it was made up for',
    `made-up:${t('17:25')}:1500000`,
    [],
    'phát trọn vẹn, bắt đầu 17:25 (phát bù, muộn 25 phút)',
    'the whole of it, begun at 17:25 (made up for, 25 min late)',
  ],
])('%s', (_, detail, facts, vi, en) => {
  const told = toldVerdict({
    ...{ verdict: verdict({ detail }), facts, where: 'Bản Nà Cạn', byTitle: null },
    airing: { playAtMs: t('17:00'), durationMs: 120_000, air: USUAL_AIR },
  });
  expect(told.vi).toBe(`Đã phát ở bản Nà Cạn: ${vi}.`);
  expect(told.en).toBe(`Played in bản Nà Cạn: ${en}.`);
});
