import { afterAll, expect, test } from 'vitest';
import type { NoticeTemplate } from '../../src/domain/notices/notice-model.ts';
import { noticeText } from '../../src/domain/notices/notice-text.ts';
import { builtInNotices } from '../../src/notice-templates.ts';
import { makeReader } from '../../src/reader.ts';
import { NOW, SAMPLES } from '../domain/notice-samples.ts';

const reader = makeReader();
afterAll(() => reader.close());
const order = { profile: reader.profile, additions: [], settled: [] };
const spoken = (id: string) => {
  const template = builtInNotices().find((one) => one.id === id) as NoticeTemplate;
  const slots = SAMPLES[id]?.slots ?? {};
  const { text } = noticeText({ template, slots, commune: 'Xã Mường La', nowMs: NOW });
  return reader.readShort(text, order);
};

test.each(Object.keys(SAMPLES))('%s is spoken without a digit, a doubt or a stray sign', (id) => {
  const { sentences, doubts } = spoken(id);
  expect(doubts).toEqual([]);
  for (const sentence of sentences) expect(sentence).toMatch(/^[\p{L} .,;:]+$/u);
});

test.each([
  [
    'hop-ban',
    'vào lúc bảy giờ ba mươi phút thứ Tư ngày hai mươi lăm tháng mười một, tại nhà văn hóa bản Mòng.',
  ],
  ['cat-dien', 'từ bảy giờ đến mười một giờ ba mươi phút thứ Tư ngày hai mươi lăm tháng mười một.'],
  ['cat-dien', 'gọi số một chín không không, sáu bảy sáu chín.'],
  ['thu-phi', 'Mức thu là ba mươi nghìn đồng mỗi hộ.'],
  ['tim-nguoi-lac', 'gọi ngay số không chín một hai, ba bốn năm, sáu bảy tám.'],
  ['chay-rung', 'đang ở cấp bốn, cấp nguy hiểm.'],
  ['chay-rung', 'hoặc gọi số một một bốn.'],
  ['le-hoi', 'đến mười bảy giờ thứ Sáu ngày một tháng một năm hai nghìn không trăm hai mươi bảy'],
  ['xa-lu', 'lưu lượng khoảng năm trăm mét khối một giây.'],
])('%s says “%s”', (id, words) => {
  expect(spoken(id).sentences.join(' ')).toContain(words);
});

test('every one of them is said within a minute, so that it can be said twice in a session', () => {
  for (const id of Object.keys(SAMPLES)) expect(spoken(id).estimatedSeconds, id).toBeLessThan(60);
});
