// The sentences for a schedule that cannot stand: what is wrong, where, and what to do.
// It must never know when they are true: schedule-rules.ts decides.
import type { AllowedHours } from '../../../devices/protocol/index.ts';
import { AppError, type Sentence } from '../errors.ts';
import { spokenHours, spokenTime } from '../vietnam-time.ts';

export function noSoundYet(failed: boolean): AppError {
  return new AppError({
    code: 'no-sound-yet',
    fault: 'conflict',
    say: failed
      ? {
          vi: 'Bản tin chưa có âm thanh vì lần tạo vừa rồi không thành công, nên chưa biết dài bao lâu. Hãy sửa nội dung để tạo lại rồi lập lịch.',
          en: 'This bulletin has no sound because making it failed, so its length is unknown. Edit the text, then schedule it.',
        }
      : {
          vi: 'Âm thanh của bản tin đang được tạo nên chưa biết dài bao lâu. Hãy đợi tạo xong rồi lập lịch.',
          en: 'The sound of this bulletin is still being made, so its length is unknown. Wait until it is ready, then schedule it.',
        },
    place: 'bulletinId',
  });
}

export const noAreas = () =>
  refused('no-areas', 'areaIds', {
    vi: 'Chưa chọn địa bàn nào. Hãy chọn ít nhất một thôn, bản hoặc cả xã.',
    en: 'No area is chosen. Choose at least one village, or the whole commune.',
  });

export function unknownArea(): AppError {
  return new AppError({
    code: 'area-missing',
    fault: 'missing',
    say: {
      vi: 'Không tìm thấy địa bàn này. Hãy chọn lại trong danh sách địa bàn của bạn.',
      en: 'There is no such area. Choose again from the list of your areas.',
    },
    place: 'areaIds',
  });
}

export const areaWithoutSpeakers = (name: string) =>
  refused('area-without-speakers', 'areaIds', {
    vi: `Địa bàn “${name}” chưa có cụm loa nào được lắp. Hãy bỏ địa bàn này khỏi lịch hoặc lắp loa trước.`,
    en: `The area “${name}” has no speaker installed. Leave it out, or install a speaker first.`,
  });

export const playlistNoFiller = () =>
  refused('playlist-no-filler', 'air.playlist', {
    vi: 'Chỉ bản tin lấp chỗ trống mới có danh sách phát nối tiếp. Hãy chọn “Chỉ để lấp chỗ trống”, hoặc bỏ danh sách.',
    en: 'Only what fills gaps has a playlist. Mark it as filling gaps, or leave the playlist out.',
  });

export const playlistAlarm = (title: string) =>
  refused('playlist-alarm', 'air.playlist', {
    vi: `“${title}” là tin khẩn cấp hoặc diễn tập, không phát để lấp chỗ trống được. Hãy bỏ ra khỏi danh sách.`,
    en: `“${title}” is an emergency or a drill and fills no gaps. Take it out of the playlist.`,
  });

export const playlistTooLong = () =>
  refused('playlist-too-long', 'air.playlist', {
    vi: 'Danh sách phát dài hơn 9 giờ. Hãy bỏ bớt bản tin.',
    en: 'The playlist takes more than nine hours. Take some of it out.',
  });

export function inThePast(atMs: number): AppError {
  const at = spokenTime(atMs);
  return refused('in-the-past', 'rule.atMs', {
    vi: `Giờ phát ${at.vi} đã qua. Hãy chọn một giờ sắp tới, hoặc chọn phát ngay.`,
    en: `${at.en} is in the past. Choose a time to come, or air it now.`,
  });
}

export function afterItsEvent(expiresAtMs: number): AppError {
  const at = spokenTime(expiresAtMs);
  return refused('after-its-event', 'rule.atMs', {
    vi: `Thông báo này chỉ còn giá trị đến ${at.vi}. Hãy chọn giờ phát sớm hơn.`,
    en: `This notice holds until ${at.en}. Choose an earlier time.`,
  });
}

export function overBeforeItBegins(untilMs: number): AppError {
  const until = spokenTime(untilMs);
  return refused('over-before-it-begins', 'rule.untilMs', {
    vi: `Lịch kết thúc lúc ${until.vi}, trước khi kịp bắt đầu. Hãy chọn ngày kết thúc muộn hơn.`,
    en: `This schedule ends at ${until.en}, before it begins. Choose a later end.`,
  });
}

