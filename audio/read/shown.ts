// A script as a person reads it in a terminal: what is spoken, what the file is, and each doubt in words.
// It must never know how the file was opened or read.
import type { PageSpan, Taken } from '../intake/index.ts';
import type { Doubt, DoubtReason, Script } from '../reading/index.ts';
import { minutesOf } from './outline.ts';

export function spokenLines(script: Script): string {
  return script.sentences.map(({ words }) => `${words}\n`).join('');
}

/** `asRows`: the same text with every row of its tables read. */
export function shown(script: Script, taken: Taken, asRows: () => Script): string {
  const kind = [taken.container, taken.encoding, taken.ocr?.engine].filter(Boolean).join(', ');
  const pages = taken.pages.length > 0 ? `, ${taken.pages.length} trang` : '';
  const minutes = String(minutesOf(script.sentences)).replace('.', ',');
  return [
    spokenLines(script),
    `Tệp: ${kind}${pages}`,
    ...taken.notes.map(({ vi }) => `Lưu ý: ${vi}`),
    ...taken.signatures.map(signatureLine),
    ...script.documents.map(documentLine),
    `${count(script.syllables)} âm tiết, khoảng ${minutes} phút`,
    `Còn ${script.doubts.length} chỗ ngờ${unreadLine(script, asRows)}, đã sửa ${script.repairs.length} chỗ nhận dạng sai`,
    ...script.doubts.map((doubt) => `  ${doubtLine(doubt, taken)}`),
    '',
  ].join('\n');
}

/** What is doubtful in the cells of a table that is summed up is not heard, and no doubt of this script. */
function unreadLine({ sentences }: Script, asRows: () => Script): string {
  const tables = sentences.flatMap(({ trace }) => trace.filter(({ rule }) => rule === SUMMED_UP));
  if (tables.length === 0) return '';
  const unread = asRows().doubts.filter((doubt) =>
    tables.some(({ from, to }) => doubt.from >= from && doubt.to <= to),
  );
  return unread.length === 0 ? '' : `, thêm ${unread.length} chỗ trong các hàng bảng không đọc`;
}

const SUMMED_UP = 'table-summary';

function documentLine({ type, number, date, issuer }: Script['documents'][number]): string {
  const day = date?.split('-').reverse().join('/');
  const facts = [type, number, day, issuer].filter(Boolean).join(', ');
  return `Văn bản: ${facts || 'không rõ số, ngày, nơi ban hành'}`;
}

function signatureLine(signature: Taken['signatures'][number]): string {
  const who = [signature.signer, signature.organisation].filter(Boolean).join(', ');
  const sound = signature.intact
    ? 'nội dung đã ký còn nguyên vẹn'
    : 'nội dung đã bị thay đổi sau khi ký';
  const whole = signature.whole ? '' : ', không bao trùm toàn bộ tệp';
  const when = signature.signedAt === null ? '' : `, ký lúc ${signature.signedAt}`;
  const problem = signature.problem === null ? '' : `; ${signature.problem.vi}`;
  return `Chữ ký số: ${who || 'không rõ người ký'}${when}, ${sound}${whole}${problem}`;
}

/** "trang 2, Phần II, Mục 3, dòng 41: chữ viết tắt chưa biết: BCĐ → bê xê đê" */
function doubtLine(doubt: Doubt, { text, pages }: Taken): string {
  const page = pageOf(pages, doubt.from);
  const line = text.slice(0, doubt.from).split('\n').length;
  const place = [page === null ? null : `trang ${page}`, doubt.clause, `dòng ${line}`];
  const source = text.slice(doubt.from, doubt.to).replace(/\s+/gu, ' ').trim() || doubt.source;
  const said = doubt.suggestion === '' ? 'không đọc' : doubt.suggestion;
  return `${place.filter(Boolean).join(', ')}: ${REASONS[doubt.reason]}: ${source} → ${said}`;
}

export function pageOf(pages: readonly PageSpan[], at: number): number | null {
  return pages.find(({ from, to }) => at >= from && at < to)?.page ?? null;
}

function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/gu, '.');
}

const REASONS: Readonly<Record<DoubtReason, string>> = {
  'unknown-abbreviation': 'chữ viết tắt chưa biết',
  'ambiguous-abbreviation': 'chữ viết tắt có nhiều nghĩa',
  'unknown-word': 'không phải từ tiếng Việt',
  'ambiguous-number': 'số có thể hiểu cách khác',
  'unknown-docno-part': 'phần chưa biết trong số văn bản',
  'foreign-script': 'chữ của ngôn ngữ khác',
  'unknown-symbol': 'ký hiệu chưa biết',
  'lost-digits': 'số bị mất chữ số',
  blank: 'chỗ để trống',
  'no-number': 'số văn bản để trống',
  'long-number': 'số quá dài',
  'roman-without-cue': 'số La Mã hay chữ cái',
  'web-address': 'địa chỉ trên mạng',
  'round-trip': 'đọc lại không ra đúng như văn bản',
  'lost-number': 'số của văn bản không có trong bản đọc',
};
