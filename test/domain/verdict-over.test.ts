// What an emergency does to others in the sentence of a verdict: the all-clear that ended it, the graver one that cut it short.
// It must never know how facts are gathered.
import { expect, test } from 'vitest';
import { USUAL_AIR } from '../../devices/rules/index.ts';
import type { Fact } from '../../src/domain/airing/facts.ts';
import { toldVerdict } from '../../src/domain/airing/verdict-chain.ts';
import type { Verdict } from '../../src/domain/model.ts';
import { verdict } from './samples.ts';

const t = (time: string) => Date.parse(`2026-12-05T${time}:00+07:00`);
const partly = (reason: Verdict['reason']): Partial<Verdict> => ({
  ...{ kind: 'partly-played', reason, heardMs: 40_000, startErrorMs: 2 },
});
const ruled = (reason: Verdict['reason']): Partial<Verdict> => ({
  ...{ kind: 'skipped-by-rule', reason, heardMs: 0 },
});
const ended = (how: 'all-clear', by: string | null): Fact => ({
  ...{ kind: 'ended', how, by, reason: null, atMs: t('16:58') },
});
const displaced: Fact = {
  ...{ kind: 'displaced', byTitle: 'Lũ về', atMs: t('17:01'), untilMs: t('17:04') },
};

type Row = [string, Partial<Verdict>, Fact[], string, string?];
const rows: Row[] = [
  [
    'all clear in the middle',
    partly('all-clear'),
    [ended('all-clear', 'Lò Thị Mai')],
    'Phát một phần ở bản Nà Cạn: hết tình huống khẩn cấp (Lò Thị Mai báo lúc 16:58), nghe được 40 giây.',
    'Partly played in bản Nà Cạn: the emergency was over (said Lò Thị Mai at 16:58), 40 s were heard.',
  ],
  [
    'all clear before its turn',
    ruled('all-clear'),
    [ended('all-clear', null)],
    'Không phát ở bản Nà Cạn: hết tình huống khẩn cấp (hệ thống báo lúc 16:58).',
    'Not played in bản Nà Cạn: the emergency was over (said the service at 16:58).',
  ],
  [
    'all clear, and nobody knows whose',
    ruled('all-clear'),
    [],
    'Không phát ở bản Nà Cạn: hết tình huống khẩn cấp.',
  ],
  [
    'a verdict of before: cancelled, and its fact an all-clear',
    partly('cancelled'),
    [ended('all-clear', 'Lò Thị Mai')],
    'Phát một phần ở bản Nà Cạn: Lò Thị Mai báo hết khẩn cấp lúc 16:58, nghe được 40 giây.',
  ],
  [
    'an emergency cut short by a graver one',
    partly('interrupted'),
    [{ ...displaced, severer: true } as Fact],
    'Phát một phần ở bản Nà Cạn: bị bản tin “Lũ về” ngắt, nghe được 40 giây (17:01–17:04), vì tin đó nghiêm trọng hơn.',
    'Partly played in bản Nà Cạn: interrupted by the bulletin “Lũ về”, 40 s were heard (17:01–17:04), which is more severe.',
  ],
  [
    'paused until the all-clear',
    { reason: 'interrupted' },
    [{ ...displaced, clear: { atMs: t('17:04'), by: 'Lò Thị Mai' } } as Fact],
    'Đã phát ở bản Nà Cạn: phát trọn vẹn, có tạm dừng cho bản tin “Lũ về” rồi phát tiếp (17:01–17:04), hết tình huống khẩn cấp (Lò Thị Mai báo lúc 17:04).',
  ],
  [
    'cut short',
    partly('interrupted'),
    [displaced],
    'Phát một phần ở bản Nà Cạn: bị bản tin “Lũ về” ngắt, nghe được 40 giây (17:01–17:04).',
  ],
  [
    'cut short by what has no title any more',
    partly('interrupted'),
    [],
    'Phát một phần ở bản Nà Cạn: bị một bản tin được ưu tiên hơn ngắt, nghe được 40 giây.',
  ],
  [
    'paused and finished',
    { reason: 'interrupted' },
    [displaced],
    'Đã phát ở bản Nà Cạn: phát trọn vẹn, có tạm dừng cho bản tin “Lũ về” rồi phát tiếp (17:01–17:04).',
  ],
];

test.each(rows)('%s', (_, of, facts, vi, en) => {
  const airing = { playAtMs: t('17:00'), durationMs: 120_000, air: USUAL_AIR };
  const where = 'Bản Nà Cạn';
  const told = toldVerdict({ verdict: verdict(of), facts, where, airing, byTitle: null });
  expect(told.vi).toBe(vi);
  if (en) expect(told.en).toBe(en);
});
