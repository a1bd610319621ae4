// A conflict as one sentence: what happens to whom, because of whom, by which rule.
// It must never decide what happens.
import type { Sentence } from '../errors.ts';
import { spokenTime } from '../vietnam-time.ts';
import type { Conflict, DecidingRule, Outcome, SpokenConflict } from './conflict-model.ts';

/** More names than these are a number. */
const NAMED_MAX = 3;

/** A province has thousands: of one conflict so many are named, and all are counted. */
const LISTED_MAX = 100;

export type Names = { area(id: string): string; site(id: string): string; nowMs: number };

export function spoken(conflict: Conflict, names: Names): SpokenConflict {
  const areaNames = [...new Set(conflict.areaIds.map(names.area))];
  const says = sentenceOf(conflict, { areaNames, nowMs: names.nowMs });
  const areaIds = conflict.areaIds.slice(0, LISTED_MAX);
  const siteIds = conflict.siteIds.slice(0, LISTED_MAX);
  const few = { areaIds, siteIds, areaNames: areaNames.slice(0, LISTED_MAX) };
  const speakers = conflict.siteIds.length;
  return { ...conflict, ...few, siteNames: siteIds.map(names.site), speakers, says };
}

function sentenceOf(
  conflict: Conflict,
  { areaNames, nowMs }: { areaNames: readonly string[]; nowMs: number },
): Sentence {
  const { whose, outcome, rule, times, chooseUntilMs } = conflict;
  const where = placesOf(areaNames);
  const other = otherOf(conflict);
  const what = WORDS[outcome.kind](outcome as never, whose === 'wish' ? conflict.atMs : other.atMs);
  const [subject, because] = whose === 'wish' ? [THIS, other.name] : [other.name, THIS];
  const open = chooseUntilMs !== null && nowMs <= chooseUntilMs;
  const until = { clock: clockOf(chooseUntilMs ?? 0), open };
  const why = RULES[rule](because, until);
  const more = times > 1 ? { vi: ` (${times} lần như vậy)`, en: ` (${times} times alike)` } : NONE;
  return {
    vi: `Ở ${where.vi}: ${subject.vi} ${what.vi}, ${why.vi}${more.vi}.`,
    en: `At ${where.en}: ${subject.en} ${what.en}, ${why.en}${more.en}.`,
  };
}

const NONE: Sentence = { vi: '', en: '' };
const THIS: Sentence = { vi: 'bản tin này', en: 'this bulletin' };

function otherOf({ with: { title, playAtMs } }: Conflict): { name: Sentence; atMs: number } {
  const at = clockOf(playAtMs);
  return { name: { vi: `“${title}” (${at})`, en: `“${title}” (${at})` }, atMs: playAtMs };
}

function placesOf(names: readonly string[]): Sentence {
  const named = names.slice(0, NAMED_MAX).join(', ');
  const left = names.length - NAMED_MAX;
  if (left <= 0) return { vi: named, en: named };
  return { vi: `${named} và ${left} nơi khác`, en: `${named} and ${left} more` };
}

type Of<Kind extends Outcome['kind']> = Extract<Outcome, { kind: Kind }>;
const WORDS: { [Kind in Outcome['kind']]: (of: Of<Kind>, dueMs: number) => Sentence } = {
  waits: ({ fromMs }, dueMs) => {
    const span = spanOf(fromMs - dueMs);
    const at = clockOf(fromMs);
    return {
      vi: `đợi ${span.vi}, phát lúc ${at}`,
      en: `waits ${span.en} and airs at ${at}`,
    };
  },
  interrupted: ({ atMs, againMs }) => {
    const at = clockOf(atMs);
    if (againMs === null)
      return {
        vi: `bị ngắt lúc ${at} và không phát tiếp`,
        en: `is interrupted at ${at} for good`,
      };
    const again = clockOf(againMs);
    return {
      vi: `bị ngắt lúc ${at}, phát tiếp lúc ${again}`,
      en: `is interrupted at ${at} and goes on at ${again}`,
    };
  },
  'gives-way': () => ({ vi: 'phải nhường, không phát', en: 'gives way and does not air' }),
  cut: ({ atMs }) => ({
    vi: `bị đẩy quá khung giờ, dừng lúc ${clockOf(atMs)}`,
    en: `is pushed over the allowed hours and stops at ${clockOf(atMs)}`,
  }),
};

/** Until when an order may be chosen, and whether that is still to come. */
type Until = { clock: string; open: boolean };
const RULES: Record<DecidingRule, (by: Sentence, until: Until) => Sentence> = {
  'higher-priority': ({ vi, en }) => ({
    vi: `vì ${vi} ưu tiên cao hơn`,
    en: `because ${en} has a higher priority`,
  }),
  'commune-order': ({ vi, en }) => ({
    vi: `theo thứ tự xã chọn (${vi} trước)`,
    en: `by the order the commune chose (${en} first)`,
  }),
  // Thông tư 39/2020: the commune decides, and where it does not, who came first
  'no-order-chosen': ({ vi, en }, { clock, open }) => ({
    vi: `theo thứ tự đến (${vi} trước) ${open ? 'nếu xã không chọn thứ tự' : 'vì chưa ai chọn thứ tự'} trước ${clock}`,
    en: `by order of arrival (${en} first) ${open ? 'unless the commune chooses an order' : 'as nobody chose an order'} before ${clock}`,
  }),
  'more-severe': ({ vi, en }) => ({
    vi: `vì ${vi} nghiêm trọng hơn`,
    en: `because ${en} is more severe`,
  }),
  'exact-start': ({ vi, en }) => ({
    vi: `vì ${vi} phải phát đúng giờ`,
    en: `because ${en} has to start exactly on time`,
  }),
  filler: ({ vi, en }) => ({
    vi: `vì bản lấp chỗ trống luôn nhường ${vi}`,
    en: `because a filler always gives way to ${en}`,
  }),
  'already-sounding': ({ vi, en }) => ({
    vi: `vì ${vi} đang phát và cùng mức ưu tiên`,
    en: `because ${en} already sounds, of the same priority`,
  }),
  'order-of-arrival': ({ vi, en }) => ({
    vi: `vì ${vi} cùng giờ và được đặt trước`,
    en: `because ${en} is at the same time and was set first`,
  }),
  'allowed-hours': ({ vi, en }) => ({
    vi: `vì ${vi} chiếm giờ`,
    en: `because ${en} takes the time`,
  }),
};

/** "17:02", with seconds where there are any. */
export function clockOf(atMs: number): string {
  const clock = spokenTime(atMs).vi.split(' ')[0] as string;
  const second = Math.floor(atMs / 1_000) % 60;
  return second === 0 ? clock : `${clock}:${String(second).padStart(2, '0')}`;
}

function spanOf(ms: number): Sentence {
  const seconds = Math.ceil(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return { vi: `${seconds} giây`, en: `${seconds} s` };
  if (rest === 0) return { vi: `${minutes} phút`, en: `${minutes} min` };
  return { vi: `${minutes} phút ${rest} giây`, en: `${minutes} min ${rest} s` };
}
