import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { takeFile } from '../../audio/intake/index.ts';
import { slipFault } from '../../src/domain/approval/approval-slip.ts';
import { print } from '../../src/papers/printing.ts';
import { definitionOf } from '../../src/papers/sheets.ts';
import type { SlipPaper } from '../../src/services/approval/papers-port.ts';
import { CODE, HASH, hasPoppler, LETTERS, LINK, pagesOf, slip, textOf } from './samples.ts';

const printed = (of: Partial<SlipPaper> = {}) => print(definitionOf(slip(of)));
const own = { contentHash: HASH, bulletinId: CODE, scanned: false };

describe('a slip', () => {
  test('prints the same bytes twice: what was signed can be printed again', async () => {
    expect(Buffer.compare(await printed(), await printed())).toBe(0);
  });

  test('is known again by the intake, by its hash and code, and by nothing else', async () => {
    const { text } = await takeFile({ bytes: await printed(), name: 'phieu.pdf' });
    expect(text).toContain('PHIẾU DUYỆT BẢN TIN PHÁT THANH');
    expect(slipFault({ text, ...own })).toBeNull();
    expect(slipFault({ text, ...own, contentHash: HASH.replace('0', '1') })).toBe('no-hash');
    expect(slipFault({ text, ...own, bulletinId: CODE.replace('8', '9') })).toBe('other-bulletin');
  }, 30_000);

  test('of a text of many pages still ends with its hash and a place to sign', async () => {
    const sentences = Array.from({ length: 400 }, (_, n) => `Câu ${n}: mời bà con đến họp bản.`);
    const { text, pages } = await takeFile({ bytes: await printed({ sentences }), name: null });
    expect(pages.length).toBeGreaterThan(5);
    expect(text).toContain('Câu 399');
    expect(slipFault({ text, ...own })).toBeNull();
  }, 30_000);

  test.each([
    ['a draft', { warnings: ['Văn bản là bản dự thảo.'] }, 'CHÚ Ý: Văn bản là bản dự thảo.'],
    ['a drill', { drill: true, priority: 'emergency' as const }, 'KHẨN CẤP (DIỄN TẬP)'],
    ['no schedule', { airings: [] }, 'Chưa lập lịch phát'],
    ['a human voice', { synthetic: null }, 'Giọng người'],
    ['markup', { title: '<b>Họp</b> {{x}} http://a.vn/x.png' }, '<b>Họp</b> {{x}}'],
    ['too many figures', { figuresWhole: false }, 'Còn nhiều hơn trong nội dung'],
  ])(
    'with %s says so',
    async (_, of, words) => {
      const { text } = await takeFile({ bytes: await printed(of), name: null });
      expect(text.replace(/\s+/gu, ' ')).toContain(words);
    },
    30_000,
  );

  test('without figures has no heading for them', async () => {
    const { text } = await takeFile({ bytes: await printed({ figures: [] }), name: null });
    expect(text).not.toContain('Những điều cần kiểm tra');
  }, 30_000);

  test('of a title that is one word of 500 letters stays a sheet', async () => {
    const { pages } = await takeFile({
      bytes: await printed({ title: 'ạ'.repeat(500) }),
      name: null,
    });
    expect(pages.length).toBeLessThan(3);
  }, 30_000);
});

describe.runIf(hasPoppler())('on paper', () => {
  test('every letter of Vietnamese is a letter, small, great, upright and bold', async () => {
    const sentences = [LETTERS, LETTERS.toLocaleUpperCase('vi')];
    const text = textOf(await printed({ sentences, title: LETTERS })).replace(/\s+/gu, '');
    for (const line of [...sentences, LETTERS]) expect(text).toContain(line);
  });

  test('the square code opens this bulletin with this hash', async () => {
    const pages = pagesOf(await printed());
    expect(pages).toHaveLength(1);
    const read = pages.map((page) => decodeQR(page, { timeLimit: 5_000 }));
    expect(read).toEqual([LINK]);
  });
});

test.skipIf(hasPoppler())('Poppler is absent: no sheet is looked at here', () => undefined);
