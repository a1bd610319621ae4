// What led to a verdict as one sentence: where, what happened first, until when, which limit, who decided.
// It must never know how facts are gathered.
import { expect, test } from 'vitest';
import { USUAL_AIR } from '../../devices/rules/index.ts';
import type { Fact } from '../../src/domain/airing/facts.ts';
import { toldVerdict } from '../../src/domain/airing/verdict-chain.ts';
import type { Airing, Verdict } from '../../src/domain/model.ts';
import { verdict } from './samples.ts';

const DAY = '2026-12-05';
const t = (time: string, day = DAY) => Date.parse(`${day}T${time}:00+07:00`);
const MISSED_LATE = { ...USUAL_AIR, missed: { kind: 'late', untilMs: 30 * 60_000 } as const };
const SLOT: Pick<Airing, 'playAtMs' | 'durationMs' | 'air'> = {
  ...{ playAtMs: t('17:00'), durationMs: 120_000, air: USUAL_AIR },
};
const failed = (reason: Verdict['reason'], detail: string | null = null): Partial<Verdict> => ({
  ...{ kind: 'failed', reason, detail, heardMs: 0, givenAtMs: t('17:03') },
});
const partly = (reason: Verdict['reason']): Partial<Verdict> => ({
  ...{ kind: 'partly-played', reason, heardMs: 40_000, startErrorMs: 2 },
});
const ruled = (reason: Verdict['reason']): Partial<Verdict> => ({
  ...{ kind: 'skipped-by-rule', reason, heardMs: 0 },
});
const at = (
  kind: Extract<Fact, { kind: `${string}-${'lost' | 'back' | 'removed'}` }>['kind'],
  time: string,
  day?: string,
): Fact => ({
  ...{ kind, atMs: t(time, day) },
});
const ended = (
  how: Extract<Fact, { kind: 'ended' }>['how'],
  by: string | null,
  reason: string | null = null,
): Fact => ({
  ...{ kind: 'ended', how, by, reason, atMs: t('16:58') },
});
const displaced: Fact = {
  ...{ kind: 'displaced', byTitle: 'Lũ về', atMs: t('17:01'), untilMs: t('17:04') },
};

