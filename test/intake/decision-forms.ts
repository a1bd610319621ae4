// One decision of our own as an office might send it: typed, in Markdown, as a page, as a Word file.
// It must never copy a real document.
import { level, num, numbered, paragraph, plan, wordFile, wordTable } from './word-file.ts';

const LEFT = ['ỦY BAN NHÂN DÂN', 'XÃ CHIỀNG LỀ', 'Số: 27/2026/QĐ-UBND'];
const RIGHT = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Chiềng Lề, ngày 05 tháng 11 năm 2026',
];
const HEAD = [
  'QUYẾT ĐỊNH',
  'Quy định giờ đốt nương và mức hỗ trợ',
  'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ',
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;',
  'QUYẾT ĐỊNH:',
];
const ARTICLES = [
  { title: 'Giờ đốt nương', points: [] },
  {
    title: 'Mức hỗ trợ',
    points: ['Hộ nghèo được 1.500.000 đồng;', 'Hộ cận nghèo được 750.000 đồng.'],
  },
  { title: 'Quyết định này có hiệu lực từ ngày 01/12/2026./.', points: [] },
] as const;
const FIRST =
  'Từ ngày 01/12/2026, chỉ được đốt nương từ 5 giờ đến 8 giờ sáng; không đốt quá 0,5 ha mỗi lần.';
const TABLE = [
  ['TT', 'Bản', 'Số hộ'],
  ['1', 'Nà Lay', '125'],
  ['2', 'Pá Hốc', '96'],
];
const RECIPIENTS = ['Nơi nhận:', '- Như Điều 3;', '- Lưu: VT.'];
const SIGNED = ['CHỦ TỊCH', 'Lò Văn Ánh'];

type Form = {
  beside(left: readonly string[], right: readonly string[]): string;
  line(text: string): string;
  article(number: number, text: string): string;
  point(letter: string, text: string): string;
  table(rows: readonly (readonly string[])[]): string;
};

function decision(form: Form): string {
  const articles = ARTICLES.flatMap(({ title, points }, at) => [
    form.article(at + 1, title),
    ...(at === 0 ? [form.line(FIRST)] : []),
    ...points.map((point, index) => form.point(String.fromCharCode(97 + index), point)),
    ...(at === 1 ? [form.table(TABLE)] : []),
  ]);
  return [
    form.beside(LEFT, RIGHT),
    ...HEAD.map(form.line),
    ...articles,
    form.beside(RECIPIENTS, SIGNED),
  ].join('');
}

const typed: Form = {
  beside: (left, right) => [...left, ...right].map(typedLine).join(''),
  line: typedLine,
  article: (number, text) => typedLine(`Điều ${number}. ${text}`),
  point: (letter, text) => typedLine(`${letter}) ${text}`),
  table: (rows) => `${rows.map((row) => `${row.join('\t')}\n`).join('')}\n`,
};

function typedLine(text: string): string {
  return `${text}\n\n`;
}

const escaped = (text: string) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
const page: Form = {
  beside(left, right) {
    const cell = (lines: readonly string[]) =>
      `<td>${lines.map((line) => `<p>${escaped(line)}`).join('')}`;
    return `<table border=0><tr>${cell(left)}${cell(right)}</table>`;
  },
  line: (text) => `<p style="margin:0">${escaped(text)}</p>`,
  article: (number, text) => `<h3><b>Điều ${number}.</b> ${escaped(text)}</h3>`,
  point: (letter, text) =>
    `<ol type=a start=${letter.charCodeAt(0) - 96}><li>${escaped(text)}</ol>`,
  table: (rows) => `<table>${rows.map((row) => `<tr><td>${row.join('<td>')}`).join('')}</table>`,
};

const word: Form = {
  beside: (left, right) => wordTable([[left, right]]),
  line: (text) => paragraph(text),
  article: (_, text) => numbered(text, 1, 0),
  point: (_, text) => numbered(text, 1, 1),
  table: (rows) => wordTable(rows.map((row) => row.map((cell) => [cell]))),
};

const markdown: Form = {
  ...typed,
  article: (number, text) => typedLine(`### **Điều ${number}.** ${text}`),
  table: ([head = [], ...rows]) =>
    `${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('')}\n`,
};

export const TYPED = decision(typed);
export const MARKDOWN = decision(markdown);
export const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>${decision(page)}</body></html>`;
export const WORD = wordFile({
  body: decision(word),
  numbering: plan(0, level(0, 'decimal', 'Điều %1.') + level(1, 'lowerLetter', '%2)')) + num(1, 0),
});
