// Finds what in a text looks like a person's own: telephone, identity number, date of birth, name with address.
// It must never decide that a text is personal: it proposes, a person marks (Luật 91/2025/QH15).
import { namesIn, type Span } from './personal-names.ts';

export type PersonalKind = 'phone' | 'id-number' | 'birth-date' | 'name-with-address';
/** Where it stands, in UTF-16 units of the text. */
export type PersonalHint = { kind: PersonalKind; at: number; length: number };

/** A list of 200 people is as personal as one of 5,000; a screen shows no more. */
const HINTS_MAX = 200;

/** In the order of the text. Written as NFC, as texts are kept; linear in the length of the text. */
export function personalHints(text: string): PersonalHint[] {
  const numbers = numberRuns(text).flatMap((run) => hintsOfRun(text, run));
  const names = namesIn(text);
  const found = [...numbers, ...birthDates(text, names), ...addresses(text, names)];
  return found.sort((a, b) => a.at - b.at).slice(0, HINTS_MAX);
}

/** Digits as they are written together: "0912 345 678" is one run of three groups. */
type Group = { digits: string; at: number; end: number };
type Run = { groups: Group[] };

/** Every quantifier is bounded or its classes are disjoint: nothing is read twice. */
const RUN = /\d+(?:[ .\u00a0)-]{1,2}\d+)*/gu;

/** The old identity number has nine digits, the new one and +84 … have eleven or twelve. */
const DIGITS = { min: 9, max: 12 };

function numberRuns(text: string): Run[] {
  const runs: Run[] = [];
  // a table of short figures is passed by, not kept: thousands of them would cost more to clear away than to read
  for (const { 0: run, index } of text.matchAll(RUN))
    if (run.length >= DIGITS.min) runs.push({ groups: groupsOf(run, index) });
  return runs;
}

function groupsOf(run: string, index: number): Group[] {
  return [...run.matchAll(/\d+/gu)].map((group) => {
    const at = index + group.index;
    return { digits: group[0], at, end: at + group[0].length };
  });
}

/** A number takes at most so many groups ("09 12 34 56 78"); so each start looks at no more. */
const GROUPS_MAX = 5;

function hintsOfRun(text: string, { groups }: Run): PersonalHint[] {
  const found: PersonalHint[] = [];
  for (let first = 0; first < groups.length; ) {
    const taken = numberAt(text, groups, first);
    if (taken) found.push(taken.hint);
    first += taken?.groups ?? 1;
  }
  return found;
}

function numberAt(text: string, groups: readonly Group[], first: number) {
  // the longest first: nine digits of an identity number's twelve are none
  for (let count = Math.min(GROUPS_MAX, groups.length - first); count >= 1; count -= 1) {
    const these = groups.slice(first, first + count);
    const kind = kindOf(text, these);
    if (kind === null) continue;
    const [from, to] = [these[0] as Group, these.at(-1) as Group];
    const at = text[from.at - 1] === '+' ? from.at - 1 : from.at;
    return { groups: count, hint: { kind, at, length: to.end - at } };
  }
  return null;
}

function kindOf(text: string, groups: readonly Group[]): PersonalKind | null {
  const count = groups.reduce((sum, group) => sum + group.digits.length, 0);
  if (count < DIGITS.min || count > DIGITS.max) return null;
  const digits = groups.map((group) => group.digits).join('');
  const [from, to] = [groups[0] as Group, groups.at(-1) as Group];
  const before = text.slice(Math.max(0, from.at - CUE_CHARS), from.at);
  if (partOfMore(before, text.slice(to.end, to.end + 12))) return null;
  if (isIdNumber(digits, { before, together: groups.length === 1 })) return 'id-number';
  return isPhone(digits, { before, groups }) ? 'phone' : null;
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

/** Mobile numbers only: 02… are lines of offices, and every notice that says whom to ring has one. */
const MOBILE = /^(?:0|84)[35789]\d{8}$/u;
const NO_PHONE = /(?:mã số|MST|tài khoản|STK)[^.;\n\d]{0,20}$/iu;

function isPhone(digits: string, of: { before: string; groups: readonly Group[] }): boolean {
  if (!MOBILE.test(digits) || NO_PHONE.test(of.before)) return false;
  const [first, ...rest] = of.groups.map((group) => group.digits.length) as [number, ...number[]];
  if (digits.startsWith('84')) return of.before.endsWith('+') || rest.length === 0;
  // "03 04 2026 15" is a day; two by two is how a number is written only to its end
  const pairs = first === 2 && rest.length === 4;
  return pairs || (first >= 3 && rest.every((length) => length >= 2));
}

/** "sinh năm 1980", "SN 1980", "ngày sinh: 12/3/1980", "sinh ngày 12 tháng 3 năm 1980". */
const BORN =
  /(?<!\p{L})(?:sinh\s?(?:ngày|năm|tháng)?|(?:ngày|năm)(?: tháng năm)?\s?sinh|SN)[\s:]{0,3}(?:(?:\d{1,2}[/.-]){0,2}|\d{1,2} tháng \d{1,2} năm )(?:19|20)\d{2}(?!\d)/giu;
/** A name stands just before its birth, or on the line above in a form. */
const NAME_BEFORE_CHARS = 80;

/** Without a name it is a year of many: "trẻ em sinh năm 2020" calls a village to be vaccinated. */
function birthDates(text: string, names: readonly Span[]): PersonalHint[] {
  const near = nearest(names);
  return [...text.matchAll(BORN)].flatMap(({ 0: born, index }) => {
    const name = near(index);
    if (name === null || index - name.end > NAME_BEFORE_CHARS) return [];
    return [{ kind: 'birth-date' as const, at: index, length: born.length }];
  });
}

const LIVES =
  /(?<!\p{L})(?:(?:hiện )?(?:thường |tạm )?trú (?:tại|ở)|ngụ (?:tại|ở)|hộ khẩu|chỗ ở|nhà ở|địa chỉ)(?!\p{L})/giu;

/** The name and the words that say where that person lives. */
function addresses(text: string, names: readonly Span[]): PersonalHint[] {
  const near = nearest(names);
  return [...text.matchAll(LIVES)].flatMap(({ 0: lives, index }) => {
    const name = near(index);
    if (name === null || index - name.end > NAME_BEFORE_CHARS) return [];
    const length = index + lives.length - name.at;
    return [{ kind: 'name-with-address' as const, at: name.at, length }];
  });
}

/** The last name that ends before a place; places are asked in the order of the text. */
function nearest(names: readonly Span[]): (before: number) => Span | null {
  let next = 0;
  let last: Span | null = null;
  return (before) => {
    for (let name = names[next]; name && name.end <= before; name = names[next]) {
      last = name;
      next += 1;
    }
    return last;
  };
}
