import { expect, test } from 'vitest';
import { IntakeError, takeFile } from '../../../audio/intake/index.ts';
import { hasChromium, launch } from '../../web/browser.ts';
import { column, paper } from './paper.ts';

const PAGES = 2000;
const LARGE = paper(
  Array.from({ length: PAGES }, (_, at) => ({
    pieces: column([`Điều ${at + 1}. Ủy ban nhân dân xã tổ chức thi hành quyết định này.`]),
  })),
);

test('2,000 pages are read with progress, each at its place', { timeout: 120_000 }, async () => {
  const done: number[] = [];
  const taken = await takeFile(
    { bytes: LARGE, name: 'công báo.pdf' },
    { onProgress: (at) => at.step === 'pages' && done.push(at.done) },
  );
  expect(taken.pages).toHaveLength(PAGES);
  const { from, to } = taken.pages[1499] ?? { from: 0, to: 0 };
  expect(taken.text.slice(from, to)).toMatch(/^Điều 1500\. Ủy ban/u);
  expect(done.length).toBeGreaterThan(3);
  expect([...done].sort((one, other) => one - other)).toEqual(done);
  expect(done.at(-1)).toBe(PAGES);
});

test('it can be stopped within a second', { timeout: 60_000 }, async () => {
  const stop = new AbortController();
  let stoppedAt = Number.POSITIVE_INFINITY;
  const taking = takeFile(
    { bytes: LARGE, name: null },
    {
      signal: stop.signal,
      onProgress: ({ step }) => {
        if (step !== 'pages' || stop.signal.aborted) return;
        stoppedAt = performance.now();
        stop.abort();
      },
    },
  );
  await expect(taking).rejects.toBeInstanceOf(IntakeError);
  await expect(taking).rejects.toMatchObject({ code: 'stopped' });
  expect(performance.now() - stoppedAt).toBeLessThan(1000);
});

const PAGE = `<meta charset="utf-8">
<style>body{font:13pt/1.4 "DejaVu Serif"} .head{display:flex;justify-content:space-between}
 .head div{text-align:center} .grid,.grid td{border:1px solid;border-collapse:collapse} h3{text-align:center}</style>
<div class="head"><div>ỦY BAN NHÂN DÂN<br>XÃ BẢN MẪU<br>Số: 12/KH-UBND</div>
<div>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc<br>Bản Mẫu, ngày 02 tháng 3 năm 2026</div></div>
<h3>KẾ HOẠCH</h3>
<p>Thực hiện Quyết định số 766/QĐ-TTg<sup>1</sup> của Thủ tướng Chính phủ.</p>
<table class="grid" style="width:100%"><tr><td>TT</td><td>Nội dung</td><td>Kinh phí</td></tr>
<tr><td>1</td><td style="width:40%">Tuyên truyền, phổ biến pháp luật cho nhân dân các bản vùng cao</td><td>1.250.000</td></tr></table>`;

test.runIf(hasChromium)(
  'a document printed by a browser comes out as it was written',
  { timeout: 60_000 },
  async () => {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.setContent(PAGE);
      const pdf = await page.pdf({
        format: 'A4',
        margin: { top: '2cm', left: '2cm', right: '2cm' },
      });
      const { text, container, ocr } = await takeFile({ bytes: pdf, name: 'kế hoạch.pdf' });
      expect(text.split('\n').filter(Boolean)).toEqual([
        'ỦY BAN NHÂN DÂN',
        'XÃ BẢN MẪU',
        'Số: 12/KH-UBND',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Bản Mẫu, ngày 02 tháng 3 năm 2026',
        'KẾ HOẠCH',
        'Thực hiện Quyết định số 766/QĐ-TTg¹ của Thủ tướng Chính phủ.',
        'TT\tNội dung\tKinh phí',
        '1\tTuyên truyền, phổ biến pháp luật cho nhân dân các bản vùng cao\t1.250.000',
      ]);
      expect({ container, ocr }).toEqual({ container: 'pdf', ocr: null });
    } finally {
      await browser.close();
    }
  },
);
