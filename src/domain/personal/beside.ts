// What stands beside a name and makes it personal: a birth, a place to live, an illness, poverty.
// It must never look at numbers, nor decide that a text is personal.
import type { Span } from './names.ts';
import type { PersonalHint } from './personal-model.ts';

/** "sinh năm 1980", "SN 1980", "ngày sinh: 12/3/1980", "sinh ngày 12 tháng 3 năm 1980". */
const BORN =
  /(?<!\p{L})(?:sinh\s?(?:ngày|năm|tháng)?|(?:ngày|năm)(?: tháng năm)?\s?sinh|SN)[\s:]{0,3}(?:(?:\d{1,2}[/.-]){0,2}|\d{1,2} tháng \d{1,2} năm )(?:19|20)\d{2}(?!\d)/giu;
/** A name stands just before its birth, or on the line above in a form. */
const NAME_BEFORE_CHARS = 80;

/** Without a name it is a year of many: "trẻ em sinh năm 2020" calls a village to be vaccinated. */
export function birthDates(text: string, names: readonly Span[]): PersonalHint[] {
  const near = nearest(names);
  return [...text.matchAll(BORN)].flatMap(({ 0: born, index }) => {
    const name = near(index);
    if (name === null || index - name.end > NAME_BEFORE_CHARS) return [];
    return [{ kind: 'birth-date' as const, at: index, length: born.length }];
  });
}

/** In a list: "1. Lò Văn Thử, 1961" and "Lò Văn Thử (12/3/1961)"; of one alone the year may be of a decision. */
const YEAR_BEHIND =
  /^[\s,;:(-]{1,3}(?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:19[2-9]\d|200\d|201\d)(?![\d/.-]?\d|\s?[-–]\s?\d)/u;
const LISTED_LEAST = 2;
const YEAR_CHARS = 16;

export function listedBirths(text: string, names: readonly Span[]): PersonalHint[] {
  const found = names.flatMap(({ at, end }) => {
    const behind = YEAR_BEHIND.exec(text.slice(end, end + YEAR_CHARS));
    if (behind === null) return [];
    return [{ kind: 'birth-date' as const, at, length: end - at + behind[0].length }];
  });
  return found.length >= LISTED_LEAST ? found : [];
}

const LIVES =
  /(?<!\p{L})(?:(?:hiện )?(?:thường |tạm )?trú (?:tại|ở)|ngụ (?:tại|ở)|hộ khẩu|chỗ ở|nhà ở|địa chỉ)(?!\p{L})/giu;
/** Whose office it is: "ông Nguyễn Văn Ví, Chủ tịch, địa chỉ trụ sở: …" */
const OFFICE = /chủ tịch|giám đốc|trưởng|cơ quan|trụ sở|đại diện|công ty|doanh nghiệp|ủy ban/iu;

/** The name and the words that say where that person lives. */
export function addresses(text: string, names: readonly Span[]): PersonalHint[] {
  const near = nearest(names);
  const said = [...text.matchAll(LIVES)].flatMap(({ 0: lives, index }) => {
    const name = near(index);
    if (name === null || index - name.end > NAME_BEFORE_CHARS) return [];
    if (OFFICE.test(text.slice(name.end, index))) return [];
    return [hint('name-with-address', name.at, index + lives.length)];
  });
  return [...said, ...besideVillage(text, names)];
}

/** "ông Lò Văn Thử, bản Mòn": of a street's name nobody says ông. */
const VILLAGE =
  /^,? (?:(?:ở|tại|người) )?(?:bản|thôn|xóm|ấp|buôn|làng|tổ dân phố|tổ|tiểu khu|khu phố|số nhà) [\p{Lu}\d]/u;
const SAID_TO = /(?<!\p{L})(?:ông|bà|anh|chị|em|cháu|cụ|bé|hộ|gia đình) $/iu;
const VILLAGE_CHARS = 30;

function besideVillage(text: string, names: readonly Span[]): PersonalHint[] {
  return names.flatMap((name) => {
    const village = VILLAGE.exec(text.slice(name.end, name.end + VILLAGE_CHARS));
    if (village === null || !SAID_TO.test(text.slice(Math.max(0, name.at - 10), name.at)))
      return [];
    return [hint('name-with-address', name.at, name.end + village[0].length)];
  });
}

/** What the law calls sensitive, or what shames: an illness, a handicap, drugs, poverty, a debt. */
const SENSITIVE =
  /(?<!\p{L})(?:hộ (?:cận )?nghèo|thoát nghèo|bệnh nhân|người bệnh|mắc bệnh|nhiễm HIV|HIV|COVID|dương tính|ung thư|lao phổi|tâm thần|khuyết tật|nghiện|cai nghiện|ma túy|bạo lực gia đình|trợ cấp|bảo trợ xã hội|trẻ mồ côi|nợ (?:thuế|phí|tiền)|chậm nộp)(?!\p{L})/giu;
/** "bệnh nhân Nguyễn Thị Mẫu", "hộ nghèo: ông Lò Văn Thử": nothing but a few small words between. */
const BESIDE_CHARS = 24;
/** "Danh sách hộ nghèo bản Mòn được hỗ trợ đợt 1 gồm:" and then the names. */
const LIST_STARTS_CHARS = 200;
const LIST_LEAST = 3;
/** Between two names of a list stand a comma, a line and a number, or a village. */
const LIST_GAP_CHARS = 60;

export function sensitiveNames(text: string, names: readonly Span[]): PersonalHint[] {
  const after = firstAfter(names);
  let lastName = -1;
  return [...text.matchAll(SENSITIVE)].flatMap(({ 0: cue, index }) => {
    const n = after(index + cue.length);
    const name = names[n];
    // one name is named once, however many such words stand before it
    if (name === undefined || n === lastName) return [];
    const between = text.slice(index + cue.length, name.at);
    const isBeside = between.length <= BESIDE_CHARS && !/[.;\n]|\p{Lu}/u.test(between);
    if (!isBeside && !(between.length <= LIST_STARTS_CHARS && isList(names, n))) return [];
    lastName = n;
    return [hint('sensitive-name', isBeside ? index : name.at, name.end)];
  });
}

function isList(names: readonly Span[], first: number): boolean {
  const these = names.slice(first, first + LIST_LEAST);
  if (these.length < LIST_LEAST) return false;
  return these.every((name, n) => name.at - (these[n - 1]?.end ?? name.at) <= LIST_GAP_CHARS);
}

const hint = (kind: PersonalHint['kind'], at: number, end: number): PersonalHint => ({
  ...{ kind, at, length: end - at },
});

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

/** The place, among the names, of the first that begins behind; asked in the order of the text. */
function firstAfter(names: readonly Span[]): (from: number) => number {
  let next = 0;
  return (from) => {
    while ((names[next]?.at ?? Number.POSITIVE_INFINITY) < from) next += 1;
    return next;
  };
}
