// The sheet on the pole: one page, its code opens that pole's village, whatever a name holds.
// It must never assert how it looks: somebody looked at it.
import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { takeFile } from '../../audio/intake/index.ts';
import { print } from '../../src/papers/printing.ts';
import { definitionOf } from '../../src/papers/sheets.ts';
import type { PosterPaper } from '../../src/services/approval/papers-port.ts';
import { hasPoppler, pagesOf } from './samples.ts';

const LINK = 'https://loa.thu.vn/xa/chieng-le?loa=mon-1';
const poster = (of: Partial<PosterPaper> = {}): PosterPaper => ({
  kind: 'public-poster',
  communeName: 'Xã Chiềng Lề',
  villageName: 'Bản Mòn',
  siteName: 'Nhà văn hóa',
  url: 'https://loa.thu.vn/xa/chieng-le',
  link: LINK,
  phone: '0212 3852 047',
  ...of,
});
const printed = (of: Partial<PosterPaper> = {}) => print(definitionOf(poster(of)));
const textOf = async (of: Partial<PosterPaper>) =>
  (await takeFile({ bytes: await printed(of), name: null })).text.replace(/\s+/gu, ' ');

describe('a poster', () => {
  test('prints the same bytes twice', async () => {
    expect(Buffer.compare(await printed(), await printed())).toBe(0);
  });

  test('says what, where, the address to type and whom to ring', async () => {
    const text = await textOf({});
    for (const words of [
      ...['XÃ CHIỀNG LỀ', 'Loa vừa nói gì?', 'loa.thu.vn/xa/chieng-le', '0212 3852 047'],
      ...['Nhà văn hóa · Bản Mòn', 'không cần xưng tên'],
    ])
      expect(text).toContain(words);
  }, 30_000);

  test('of the whole commune, without a telephone, leaves both out', async () => {
    const text = await textOf({ phone: null, siteName: null, villageName: null });
    expect(text).not.toContain('Hoặc gọi');
    expect(text).not.toContain('·');
  }, 30_000);

  test('takes names as names', async () => {
    const text = await textOf({ communeName: 'Xã <b>Mường</b> {{x}}' });
    expect(text).toContain('<B>MƯỜNG</B> {{X}}');
  }, 30_000);
});

describe.runIf(hasPoppler())('as printed', () => {
  test.each([
    ['an address as they are', {}],
    ['the longest address and names', longest()],
  ])(
    '%s: one page whose code opens that pole’s village',
    async (_, of) => {
      const pages = pagesOf(await printed(of), 100);
      expect(pages).toHaveLength(1);
      const read = pages.map((page) => decodeQR(page, { timeLimit: 5_000 }));
      expect(read).toEqual([poster(of).link]);
    },
    30_000,
  );
});

function longest(): Partial<PosterPaper> {
  const url = `https://he-thong-truyen-thanh.so-vhttdl.dien-bien.gov.vn/xa/${'a'.repeat(40)}`;
  return { url, link: `${url}?loa=${'b'.repeat(40)}`, siteName: 'ạ b'.repeat(60) };
}

test.skipIf(hasPoppler())('Poppler is absent: no poster is looked at here', () => undefined);