type Row = [string, Partial<Verdict>, Fact[], string, string?];
const rows: Row[] = [
  [
    'no power, then no link, and no rule that makes up for it',
    failed('offline', 'before'),
    [at('mains-lost', '16:42'), at('link-lost', '16:50')],
    'Không phát ở bản Nà Cạn: cụm loa mất điện từ 16:42, mất liên lạc từ 16:50, hết giờ phát lúc 17:02.',
    'Not played in bản Nà Cạn: the speaker has had no power since 16:42, has been out of reach since 16:50, its time was over at 17:02.',
  ],
  [
    'out of reach since two days before',
    failed('offline', 'before'),
    [at('link-lost', '09:10', '2026-12-03')],
    'Không phát ở bản Nà Cạn: cụm loa mất liên lạc từ 09:10 ngày 3/12, hết giờ phát lúc 17:02.',
    'Not played in bản Nà Cạn: the speaker has been out of reach since 09:10 on 3/12, its time was over at 17:02.',
  ],
  [
    'power came back before its time, the link did not',
    failed('offline', 'before'),
    [at('mains-lost', '15:00'), at('mains-back', '15:40'), at('link-lost', '16:00')],
    'Không phát ở bản Nà Cạn: cụm loa mất liên lạc từ 16:00, hết giờ phát lúc 17:02.',
  ],
  [
    'it had it and then fell silent: nobody knows yet',
    failed('offline', 'stored'),
    [at('link-lost', '16:55')],
    'Chưa xác nhận được là đã phát ở bản Nà Cạn: cụm loa đã nhận bản tin nhưng mất liên lạc từ 16:55, sẽ báo kết quả khi nối lại.',
  ],
  [
    'it fell silent only after its time',
    failed('offline', 'after'),
    [at('link-lost', '17:02')],
    'Chưa xác nhận được là đã phát ở bản Nà Cạn: cụm loa mất liên lạc từ 17:02, hết giờ phát lúc 17:02.',
  ],
  [
    'never there',
    failed('offline', 'never'),
    [],
    'Không phát ở bản Nà Cạn: cụm loa này chưa từng kết nối, hết giờ phát lúc 17:02.',
  ],
  [
    'away, and nothing kept of since when',
    failed('offline', null),
    [],
    'Chưa xác nhận được là đã phát ở bản Nà Cạn: cụm loa mất kết nối, hết giờ phát lúc 17:02.',
  ],
  [
    'there, and mute',
    failed('no-receipt'),
    [],
    'Không phát ở bản Nà Cạn: cụm loa vẫn kết nối nhưng đến 17:03 không báo đã nhận hay đã phát.',
  ],
  [
    'there, with the sound, and mute',
    failed('no-receipt', 'stored'),
    [],
    'Không phát ở bản Nà Cạn: cụm loa báo đã nhận nhưng không báo đã phát (đến 17:03).',
  ],
  [
    'the service itself was away',
    failed('late', 'not-sent'),
    [],
    'Không phát ở bản Nà Cạn: hệ thống chưa kịp gửi bản tin trước khi hết giờ phát, hết giờ phát lúc 17:02.',
  ],
  [
    'too late, for no reason that is known',
    failed('late'),
    [],
    'Không phát ở bản Nà Cạn: bản tin đến loa khi giờ phát đã qua, hết giờ phát lúc 17:02.',
  ],
  [
    'too late, because it was away',
    { ...failed('late'), givenAtMs: t('17:40') },
    [at('link-lost', '16:20'), at('link-back', '17:35')],
    'Không phát ở bản Nà Cạn: cụm loa mất liên lạc từ 16:20 đến 17:35, hết giờ phát lúc 17:02.',
  ],
  [
    'an absence long over is no reason',
    failed('late'),
    [at('link-lost', '09:00'), at('link-back', '09:20')],
    'Không phát ở bản Nà Cạn: bản tin đến loa khi giờ phát đã qua, hết giờ phát lúc 17:02.',
  ],
  [
    'chunks were lost while it was away',
    partly('missing-chunks'),
    [at('link-lost', '16:31'), at('link-back', '16:44')],
    'Phát một phần ở bản Nà Cạn: loa không nhận đủ âm thanh trước giờ phát, nghe được 40 giây, mất liên lạc từ 16:31 đến 16:44.',
  ],
  [
    'restarted by a power cut',
    partly('restarted'),
    [at('mains-lost', '17:01')],
    'Phát một phần ở bản Nà Cạn: loa khởi động lại giữa chừng, nghe được 40 giây, mất điện từ 17:01.',
  ],
  [
    'its clock is wrong',
    { ...partly('late'), startErrorMs: 4_600 },
    [{ kind: 'clock-off', atMs: t('16:59'), errorMs: 4_600 }],
    'Phát một phần ở bản Nà Cạn: bắt đầu lệch giờ 5 giây, nghe được 40 giây vì đồng hồ của loa sai.',
  ],
  [
    'off its time, and its clock is right',
    { ...partly('late'), startErrorMs: 4_600 },
    [],
    'Phát một phần ở bản Nà Cạn: bắt đầu lệch giờ 5 giây, nghe được 40 giây.',
  ],
  [
    'a quarter of an hour late, which a clock two seconds off does not explain',
    { ...partly('late'), startErrorMs: 900_000, givenAtMs: t('17:20') },
    [
      { kind: 'clock-off', atMs: t('16:59'), errorMs: -2_000 },
      at('mains-lost', '16:50'),
      at('mains-back', '17:01'),
    ],
    'Phát một phần ở bản Nà Cạn: bắt đầu lệch giờ 900 giây, nghe được 40 giây, mất điện từ 16:50 đến 17:01.',
  ],
  [
    'off its time, and how wrong its clock is nobody knows',
    { ...partly('late'), startErrorMs: null },
    [{ kind: 'clock-off', atMs: t('16:59'), errorMs: null }],
    'Phát một phần ở bản Nà Cạn: bắt đầu lệch giờ 1 giây, nghe được 40 giây.',
  ],
  [
    'its beginning missed, and its schedule says to skip it then',
    { ...ruled('missed-start'), givenAtMs: t('17:10') },
    [at('mains-lost', '16:42'), at('mains-back', '17:01')],
    'Không phát ở bản Nà Cạn: cụm loa mất điện từ 16:42 đến 17:01, lỡ giờ bắt đầu quá 1 giây; lịch này đặt lỡ thì bỏ.',
    'Not played in bản Nà Cạn: the speaker had no power from 16:42 to 17:01, its beginning was missed by more than 1 s, and this schedule is set to skip what is missed.',
  ],
  [
    'its beginning missed, nobody knows why',
    ruled('missed-start'),
    [],
    'Không phát ở bản Nà Cạn: lỡ giờ bắt đầu quá 1 giây; lịch này đặt lỡ thì bỏ.',
  ],
  [
    'stopped by a person who said why',
    ruled('cancelled'),
    [ended('stop', 'Lò Thị Mai', 'nhà có tang')],
    'Không phát ở bản Nà Cạn: Lò Thị Mai bấm Dừng phát lúc 16:58 (nhà có tang).',
    'Not played in bản Nà Cạn: Lò Thị Mai pressed Stop at 16:58 (nhà có tang).',
  ],
  [
    'cancelled',
    ruled('cancelled'),
    [ended('cancel', 'Lò Thị Mai')],
    'Không phát ở bản Nà Cạn: Lò Thị Mai hủy lượt phát lúc 16:58.',
  ],
  [
    'taken back with its schedule',
    ruled('cancelled'),
    [ended('withdrawn', 'Lò Thị Mai')],
    'Không phát ở bản Nà Cạn: Lò Thị Mai rút lịch phát lúc 16:58.',
  ],
  [
    'changed meanwhile',
    ruled('cancelled'),
    [ended('changed', null)],
    'Không phát ở bản Nà Cạn: hệ thống sửa hoặc rút bản tin lúc 16:58.',
  ],
  [
    'given another time',
    ruled('cancelled'),
    [ended('replanned', 'Lò Thị Mai')],
    'Không phát ở bản Nà Cạn: Lò Thị Mai đổi giờ, đổi lịch phát lúc 16:58.',
  ],
  [
    'the law was repealed',
    ruled('cancelled'),
    [ended('ended', null)],
    'Không phát ở bản Nà Cạn: hệ thống dừng vì văn bản không còn hiệu lực lúc 16:58.',
  ],
  [
    'cancelled by nobody known',
    ruled('cancelled'),
    [],
    'Không phát ở bản Nà Cạn: lượt phát đã bị hủy.',
  ],
  [
    'hushed, with the hours and the reason',
    ruled('hushed'),
    [{ kind: 'hush', atMs: t('15:30'), untilMs: t('07:00', '2026-12-06'), reason: 'đám tang' }],
    'Không phát ở bản Nà Cạn: điểm loa tạm im từ 15:30 đến 07:00 ngày 6/12: đám tang.',
    'Not played in bản Nà Cạn: this site was hushed from 15:30 to 07:00 on 6/12: a funeral.',
  ],
  ['hushed, its row gone', ruled('hushed'), [], 'Không phát ở bản Nà Cạn: điểm loa đang tạm im.'],
  [
    'taken down',
    failed('unit-removed'),
    [at('unit-removed', '15:10')],
    'Không phát ở bản Nà Cạn: thiết bị đã được tháo khỏi điểm loa này lúc 15:10.',
  ],
  [
    'taken down, unknown when',
    failed('unit-removed'),
    [],
    'Không phát ở bản Nà Cạn: thiết bị đã được tháo khỏi điểm loa này.',
  ],
  [
    'outside hours',
    ruled('out-of-hours'),
    [],
    'Không phát theo quy chế ở bản Nà Cạn: ngoài khung giờ được phép của xã.',
  ],
  [
    'another had the turn, because nobody chose',
    { kind: 'pre-empted', reason: 'other-airing', heardMs: 0 },
    [displaced, { kind: 'order', atMs: t('16:50'), chosenBy: null, untilMs: t('16:50') }],
    'Nhường bản tin khác ở bản Nà Cạn: đến lượt thì bản tin “Lũ về” đang phát, theo thứ tự đến vì không ai chọn trước 16:50.',
    'Gave way to another bulletin in bản Nà Cạn: the bulletin “Lũ về” was on when its turn came, in order of arrival, because nobody had chosen by 16:50.',
  ],
  [
    'another had the turn, because somebody chose so',
    { kind: 'pre-empted', reason: 'other-airing', heardMs: 0 },
    [displaced, { kind: 'order', atMs: t('16:45'), chosenBy: 'Lò Thị Mai', untilMs: t('16:50') }],
    'Nhường bản tin khác ở bản Nà Cạn: đến lượt thì bản tin “Lũ về” đang phát, theo thứ tự Lò Thị Mai đã chọn.',
  ],
  ['played', {}, [], 'Đã phát ở bản Nà Cạn: phát trọn vẹn, đúng giờ (lệch 12 mili giây).'],
];

test.each(rows)('%s', (_, of, facts, vi, en) => {
  const told = toldVerdict({
    verdict: verdict(of),
    facts,
    where: 'Bản Nà Cạn',
    airing: SLOT,
    byTitle: null,
  });
  expect(told.vi).toBe(vi);
  if (en) expect(told.en).toBe(en);
  // no code, field name or stream id reaches a reader
  expect(`${told.vi} ${told.en}`).not.toMatch(/undefined|null|NaN|[a-z]-[a-z]+-|\b01[A-Z0-9]{8}/);
});

test('past the last moment to make up for it: the sentence of the issue', () => {
  const told = toldVerdict({
    verdict: verdict(failed('offline', 'before')),
    facts: [at('mains-lost', '16:42'), at('link-lost', '16:42')],
    where: 'Bản Nà Cạn',
    airing: { ...SLOT, air: MISSED_LATE },
    byTitle: null,
  });
  expect(told.vi).toBe(
    'Không phát ở bản Nà Cạn: cụm loa mất điện từ 16:42, quá hạn phát bù 17:30.',
  );
  expect(told.en).toBe(
    'Not played in bản Nà Cạn: the speaker has had no power since 16:42, past 17:30, the last moment to make up for it.',
  );
});
