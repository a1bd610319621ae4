// The composed opening and closing of a legal document on air (issue 3 §3).
// It must never invent a fact: what the document does not say is left out.
import { join, type Mapped } from '../source/mapped.ts';
import type { DocumentFacts } from '../types.ts';
import { isVietnameseSyllable } from '../words/syllable.ts';
import { writtenDay } from './days.ts';
import { PLACE } from './head.ts';
import type { Signature } from './signer.ts';

/** "Ủy ban nhân dân tỉnh Sơn La. Quyết định số 1009/QĐ-UBND ngày …, về ban hành …" as source text to be read. */
export function openingText(facts: DocumentFacts, named: Named): string {
  const { number, title, type, status, issuer } = facts;
  const office = issuer === null ? '' : `${properCase(issuer, named.isName)}. `;
  const kind = status.kind === 'draft' ? `Dự thảo ${lowerFirst(type as string)}` : type;
  const date = facts.date === null ? '' : ` ngày ${writtenDay(facts.date)}`;
  const plain = title === null ? '' : lowerFirst(properTitle(title, named.isName));
  const after = afterwards(facts, named);
  if (number === null) return `${office}${kind}${plain === '' ? '' : ` ${plain}`}.${after}`;
  // A law is called by its name: "Luật Phát thanh cơ sở, số 12/2026".
  if (plain !== '' && /^(?:Luật|Bộ luật|Pháp lệnh)$/u.test(facts.type as string))
    return `${office}${kind} ${plain}, ${lowerFirst(facts.type as string)} số ${shortNumber(number)}${date}.${after}`;
  const about = plain === '' ? '' : `, ${aboutText(plain)}`;
  return `${office}${kind} số ${shortNumber(number)}${date}${about}.${after}`;
}

/** isName: words the prose writes with a capital; blankNumber: the line for it stands empty. */
export type Named = { isName: (word: string) => boolean; blankNumber: boolean };

/** What a listener must know before the first clause: a draft, no number yet, no longer what it was. */
function afterwards({ status }: DocumentFacts, { blankNumber }: Named): string {
  const by = status.by === null ? '' : ` bởi văn bản số ${status.by}`;
  const until =
    status.commentUntil === null ? '' : `, lấy ý kiến đến ngày ${writtenDay(status.commentUntil)}`;
  if (status.kind === 'draft') return ` Đây là bản dự thảo${until}.`;
  if (status.kind === 'amended') return ` Văn bản này đã được sửa đổi, bổ sung${by}.`;
  if (status.kind === 'repealed') {
    const ended = status.endedOn === null ? '' : ` từ ngày ${writtenDay(status.endedOn)}`;
    return ` Văn bản này đã hết hiệu lực${ended}${by === '' ? '' : `, được thay thế${by}`}.`;
  }
  return blankNumber ? ' Văn bản này chưa có số.' : '';
}

/** What follows it is the document's name as it is said; a programme that goes on takes it from here. */
export const CLOSING = 'Vừa rồi là nội dung ';

export function closingText(facts: DocumentFacts, { isName }: Named): string {
  const number = facts.number === null ? '' : ` số ${shortNumber(facts.number)}`;
  const issuer = facts.issuer === null ? '' : ` của ${lowerHead(properCase(facts.issuer, isName))}`;
  const kind =
    facts.status.kind === 'draft' ? `dự thảo ${lowerFirst(facts.type as string)}` : facts.type;
  return `${CLOSING}${kind}${number}${issuer}.`;
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
function shortNumber(number: string): string {
  return (/^\d+[a-zA-Z]?(?:\/\d{4}(?=\/))?/u.exec(number) as RegExpExecArray)[0];
}

/** Composed words trace back to the head they were composed from. */
export function composed(text: string, span: { from: number; to: number }): Mapped {
  const length = text.length;
  return join(
    [
      {
        text,
        from: new Uint32Array(length).fill(span.from),
        to: new Uint32Array(length).fill(span.to),
      },
    ],
    [],
  );
}

/** "về việc …", "về ban hành …"; a law's name and what a text does to others stand by themselves. */
function aboutText(title: string): string {
  return /^(?:về|v\/v|quy định|sửa đổi|bãi bỏ|bổ sung|hướng dẫn)(?!\p{L})/iu.test(title)
    ? title
    : `về ${title}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** "của ủy ban…", but "của UBND…". */
function lowerHead(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : lowerFirst(text);
}

/** "ỦY BAN NHÂN DÂN TỈNH SƠN LA" → Ủy ban nhân dân tỉnh Sơn La, names as the body writes them. */
function properCase(caps: string, isName: (word: string) => boolean): string {
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
function properTitle(title: string, isName: (word: string) => boolean): string {
  if (/\p{Ll}/u.test(title)) return title;
  return title.replace(/\p{Lu}+/gu, (word) => {
    const lower = word.toLowerCase();
    if (!isVietnameseSyllable(word)) return word;
    return isName(lower) ? upperFirst(lower) : lower;
  });
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
