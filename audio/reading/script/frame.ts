// The composed opening and closing of a legal document on air (issue 3 §3).
// It must never invent a fact: what the document does not say is left out.
import type { DocumentFacts } from '../types.ts';
import { isVietnameseSyllable } from '../words/syllable.ts';
import { writtenDay } from './days.ts';
import { PLACE } from './head.ts';
import type { Signature } from './signer.ts';

/** What a stretch of composed words says; null joins them and comes from the head as a whole. */
export type Fact = 'issuer' | 'number' | 'date' | 'type' | 'title' | 'status' | 'until' | 'by';
export type Part = { text: string; of: Fact | null };

/** "Ủy ban nhân dân tỉnh Sơn La. Quyết định số 1009/QĐ-UBND ngày …, về ban hành …" as source text to be read. */
export function openingParts(facts: DocumentFacts, named: Named): Part[] {
  const { number, title, issuer } = facts;
  const office =
    issuer === null ? [] : [of('issuer', properCase(issuer, named.isName)), joining('. ')];
  const kind = kindParts(facts, facts.type as string);
  const date = facts.date === null ? [] : [joining(' ngày '), of('date', writtenDay(facts.date))];
  const plain = title === null ? '' : lowerFirst(properTitle(title, named.isName));
  const after = [joining('.'), ...afterwards(facts, named)];
  if (number === null) {
    const about = plain === '' ? [] : [joining(' '), of('title', plain)];
    return [...office, ...kind, ...about, ...after];
  }
  const numbered = of('number', `số ${shortNumber(number)}`);
  // A law is called by its name: "Luật Phát thanh cơ sở, số 12/2026".
  if (plain !== '' && /^(?:Luật|Bộ luật|Pháp lệnh)$/u.test(facts.type as string)) {
    const name = [joining(' '), of('title', plain), joining(', ')];
    const again = of('type', lowerFirst(facts.type as string));
    return [...office, ...kind, ...name, again, joining(' '), numbered, ...date, ...after];
  }
  const about = plain === '' ? [] : aboutParts(plain);
  return [...office, ...kind, joining(' '), numbered, ...date, ...about, ...after];
}

function of(fact: Fact, text: string): Part {
  return { text, of: fact };
}

function joining(text: string): Part {
  return { text, of: null };
}

function kindParts({ status }: DocumentFacts, type: string): Part[] {
  if (status.kind !== 'draft') return [of('type', type)];
  return [of('status', 'Dự thảo'), joining(' '), of('type', lowerFirst(type))];
}

/** isName: words the prose writes with a capital; blankNumber: the line for it stands empty. */
export type Named = { isName: (word: string) => boolean; blankNumber: boolean };

/** What a listener must know before the first clause: a draft, no number yet, no longer what it was. */
function afterwards({ status }: DocumentFacts, { blankNumber }: Named): Part[] {
  const by = status.by === null ? [] : [joining(' bởi '), of('by', `văn bản số ${status.by}`)];
  const until = dayParts(', lấy ý kiến đến ngày ', status.commentUntil);
  if (status.kind === 'draft')
    return [joining(' Đây là '), of('status', 'bản dự thảo'), ...until, joining('.')];
  const says = (words: string): Part[] => [joining(' Văn bản này '), of('status', words)];
  if (status.kind === 'amended') return [...says('đã được sửa đổi, bổ sung'), ...by, joining('.')];
  if (status.kind === 'repealed') {
    const ended = dayParts(' từ ngày ', status.endedOn);
    const replaced = by.length === 0 ? [] : [joining(', được thay thế'), ...by];
    return [...says('đã hết hiệu lực'), ...ended, ...replaced, joining('.')];
  }
  return blankNumber ? [joining(' Văn bản này chưa có số.')] : [];
}

function dayParts(before: string, day: string | null): Part[] {
  return day === null ? [] : [joining(before), of('until', writtenDay(day))];
}

/** What follows it is the document's name as it is said; a programme that goes on takes it from here. */
export const CLOSING = 'Vừa rồi là nội dung ';

export function closingParts(facts: DocumentFacts, { isName }: Named): Part[] {
  const { number, issuer, type, status } = facts;
  const draft = [of('status', 'dự thảo'), joining(' '), of('type', lowerFirst(type as string))];
  return [
    joining(CLOSING),
    ...(status.kind === 'draft' ? draft : [of('type', type as string)]),
    ...(number === null ? [] : [joining(' '), of('number', `số ${shortNumber(number)}`)]),
    ...(issuer === null
      ? []
      : [joining(' của '), of('issuer', lowerHead(properCase(issuer, isName)))]),
    joining('.'),
  ];
}

