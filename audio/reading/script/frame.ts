// The composed opening and closing of a legal document on air (issue 3 §3).
// It must never invent a fact: what the document does not say is left out.
import { join, type Mapped } from '../source/mapped.ts';
import type { DocumentFacts } from '../types.ts';
import { isVietnameseSyllable } from '../words/syllable.ts';
import { PLACE } from './roles.ts';

/** "Ủy ban nhân dân tỉnh Sơn La. Quyết định số 1009/QĐ-UBND ngày …, về ban hành …" as source text to be read. */
export function openingText(facts: DocumentFacts, isName: (word: string) => boolean): string {
  const issuer = facts.issuer === null ? '' : `${properCase(facts.issuer, isName)}. `;
  const date = facts.date === null ? '' : ` ngày ${spokenDate(facts.date)}`;
  if (facts.number === null) {
    const title = facts.title === null ? '' : ` ${lowerFirst(facts.title)}`;
    return `${issuer}${facts.type}${title}.`;
  }
  const title = facts.title === null ? '' : `, ${about(facts.title)}`;
  return `${issuer}${facts.type} số ${shortNumber(facts.number)}${date}${title}.`;
}

export function closingText(facts: DocumentFacts, isName: (word: string) => boolean): string {
  const number = facts.number === null ? '' : ` số ${shortNumber(facts.number)}`;
  const issuer = facts.issuer === null ? '' : ` của ${lowerHead(properCase(facts.issuer, isName))}`;
  return `Vừa rồi là nội dung ${facts.type}${number}${issuer}.`;
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

function about(title: string): string {
  return /^(?:về|v\/v)(?!\p{L})/iu.test(title) ? lowerFirst(title) : `về ${lowerFirst(title)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** "của ủy ban…", but "của UBND…". */
function lowerHead(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : lowerFirst(text);
}

function spokenDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${day}/${month}/${year}`;
}

/** "ỦY BAN NHÂN DÂN TỈNH SƠN LA" → Ủy ban nhân dân tỉnh Sơn La, names as the body writes them. */
function properCase(caps: string, isName: (word: string) => boolean): string {
  if (/\p{Ll}/u.test(caps)) return caps;
  const words = caps.split(' ');
  const place = words.findIndex((word) => PLACE.test(`${word} `));
  return words
    .map((word, index) => {
      if (!isVietnameseSyllable(word)) return word;
      const lower = word.toLowerCase();
      const name = index === 0 || (place < 0 ? isName(lower) : index > place);
      return name ? upperFirst(lower) : lower;
    })
    .join(' ');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
