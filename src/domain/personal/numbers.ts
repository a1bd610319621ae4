// Numbers that are one person's: a mobile telephone, an identity number, a bank account beside a name.
// It must never take a sum of money, a day or the number of a document for one.
import type { Span } from './names.ts';
import type { PersonalHint, PersonalKind } from './personal-model.ts';

/** Digits as they are written together: "0912 345 678" is one run of three groups. */
type Group = { at: number; end: number };
const lengthOf = ({ at, end }: Group): number => end - at;
type Seen = { text: string; nearName(at: number, end: number): boolean };

/** Every quantifier is bounded or its classes are disjoint: nothing is read twice. */
const RUN = /\d+(?:(?:[ .()-]{1,3}|, ?)\d+)*/gu;
/** An account has eight digits or more, an identity number with blanks twelve; the longest account has sixteen. */
const DIGITS = { min: 8, max: 16 };

export function numbersIn(text: string, names: readonly Span[]): PersonalHint[] {
  const seen = { text, nearName: nearNames(names) };
  const found: PersonalHint[] = [];
  // a table of short figures is passed by, not kept: thousands of them would cost more to clear away than to read
  for (const { 0: run, index } of text.matchAll(RUN))
    if (run.length >= DIGITS.min) hintsOfRun(seen, { groups: groupsOf(run, index), found });
  return found;
}

function groupsOf(run: string, index: number): Group[] {
  const groups: Group[] = [];
  let from: number | null = null;
  // counted, not matched: a page of figures is tens of thousands of groups
  for (let at = 0; at <= run.length; at += 1) {
    if (isDigit(run.charCodeAt(at))) from ??= at;
    else if (from !== null) {
      groups.push({ at: index + from, end: index + at });
      from = null;
    }
  }
  return groups;
}

/** Not a number past the end: no digit. */
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A number takes at most so many groups ("09 12 34 56 78"); so each start looks at no more. */
const GROUPS_MAX = 5;

function hintsOfRun(seen: Seen, of: { groups: readonly Group[]; found: PersonalHint[] }): void {
  const { groups, found } = of;
  for (let first = 0; first < groups.length; ) {
    const taken = numberAt(seen, groups, first);
    if (taken) found.push(taken.hint);
    first += taken?.groups ?? 1;
  }
}

function numberAt(seen: Seen, groups: readonly Group[], first: number) {
  // the longest first: nine digits of an identity number's twelve are none
  for (let count = Math.min(GROUPS_MAX, groups.length - first); count >= 1; count -= 1) {
    const these = groups.slice(first, first + count);
    const kind = kindOf(seen, these);
    if (kind === null) continue;
    const [from, to] = [these[0] as Group, these.at(-1) as Group];
    const at = seen.text[from.at - 1] === '+' ? from.at - 1 : from.at;
    return { groups: count, hint: { kind, at, length: to.end - at } };
  }
  return null;
}

function kindOf({ text, nearName }: Seen, groups: readonly Group[]): PersonalKind | null {
  const count = groups.reduce((sum, group) => sum + lengthOf(group), 0);
  if (count < DIGITS.min || count > DIGITS.max) return null;
  const digits = groups.map(({ at, end }) => text.slice(at, end)).join('');
  const [from, to] = [groups[0] as Group, groups.at(-1) as Group];
  const before = text.slice(Math.max(0, from.at - CUE_CHARS), from.at);
  if (partOfMore(before, text.slice(to.end, to.end + 12))) return null;
  if (isIdNumber(digits, { before, together: groups.length === 1 })) return 'id-number';
  if (ACCOUNT_CUE.test(before)) return nearName(from.at, to.end) ? 'bank-account' : null;
  const listed = text.slice(from.at, to.end).includes(',');
  return isPhone(digits, { before, groups, listed }) ? 'phone' : null;
}

/** How far before a number the word stands that says what it is: "căn cước công dân số: ". */
const CUE_CHARS = 48;

/** A sum of money, the number of a document, the end of a longer figure. */
function partOfMore(before: string, after: string): boolean {
  return (
    /\d[.,/]$|\/$/u.test(before) ||
    /^(?:[/,]\p{L}|[/,.]?\d|\s?(?:đồng|đ\b|VN[ĐD]|₫|%))/iu.test(after)
  );
}

/** Province 001–096, century and sex, year: a number of 12 digits so built is nobody's sum (Thông tư 59/2021). */
const CITIZEN = /^0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}$/u;
const ID_CUE = /(?:CCCD|CMND|CMT|căn cước|chứng minh (?:nhân dân|thư)|định danh)[^.;\n\d]{0,30}$/iu;

function isIdNumber(digits: string, of: { before: string; together: boolean }): boolean {
  if (digits.length !== 12 && digits.length !== 9) return false;
  return ID_CUE.test(of.before) || (of.together && CITIZEN.test(digits));
}

/** An account of an office stands beside no name: "ủng hộ qua số tài khoản 3761.0.1234567 của Kho bạc". */
const ACCOUNT_CUE = /(?:tài khoản|(?<!\p{L})STK|(?<!\p{L})TK)[^.;\n\d]{0,30}$/iu;
/** "chủ tài khoản Nguyễn Văn Ví" stands behind the number or before it. */
const ACCOUNT_NAME_CHARS = 60;

/** Asked in the order of the text: names behind a number are walked past once. */
function nearNames(names: readonly Span[]): Seen['nearName'] {
  let next = 0;
  return (at, end) => {
    while ((names[next]?.end ?? Number.POSITIVE_INFINITY) < at - ACCOUNT_NAME_CHARS) next += 1;
    return (names[next]?.at ?? Number.POSITIVE_INFINITY) <= end + ACCOUNT_NAME_CHARS;
  };
}

/** Mobile numbers only: 02… are lines of offices, and every notice that says whom to ring has one. */
const MOBILE = /^(?:0|840?)[35789]\d{8}$/u;
const NO_PHONE = /(?:mã số|MST)[^.;\n\d]{0,20}$/iu;

type Written = { before: string; groups: readonly Group[]; listed: boolean };

function isPhone(digits: string, of: Written): boolean {
  if (!MOBILE.test(digits) || NO_PHONE.test(of.before)) return false;
  const [first, ...rest] = of.groups.map(lengthOf) as [number, ...number[]];
  if (digits.startsWith('84')) return of.before.endsWith('+') || rest.length === 0;
  // "các ngày 03, 05, 07, 09, 11" are days; "0912, 345, 678" is read out in three breaths
  if (of.listed) return first >= 3 && rest.every((length) => length >= 3);
  // "03 04 2026 15" is a day; two by two is how a number is written only to its end
  const pairs = first === 2 && rest.length === 4;
  return pairs || (first >= 3 && rest.every((length) => length >= 2));
}

const DIGIT = '(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)(?![\\p{L}\\p{M}])';
/** As it is read out: "không chín một hai, ba bốn năm, sáu bảy tám"; ten digits, no more. */
const SPOKEN = new RegExp(
  `(?<![\\p{L}\\p{M}])không[ ,.]{1,2}(?:ba|năm|bảy|bẩy|tám|chín)(?:[ ,.]{1,2}${DIGIT}){8}(?![ ,.]{1,2}${DIGIT})`,
  'giu',
);

export function spokenNumbersIn(text: string): PersonalHint[] {
  return [...text.matchAll(SPOKEN)].map(({ 0: said, index }) => ({
    ...{ kind: 'phone' as const, at: index, length: said.length },
  }));
}
