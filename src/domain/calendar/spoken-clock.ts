// A time of day as people write it, "5h chiều", "17h30", "5:30 PM", as seconds after midnight; or why it cannot be read.
// It must never guess: what could be two times is refused by name.
import { composed } from '../composed.ts';
import { AppError, type Sentence } from '../errors.ts';
import type { DaySecond } from './calendar-model.ts';

const LONGEST_CHARS = 40;

/** @returns seconds after midnight, or the refusal that names what is wrong */
export function readClock(written: string): DaySecond | AppError {
  const text = plain(written);
  if (text === '' || text.length > LONGEST_CHARS) return unread(written);
  const noon = NAMED.get(text);
  if (noon !== undefined) return noon;
  const found = SHAPE.exec(text)?.groups;
  if (!found) return unread(written);
  const { hour, minute, few, second, half, plainHalf, part } = found;
  return secondsOf({
    written,
    hour: Number(hour),
    minute: (half ?? plainHalf) ? 30 : Number(minute ?? few ?? 0),
    second: Number(second ?? 0),
    part: PARTS[part ?? ''] ?? null,
  });
}

/** Moments that have a name and need no figure. */
const NAMED: ReadonlyMap<string, DaySecond> = new Map([
  ['nửa đêm', 0],
  ['midnight', 0],
  ['giữa trưa', 43_200],
  ['chính ngọ', 43_200],
  ['noon', 43_200],
]);

const UNIT = String.raw`(?:'|phút|p(?!m)|m(?=$|\s|\d))`;
/** Two figures, or one that says it is minutes: "17:3" could be 17:03 or 17:30. */
const MINUTE = String.raw`(?:(?<minute>\d\d)\s*(?:${UNIT}|:)?|(?<few>\d)\s*${UNIT})`;
const SECOND = String.raw`(?:\s*(?<second>\d{1,2})\s*(?:"|s|giây)?)?`;
const AFTER = String.raw`(?:\s*(?:h|g|giờ|:|\.)\s*(?:(?<half>rưỡi)|${MINUTE}${SECOND})?|\s+(?<plainHalf>rưỡi))?`;
const PART = `(?<part>sáng sớm|sáng|trưa|chiều|tối|đêm|khuya|am|pm)?`;
/** "17h30", "5 giờ 15 phút sáng", "17:30:15", "5g rưỡi chiều", "5 pm"; "0530" is none of them. */
const SHAPE = new RegExp(String.raw`^(?<hour>\d{1,2})${AFTER}\s*${PART}$`, 'u');

type Part = { vi: string; from: number; to: number };
/** The hours people call so; both ways of counting them are understood: "5h chiều" and "17h chiều". */
const PARTS: Readonly<Record<string, Part>> = {
  // "12h sáng" is midnight to some and noon to others
  'sáng sớm': { vi: 'sáng sớm', from: 1, to: 11 },
  sáng: { vi: 'sáng', from: 1, to: 11 },
  am: { vi: 'AM', from: 0, to: 11 },
  trưa: { vi: 'trưa', from: 10, to: 14 },
  chiều: { vi: 'chiều', from: 12, to: 18 },
  tối: { vi: 'tối', from: 17, to: 23 },
  đêm: { vi: 'đêm', from: 18, to: 28 },
  khuya: { vi: 'khuya', from: 21, to: 28 },
  pm: { vi: 'PM', from: 12, to: 23 },
};

type Read = { written: string; hour: number; minute: number; second: number; part: Part | null };

function secondsOf({ written, hour, minute, second, part }: Read): DaySecond | AppError {
  if (hour === 24 && minute === 0 && second === 0 && !part) return noDay24();
  if (hour > 23) return noSuchHour(written, hour);
  if (minute > 59) return noSuchMinute(written, minute);
  if (second > 59) return noSuchMinute(written, second);
  const meant = part === null ? hour : hourOf({ written, hour, part });
  return meant instanceof AppError ? meant : (meant * 60 + minute) * 60 + second;
}

/** 12 at night is midnight, 12 AM too; of 1–12 whichever of the two lies in that part of the day. */
function hourOf(of: { written: string; hour: number; part: Part }): number | AppError {
  const { written, hour, part } = of;
  const twelve = hour % 12;
  const asked = hour > 12 || hour === 0 ? [hour, hour + 24] : [twelve, twelve + 12, twelve + 24];
  const found = asked.find((each) => each >= part.from && each <= part.to);
  return found === undefined ? wrongPart(written, part) : found % 24;
}

/** One spelling for each thing: small letters, composed accents, no doubled blanks, "giờ" however it is cut. */
function plain(written: string): string {
  return composed(written)
    .toLowerCase()
    .replace(/\p{C}/gu, '')
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(/\b([ap])\.?\s?m\.?$/u, '$1m')
    .trim()
    .replace(/^(?:lúc|vào lúc|at) /u, '');
}

const EXAMPLES = '"17:30", "17h30", "5h chiều", "5 giờ 15 sáng"';

const unread = (written: string) =>
  refused('clock-unread', {
    vi: `Không hiểu giờ "${short(written)}". Hãy viết như ${EXAMPLES}.`,
    en: `"${short(written)}" is not understood as a time. Write it like ${EXAMPLES} or "5:30 PM".`,
  });

const noSuchHour = (written: string, hour: number) =>
  refused('no-such-hour', {
    vi: `"${short(written)}": không có ${hour} giờ, một ngày chỉ đến 23 giờ.`,
    en: `"${short(written)}": there is no hour ${hour}, a day ends with hour 23.`,
  });

const noDay24 = () =>
  refused('no-such-hour', {
    vi: '24 giờ là 0 giờ của ngày hôm sau. Hãy viết 0h và chọn ngày hôm sau.',
    en: '24:00 is 0:00 of the day after. Write 0:00 and choose that day.',
  });

const noSuchMinute = (written: string, found: number) =>
  refused('no-such-minute', {
    vi: `"${short(written)}": không có phút hay giây ${found}, chỉ từ 0 đến 59.`,
    en: `"${short(written)}": there is no minute or second ${found}, only 0 to 59.`,
  });

const wrongPart = (written: string, { vi }: Part) =>
  refused('wrong-part-of-day', {
    vi: `"${short(written)}": giờ đó không phải buổi ${vi}. Hãy bỏ chữ "${vi}" hoặc sửa giờ.`,
    en: `"${short(written)}": that hour is not "${vi}". Leave the word out, or correct the hour.`,
  });

/** What was written, back to its writer: short, and without signs that turn a line around. */
const short = (written: string) => written.replace(/\p{C}/gu, '').slice(0, LONGEST_CHARS);

function refused(code: string, say: Sentence): AppError {
  return new AppError({ code, fault: 'caller', say, place: 'text' });
}
