// Phiếu duyệt: the bulletin word for word, its figures, where and when, its hash and code, and a place to sign.
// It must never say that it was signed: it is empty when it leaves here.
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { inGroups } from '../domain/approval/approval-slip.ts';
import type { SlipPaper } from '../services/approval/papers-port.ts';
import { mm, sheet } from './definition.ts';

const PRIORITIES = { normal: 'Thông thường', priority: 'Ưu tiên', emergency: 'KHẨN CẤP' } as const;
const FIGURES: Readonly<Record<string, string>> = {
  obligation: 'Phải làm, không được làm',
  deadline: 'Thời hạn',
  money: 'Số tiền',
  date: 'Ngày, giờ',
  number: 'Con số',
  name: 'Tên người, cơ quan',
  place: 'Địa điểm',
  document: 'Văn bản được dẫn',
};
/** Two pages of them: whoever needs more reads the text above. */
const FIGURES_MAX = 120;

export function approvalSlip(paper: SlipPaper): TDocumentDefinitions {
  return sheet({
    title: `Phiếu duyệt: ${paper.title}`,
    madeAtMs: paper.madeAtMs,
    footer: `Mã bản tin ${paper.bulletinId} · lần soạn ${paper.version} · ${paper.contentHash.slice(0, 8)}…`,
    content: [
      { text: paper.communeName.toLocaleUpperCase('vi'), style: 'issuer' },
      { text: 'PHIẾU DUYỆT BẢN TIN PHÁT THANH', style: 'title', margin: [0, 8, 0, 2] },
      {
        text: 'Chương trình tự sản xuất do lãnh đạo Ủy ban nhân dân cấp xã duyệt trước khi phát, theo quy chế hoạt động của đài truyền thanh (Nghị định 49/2024/NĐ-CP, Điều 7)',
        style: 'small',
        alignment: 'center',
        margin: [0, 0, 0, 8],
      },
      facts(paper),
      ...paper.warnings.map((warning): Content => ({ text: `CHÚ Ý: ${warning}`, bold: true })),
      { text: 'Nội dung phát, đúng từng chữ như sẽ nghe', style: 'heading' },
      ...paper.sentences.map((sentence): Content => ({ text: sentence, margin: [0, 0, 0, 3] })),
      ...figures(paper),
      airings(paper),
      proof(paper),
      signature(),
    ],
  });
}

function facts(paper: SlipPaper): Content {
  const drill = paper.drill ? ' (DIỄN TẬP)' : '';
  const seconds = Math.round(paper.durationMs / 1_000);
  const voice = paper.synthetic ?? 'Giọng người';
  const rows: [string, string][] = [
    ['Bản tin', paper.title],
    ['Người soạn', paper.authorName],
    ['Mức độ', `${PRIORITIES[paper.priority]}${drill}`],
    ['Thời lượng', `${Math.floor(seconds / 60)} phút ${seconds % 60} giây`],
    ['Giọng đọc', voice],
    ['Lần soạn', String(paper.version)],
  ];
  return {
    layout: 'noBorders',
    table: {
      widths: [mm(28), '*'],
      body: rows.map(([name, value]) => [
        { text: name, color: '#444444' },
        { text: value, bold: true },
      ]),
    },
  };
}

function figures({ figures: all, figuresWhole }: SlipPaper): Content[] {
  const shown = all.slice(0, FIGURES_MAX);
  const kinds = Object.keys(FIGURES).filter((kind) => shown.some((one) => one.kind === kind));
  if (kinds.length === 0) return [];
  const whole = figuresWhole && shown.length === all.length;
  return [
    { text: 'Những điều cần kiểm tra', style: 'heading' },
    ...kinds.map((kind): Content => {
      const said = shown.filter((one) => one.kind === kind).map(({ source }) => source);
      return {
        text: [{ text: `${FIGURES[kind]}: `, bold: true }, [...new Set(said)].join(' · ')],
        margin: [0, 0, 0, 2],
      };
    }),
    ...(whole ? [] : [{ text: 'Còn nhiều hơn trong nội dung.', style: 'small' }]),
  ];
}

function airings({ airings: all }: SlipPaper): Content {
  const list: Content =
    all.length === 0
      ? { text: 'Chưa lập lịch phát.' }
      : { ul: all.map(({ where, when }) => ({ text: `${where}: ${when}` })) };
  // a heading at the foot of a page and its list on the next is read as "nowhere"
  const stack: Content[] = [{ text: 'Phát ở đâu, khi nào', style: 'heading' }, list];
  return { unbreakable: all.length < 20, stack };
}

/** What ties the sheet to the sound: any other sound has another hash. */
function proof({ bulletinId, contentHash, link }: SlipPaper): Content {
  const groups = inGroups(contentHash).split(' ');
  return {
    unbreakable: true,
    margin: [0, 10, 0, 0],
    columns: [
      { qr: `${link}`, fit: mm(46), width: mm(52), eccLevel: 'M' },
      {
        width: '*',
        stack: [
          { text: 'Mã của âm thanh được duyệt (SHA-256)', bold: true },
          { text: groups.slice(0, 4).join(' '), characterSpacing: 0.4 },
          { text: groups.slice(4).join(' '), characterSpacing: 0.4 },
          { text: `Mã bản tin: ${bulletinId}`, margin: [0, 4, 0, 0] },
          {
            text: 'Sửa một chữ thì mã này đổi và phiếu không còn giá trị. Quét mã vuông để mở đúng bản tin này và nghe.',
            style: 'small',
          },
        ],
      },
    ],
  };
}

function signature(): Content {
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    columns: [
      { width: '*', text: '' },
      {
        width: mm(90),
        stack: [
          { text: 'Ngày …… tháng …… năm ………', alignment: 'center', italics: true },
          { text: 'NGƯỜI DUYỆT', bold: true, alignment: 'center' },
          { text: '(chức vụ, ký, ghi rõ họ tên hoặc ký số)', alignment: 'center', style: 'small' },
          { text: ' ', margin: [0, 0, 0, 60] },
          { text: 'Họ và tên: ……………………………………' },
          { text: 'Chức vụ: ………………………………………' },
        ],
      },
    ],
  };
}
