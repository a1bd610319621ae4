// The sheet on the pole: what this is, a code to point a phone at, the address to type, whom to ring.
// It must never carry what was said: it hangs there for years.
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { PosterPaper } from '../services/approval/papers-port.ts';
import { mm } from './definition.ts';

/** Read from two metres, scanned from one: a hand's breadth. */
const CODE = mm(92);
/** A poster has no day: printed again it is the same sheet. */
const NO_DAY = new Date(0);

export function publicPoster(paper: PosterPaper): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: [mm(18), mm(18), mm(18), mm(14)],
    language: 'vi',
    info: {
      ...{ title: `Loa vừa nói gì? ${paper.communeName}`, producer: 'Vang Xa', creator: 'Vang Xa' },
      ...{ creationDate: NO_DAY, modDate: NO_DAY },
    },
    defaultStyle: { font: 'Roboto', fontSize: 18, lineHeight: 1.15, alignment: 'center' },
    content: [
      { text: `LOA TRUYỀN THANH ${paper.communeName.toLocaleUpperCase('vi')}`, bold: true },
      { text: 'Loa vừa nói gì?', bold: true, fontSize: 58, margin: [0, mm(5), 0, mm(1)] },
      { text: 'Đọc lại và nghe lại bảy ngày qua', fontSize: 24, margin: [0, 0, 0, mm(6)] },
      // a code without its white rim is not found by every phone
      { qr: paper.link, fit: CODE, eccLevel: 'Q', padding: 4 },
      { text: 'Mở máy ảnh điện thoại, hướng vào ô vuông này', margin: [0, mm(3), 0, mm(6)] },
      { text: 'hoặc gõ địa chỉ', fontSize: 15, color: '#333333' },
      { text: withoutScheme(paper.url), bold: true, fontSize: addressSize(paper.url) },
      {
        text: 'Loa ồn quá, nghe không rõ, nói sai? Phản ánh ngay trên trang, không cần xưng tên.',
        margin: [0, mm(7), 0, mm(4)],
      },
      ...phone(paper),
    ],
    footer: { ...place(paper), fontSize: 13, color: '#333333' },
  };
}

function phone({ phone: number }: PosterPaper): Content[] {
  if (number === null) return [];
  return [{ text: ['Hoặc gọi ', { text: number, bold: true, fontSize: 26 }] }];
}

function place({ siteName, villageName }: PosterPaper) {
  return { text: [siteName, villageName].filter(Boolean).join(' · ') };
}

/** What is typed; the code holds all of it. */
const withoutScheme = (url: string) => url.replace(/^https?:\/\//u, '');

/** On one line for as long as it can be read from the road. */
function addressSize(url: string): number {
  return Math.max(14, Math.min(34, Math.floor(900 / withoutScheme(url).length)));
}