export const emergencyRepeats = () =>
  refused('emergency-repeats', 'rule.kind', {
    vi: 'Bản tin khẩn cấp không được lặp theo lịch, vì nó phát cả ngoài khung giờ. Hãy chọn phát ngay hoặc phát một lần.',
    en: 'An emergency may not repeat by a pattern, because it also sounds outside the allowed hours. Air it now, or once.',
  });

/** @param rule the pattern as it was written, or the rule in words */
export function neverFires(rule: string | Sentence): AppError {
  const { vi, en } = typeof rule === 'string' ? { vi: rule, en: rule } : rule;
  return refused('never-fires', 'rule', {
    vi: `Lịch ${vi} không rơi vào ngày giờ nào. Hãy kiểm tra ngày, tháng, thứ và ngày kết thúc (tháng Hai không có ngày 30, 31).`,
    en: `The rule ${en} never comes up. Check its days, months, weekdays and its end (February has no 30th).`,
  });
}

/** A hundred a day is one every nine minutes of the allowed hours: more is a pattern written by mistake. */
const A_DAY_MAX = 100;

export function tooMany({ atMs, count }: { atMs: number; count: number }): AppError | null {
  if (count <= A_DAY_MAX) return null;
  const [, day] = spokenTime(atMs).vi.split(' ngày ');
  return refused('too-many-a-day', 'rule', {
    vi: `Lịch này phát hơn ${A_DAY_MAX} lần trong ngày ${day}. Hãy kiểm tra mẫu lặp: có thể đang phát mỗi phút hoặc mỗi giây.`,
    en: `It airs more than ${A_DAY_MAX} times on ${day}. Check the rule: it may fire every minute or every second.`,
  });
}

export function againTooLong(of: { atMs: number; runMs: number; times: number }): AppError {
  const at = spokenTime(of.atMs);
  const length = spokenLength(of.runMs);
  return refused('too-often', 'air.times', {
    vi: `Mỗi lần phát ${of.times} lượt kéo dài ${length.vi}, nên chưa hết thì đã tới lần phát lúc ${at.vi}. Hãy bớt số lượt, rút ngắn khoảng nghỉ hoặc giãn giờ.`,
    en: `Said ${of.times} times it takes ${length.en}, and the airing at ${at.en} begins before that. Say it less often, shorten the gap, or space the times out.`,
  });
}

export function tooOften(atMs: number, durationMs: number): AppError {
  const at = spokenTime(atMs);
  const length = spokenLength(durationMs);
  return refused('too-often', 'rule.pattern', {
    vi: `Bản tin dài ${length.vi}, nhưng lần phát lúc ${at.vi} bắt đầu khi lần trước chưa hết. Hãy giãn các lần phát ra.`,
    en: `The bulletin lasts ${length.en}, but the airing at ${at.en} begins before the last one ends. Space them out.`,
  });
}

export function outsideHours(of: {
  atMs: number;
  durationMs: number;
  hours: readonly AllowedHours[];
}): AppError {
  const at = spokenTime(of.atMs);
  const length = spokenLength(of.durationMs);
  const allowed = spokenHours(of.hours, of.atMs);
  return refused('out-of-hours', 'rule', {
    vi: `Bản tin dài ${length.vi} phát lúc ${at.vi} nằm ngoài khung giờ được phép. Ngày đó được phát: ${allowed.vi}. Hãy chọn giờ khác.`,
    en: `The bulletin (${length.en}) at ${at.en} does not fit the allowed hours. Allowed that day: ${allowed.en}. Choose another time.`,
  });
}

function spokenLength(durationMs: number): Sentence {
  const minutes = Math.floor(durationMs / 60_000);
  const seconds = Math.ceil((durationMs % 60_000) / 1_000);
  return minutes === 0
    ? { vi: `${seconds} giây`, en: `${seconds} s` }
    : { vi: `${minutes} phút ${seconds} giây`, en: `${minutes} min ${seconds} s` };
}

function refused(code: string, place: string, say: Sentence): AppError {
  return new AppError({ code, fault: 'caller', say, place });
}
