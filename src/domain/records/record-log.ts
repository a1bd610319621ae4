// The broadcast log (nhật ký phát thanh) line by line: what aired, where it was heard, and why anything was not.
// It must never know rows or sheets: figures in, words out.
import { PLAIN } from '../airing/verdict-words.ts';
import type { VerdictReason } from '../model.ts';
import { syntheticWords } from '../sound/synthetic.ts';
import { VIETNAM_OFFSET_MS } from '../vietnam-time.ts';
import type { LoggedAiring, Origin, ReasonCount } from './record-model.ts';

/** One line as its fields; a template says which of them are columns. */
export type LogLine = Readonly<Record<LogField, string | number>>;
export type LogField =
  | 'number'
  | 'day'
  | 'time'
  | 'title'
  | 'origin'
  | 'priority'
  | 'minutes'
  | 'voice'
  | 'commune'
  | 'villages'
  | 'speakers'
  | 'played'
  | 'notPlayed'
  | 'reasons';
export const LOG_FIELDS: readonly LogField[] = [
  ...(['number', 'day', 'time', 'title', 'origin', 'priority', 'minutes', 'voice'] as const),
  ...(['commune', 'villages', 'speakers', 'played', 'notPlayed', 'reasons'] as const),
];

/** As many villages as a cell has room for; the rest is a number. */
const VILLAGES_MAX = 12;

const ORIGINS: Record<Origin, string> = {
  own: 'Tự sản xuất',
  province: 'Đài, hệ thống cấp tỉnh',
  source: 'Hệ thống thông tin nguồn',
};
const PRIORITIES: Record<LoggedAiring['priority'], string> = {
  normal: 'Thông thường',
  priority: 'Ưu tiên',
  emergency: 'Khẩn cấp',
};

export function logLine(
  airing: LoggedAiring,
  of: { number: number; nameOf(areaId: string): string },
): LogLine {
  const { villages, playAtMs, durationMs } = airing;
  const local = new Date(playAtMs + VIETNAM_OFFSET_MS).toISOString();
  const [year, month, day] = local.slice(0, 10).split('-');
  const sum = (pick: (one: LoggedAiring['villages'][number]) => number) =>
    villages.reduce((total, one) => total + pick(one), 0);
  const played = sum((one) => one.played + one.partly);
  const speakers = sum((one) => one.speakers);
  return {
    ...{ number: of.number, day: `${day}/${month}/${year}`, time: local.slice(11, 19) },
    title: titleOf(airing),
    origin: ORIGINS[airing.origin],
    priority: PRIORITIES[airing.priority],
    minutes: minutesOf(durationMs),
    voice: syntheticWords(airing.synthetic) ?? 'Người đọc',
    commune: of.nameOf(airing.tenantId),
    villages: namesOf(villages.map(({ areaId }) => of.nameOf(areaId))),
    ...{ speakers, played, notPlayed: speakers - played },
    reasons: reasonsOf(airing),
  };
}

/** What names people is told to nobody by its title. */
function titleOf({ title, drill, personal }: LoggedAiring): string {
  const said = personal ? 'Thông báo (có thông tin cá nhân)' : title;
  return drill ? `[DIỄN TẬP] ${said}` : said;
}

/** Minutes to one decimal, as a log counts them. */
export function minutesOf(durationMs: number): number {
  return Math.round(durationMs / 6_000) / 10;
}

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, VILLAGES_MAX).join(', ');
  const rest = names.length - VILLAGES_MAX;
  return rest > 0 ? `${shown} và ${rest} nơi khác` : shown;
}

/** "mất kết nối: 3; tạm im: 1": everything that was not heard whole, most frequent first. */
function reasonsOf({ reasons, cancelled }: LoggedAiring): string {
  const told = reasons
    .filter(({ kind }) => kind !== 'played')
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
    .map((one) => `${shortReason(one)}: ${one.count}`);
  return [...(cancelled ? ['đã dừng'] : []), ...told].join('; ');
}

const SHORT: Partial<Record<VerdictReason, string>> = {
  offline: 'cụm loa mất liên lạc',
  'no-receipt': 'cụm loa không báo kết quả',
  late: 'sai giờ hoặc quá giờ',
  'missed-start': 'lỡ giờ bắt đầu, lịch đặt lỡ thì bỏ',
  interrupted: 'bị ngắt quãng',
  'other-airing': 'nhường bản tin khác',
  refused: 'loa từ chối lệnh',
  hushed: 'điểm loa tạm im',
  cancelled: 'đã dừng theo lệnh',
  'all-clear': 'hết tình huống khẩn cấp',
  whole: 'phát trọn vẹn',
};

export function shortReason({ reason }: Pick<ReasonCount, 'reason'>): string {
  return SHORT[reason] ?? PLAIN[reason as keyof typeof PLAIN].vi;
}