/** "Thay mặt Ủy ban nhân dân tỉnh, Phó Chủ tịch Lò Văn Ánh đã ký." */
export function signatureText(signature: Signature, { issuer, isName }: Signed): string | null {
  if (signature.name === null) return null;
  const { behalf, power, office } = signature;
  const level = PLACE_WORD.exec(issuer ?? '')?.[0].toLowerCase() ?? '';
  const bare = behalf !== null && /^(?:ỦY|UỶ) BAN NHÂN DÂN$|^HỘI ĐỒNG NHÂN DÂN$/u.test(behalf);
  const parts = [
    behalf === null
      ? ''
      : `thay mặt ${officeCase(behalf, isName)}${bare && level !== '' ? ` ${level}` : ''}`,
    power === null ? '' : `${power.word} ${officeCase(power.of, isName)}`,
    `${office === null ? '' : `${officeCase(office, isName)} `}${personCase(signature.name)} đã ký.`,
  ];
  return upperFirst(parts.filter((part) => part !== '').join(', '));
}

export type Signed = { issuer: string | null; isName: (word: string) => boolean };

const PLACE_WORD = /(?:TỈNH|HUYỆN|XÃ|PHƯỜNG|THÀNH PHỐ|THỊ XÃ|QUẬN|THỊ TRẤN|ĐẶC KHU)(?=\s)/iu;

/** "PHÓ CHỦ TỊCH" → "Phó Chủ tịch": an office's title keeps its capital. */
function officeCase(text: string, isName: (word: string) => boolean): string {
  return properCase(text, isName).replace(
    /(?<=^|\s)(?:chủ tịch|giám đốc|bộ trưởng|thứ trưởng|bí thư|chánh văn phòng|ủy ban|uỷ ban|hội đồng|phó (?=chủ tịch|giám đốc|bí thư|trưởng|chánh)|ban (?=thường vụ|chấp hành)|thường vụ|chấp hành)/giu,
    upperFirst,
  );
}

function personCase(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  return name.toLowerCase().replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}

/** The issuer is said anyway, so of "15/2023/NQ-HĐND" only number and year are. */
export function shortNumber(number: string): string {
  return (/^\d+[a-zA-Z]?(?:\/\d{4}(?=\/))?/u.exec(number) as RegExpExecArray)[0];
}

/** "về việc …", "về ban hành …"; a law's name and what a text does to others stand by themselves. */
function aboutParts(title: string): Part[] {
  const itself = /^(?:về|v\/v|quy định|sửa đổi|bãi bỏ|bổ sung|hướng dẫn)(?!\p{L})/iu.test(title);
  return [joining(itself ? ', ' : ', về '), of('title', title)];
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** "của ủy ban…", but "của UBND…". */
function lowerHead(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : lowerFirst(text);
}

/** "ỦY BAN NHÂN DÂN TỈNH SƠN LA" → Ủy ban nhân dân tỉnh Sơn La, names as the body writes them. */
export function properCase(caps: string, isName: (word: string) => boolean): string {
  if (/\p{Ll}/u.test(caps)) return caps;
  const words = caps.split(' ');
  // "TỈNH ỦY", "ĐẢNG ỦY": an office, whose name begins behind it.
  const party = words.findIndex((word) => /^(?:ỦY|UỶ)$/u.test(word)) === 1 && words[2] !== 'BAN';
  const place = party ? 1 : words.findIndex((word) => PLACE.test(`${word} `));
  return words
    .map((word, index) => {
      if (!isVietnameseSyllable(word)) return word;
      const lower = word.toLowerCase();
      const name =
        index === 0 || (place < 0 ? isName(lower) : index > place && !PLACE.test(`${word} `));
      return name ? upperFirst(lower) : lower;
    })
    .join(' ');
}

/** A title in capitals comes down to the words of a sentence; "UBND" stays. */
export function properTitle(title: string, isName: (word: string) => boolean): string {
  if (/\p{Ll}/u.test(title)) return title;
  return title.replace(/\p{Lu}+/gu, (word) => {
    const lower = word.toLowerCase();
    if (!isVietnameseSyllable(word)) return word;
    return isName(lower) ? upperFirst(lower) : lower;
  });
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
