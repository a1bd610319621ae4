// Headers and footers that every page repeats, found by where they stand.
// It must never drop a line for its words alone, but for the gazette's own header.
import { PERSON } from './names.ts';
import { OFFICE, RESPONSIBILITY, TYPE_NAME } from './shapes.ts';

export type Printed = { text: string; kind: string };

/** Three pages show a pattern; two lines alike are chance. */
const MIN_PAGES = 3;
/** A page has more lines than this between its header and the next one's. */
const MIN_GAP = 5;
const LONGEST = 90;

const GAZETTE =
  /^(?:\d{1,4}\s+)?CÔNG BÁO\s{0,3}\/\s{0,3}Số\s[^/]{1,40}\/\s{0,3}Ngày\s[\d\s./-]{6,14}(?:\s\d{1,4})?$/iu;
const NUMBER_FIRST = /^(\d{1,4})(?:\s{2,}|\t+)(\D.*)$/u;
const NUMBER_LAST = /^(.*\D)(?:\s{2,}|\t+|\s+(?:trang|tr\.)\s+)(\d{1,4})$/iu;

/** Which of these lines are furniture of the page. */
export function furnitureOf(lines: readonly Printed[]): Set<number> {
  const found = new Set<number>();
  const numbered = new Map<string, { at: number; page: number }[]>();
  const repeated = new Map<string, number[]>();
  lines.forEach(({ text, kind }, at) => {
    if (text.length > LONGEST) return;
    if (GAZETTE.test(text)) found.add(at);
    const [page, rest] = numberedParts(text);
    if (rest !== null) push(numbered, rest, { at, page });
    if ((kind === 'text' || kind === 'caps') && mayRepeat(text)) push(repeated, text, at);
  });
  for (const places of numbered.values()) {
    const apart = isApart(places.map((place) => place.at));
    if (apart && isCounting(places.map((place) => place.page)))
      for (const place of places) found.add(place.at);
  }
  for (const places of repeated.values()) {
    if (isApart(places) && (besidePages(lines, places) || interrupts(lines, places)))
      for (const at of places) found.add(at);
  }
  return found;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function numberedParts(text: string): [number, string | null] {
  const first = NUMBER_FIRST.exec(text);
  if (first !== null) return [Number(first[1]), `# ${first[2]}`];
  const last = NUMBER_LAST.exec(text);
  return last === null ? [0, null] : [Number(last[2]), `${last[1]} #`];
}

/** What stands in many places for its own sake: headings, offices, who answers for what. */
function mayRepeat(text: string): boolean {
  return !(
    TYPE_NAME.test(text) ||
    OFFICE.test(text) ||
    PERSON.test(text) ||
    RESPONSIBILITY.test(text) ||
    /[.;:]$/u.test(text)
  );
}

function isApart(places: readonly number[]): boolean {
  return (
    places.length >= MIN_PAGES &&
    places.every((at, index) => index === 0 || at - (places[index - 1] as number) >= MIN_GAP)
  );
}

/** Page after page, or every second page where left and right differ. */
function isCounting(pages: readonly number[]): boolean {
  return pages.every((page, index) => {
    const step = page - (pages[index - 1] ?? page - 1);
    return step === 1 || step === 2;
  });
}

function besidePages(lines: readonly Printed[], places: readonly number[]): boolean {
  return places.every(
    (at) => lines[at - 1]?.kind === 'page' || lines[at + 1]?.kind === 'page' || at === 0,
  );
}

/** At least every third time it stands in the middle of a sentence. */
function interrupts(lines: readonly Printed[], places: readonly number[]): boolean {
  const inside = places.filter((at) => {
    const [above = '.', below = ''] = [lines[at - 1]?.text, lines[at + 1]?.text];
    return !/[.;:!?…]$/u.test(above) && /^\p{Ll}/u.test(below);
  });
  return inside.length * 3 >= places.length;
}
