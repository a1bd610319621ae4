// What a person must know of a PDF's pages, in one sentence each: damaged, guessed, recognised, unread.
// It must never know how a page was read.
import type { Remark } from '../types.ts';
import type { Finished } from './finish.ts';

/** Pages pdf.js could not open. */
export function damagedRemark(pages: readonly number[]): Remark {
  return {
    vi: `${pages.length} trang bị hỏng, không đọc được: trang ${listed(pages)}.`,
    en: `Damaged pages that could not be read: ${listed(pages)}.`,
  };
}

export function remarksOn(pages: readonly Finished[]): Remark[] {
  const of = (wanted: (page: Finished) => boolean): number[] =>
    pages.filter(wanted).map(({ page }) => page);
  return [
    remark(
      of(({ source }) => source === 'ocr'),
      {
        vi: 'là ảnh quét, chữ do máy nhận dạng, cần soát lại',
        en: 'Scanned pages read by OCR, to be checked',
      },
    ),
    remark(
      of(({ source, guessed }) => source === 'layer' && guessed),
      {
        vi: 'có chữ do máy quét tự nhận dạng, cần soát lại',
        en: "Pages whose text is the scanner's own guess, to be checked",
      },
    ),
    remark(
      of(({ source }) => source === 'lost'),
      {
        vi: 'không có chữ đọc được',
        en: 'Pages without readable text',
      },
    ),
    remark(
      of(({ source }) => source === 'late'),
      {
        vi: 'chưa được nhận dạng chữ vì đã hết thời gian; hãy tách tệp rồi gửi phần còn lại',
        en: 'Pages there was no time left to recognise; split the file and send them',
      },
    ),
  ].filter((one): one is Remark => one !== null);
}

function remark(pages: readonly number[], { vi, en }: Remark): Remark | null {
  if (pages.length === 0) return null;
  return {
    vi: `${pages.length} trang ${vi}: trang ${listed(pages)}.`,
    en: `${en}: ${listed(pages)}.`,
  };
}

/** Beyond this a person reads how many, not which. */
const MAX_LISTED = 20;

/** "1–3, 7": page numbers as a person lists them. */
export function listed(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last !== undefined && page === last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  const said = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return said.slice(0, MAX_LISTED).join(', ') + (said.length > MAX_LISTED ? ', …' : '');
}
