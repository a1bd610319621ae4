// Fields of a message that somebody else wrote, each looked at once: what is wrong is kept with its place.
// It must never know what a message means.
import { composed } from '../composed.ts';
import type { Sentence } from '../errors.ts';
import { refused } from './refused-words.ts';
import type { Refused } from './source-model.ts';

export type Fields = {
  /** a line of visible letters; '' where it is missing and `least` is 0 */
  line(name: string, of: { least: number; most: number }): string;
  /** several lines; '' where it is missing */
  text(name: string, most: number): string;
  oneOf<T extends string>(name: string, words: readonly T[], otherwise?: T): T;
  whole(name: string, of: { least: number; most: number; otherwise?: number }): number;
  flag(name: string): boolean;
  instant(name: string): number | null;
  lines(name: string, of: { items: number; chars: number }): string[];
  object(name: string): Record<string, unknown> | null;
  wrong(place: string, needs: Sentence): void;
  /** the first thing that is wrong */
  fault(): Refused | null;
};

/** Each of its letters may come with its marks apart, and blanks in rows. */
const WRITTEN_TIMES = 4;

export function fieldsOf(record: Record<string, unknown>): Fields {
  const faults: Refused[] = [];
  // only what was sent: a field named "constructor" has nothing from anywhere else
  const own = (name: string) => (Object.hasOwn(record, name) ? record[name] : undefined) ?? null;
  const wrong: Fields['wrong'] = (place, { vi, en }) => {
    const say = { vi: `Mục "${place}": cần ${vi}.`, en: `Field "${place}": must be ${en}.` };
    faults.push(refused('malformed', place, say));
  };
  const cleaned = (name: string, of: { least: number; most: number; clean: typeof lineOf }) => {
    const value = own(name);
    if (value === null && of.least === 0) return '';
    // what is far too long is not even cleaned
    const fits = typeof value === 'string' && value.length <= WRITTEN_TIMES * of.most;
    const text = fits ? of.clean(value) : null;
    if (text !== null && text.length >= of.least && text.length <= of.most) return text;
    wrong(name, chars(of));
    return '';
  };
  return {
    line: (name, of) => cleaned(name, { ...of, clean: lineOf }),
    text: (name, most) => cleaned(name, { least: 0, most, clean: textOf }),
    oneOf<T extends string>(name: string, words: readonly T[], otherwise?: T) {
      const value = own(name) ?? otherwise;
      const found = words.find((word) => word === value);
      if (found === undefined) wrong(name, among(words));
      return found ?? (words[0] as T);
    },
    whole(name, { least, most, otherwise }) {
      const value = own(name) ?? otherwise;
      const fits = typeof value === 'number' && Number.isInteger(value);
      if (fits && value >= least && value <= most) return value;
      wrong(name, between(least, most));
      return least;
    },
    flag(name) {
      const value = own(name) ?? false;
      if (typeof value !== 'boolean') wrong(name, { vi: 'true hoặc false', en: 'true or false' });
      return value === true;
    },
    instant(name) {
      const value = own(name);
      if (value === null) return null;
      const atMs = typeof value === 'string' ? instantOf(value) : null;
      if (atMs === null) wrong(name, INSTANT);
      return atMs;
    },
    lines(name, { items, chars: most }) {
      const value = own(name);
      const list = Array.isArray(value) ? (value as unknown[]) : null;
      const good = list?.every((one) => typeof one === 'string' && one.length <= most);
      if (list && good && list.length <= items) return list.map((one) => lineOf(one as string));
      if (value !== null)
        wrong(name, { vi: `tối đa ${items} chuỗi`, en: `at most ${items} texts` });
      return [];
    },
    object(name) {
      const value = own(name);
      if (value === null) return null;
      if (isRecord(value)) return value;
      wrong(name, { vi: 'một đối tượng', en: 'an object' });
      return null;
    },
    wrong,
    fault: () => faults[0] ?? null,
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without signs nobody sees: a bidi override turns a number around, a line break forges a line. */
export function lineOf(written: string): string {
  return composed(written).replace(/\s+/gu, ' ').replace(/\p{C}/gu, '').trim();
}

/** The same, with its line breaks. */
export function textOf(written: string): string {
  const lines = composed(written).split(/\r\n|\r|\n/u);
  return lines
    .map((line) => line.replace(/\s/gu, ' ').replace(/\p{C}/gu, ''))
    .join('\n')
    .trim();
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/u;

/** RFC 3339, with its zone: a time without one is somebody's guess. */
export function instantOf(written: string): number | null {
  const found = ISO.exec(written);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  // 31 February is no day, though some clocks make 3 March of it
  const real = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  const atMs = Date.parse(written);
  return real && atMs >= 0 ? atMs : null;
}

const INSTANT: Sentence = {
  vi: 'thời điểm có múi giờ, như 2026-12-05T17:00:00+07:00',
  en: 'a time with its zone, such as 2026-12-05T17:00:00+07:00',
};
const chars = ({ least, most }: { least: number; most: number }): Sentence => ({
  vi: `chuỗi ${least}–${most} ký tự`,
  en: `a text of ${least}–${most} characters`,
});
const among = (words: readonly string[]): Sentence => ({
  vi: `một trong ${words.join(', ')}`,
  en: `one of ${words.join(', ')}`,
});
const between = (least: number, most: number): Sentence => ({
  vi: `số nguyên từ ${least} đến ${most}`,
  en: `a whole number from ${least} to ${most}`,
});
