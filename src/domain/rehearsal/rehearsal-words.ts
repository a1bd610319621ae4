// What a rehearsal found, as two sentences: what will go wrong, and what to do about it until when.
// It must never find anything itself.
import { clockOf } from '../calendar/conflict-words.ts';
import type { Sentence } from '../errors.ts';
import { dayNumber, spokenTime } from '../vietnam-time.ts';
import type { Fault, Finding, SpokenFinding } from './rehearsal-model.ts';

type Facts = { finding: Finding; siteName: string | null; nowMs: number };
type Said = { says: Sentence; remedy: Sentence };

export function spokenFinding(of: Facts): SpokenFinding {
  const { siteName, finding } = of;
  const { says, remedy } = WORDS[finding.fault](factsOf(of));
  const lost = lostOf(finding);
  const { chooseUntilMs: _, ...shown } = finding;
  return {
    ...shown,
    siteName,
    says: { vi: `${says.vi}: ${lost.vi}.`, en: `${says.en}: ${lost.en}.` },
    remedy,
  };
}

type Words = {
  who: string;
  since: Sentence;
  before: Sentence;
  by: Sentence;
  /** until when an order may still be chosen */
  chooseBefore: Sentence | null;
};

function factsOf({ finding, siteName, nowMs }: Facts): Words {
  const { title, sinceMs, firstAtMs, by, chooseUntilMs } = finding;
  const other = by ? `“${by.title}” (${clockOf(by.playAtMs)})` : null;
  return {
    who: siteName ?? `“${title}”`,
    since: sinceMs === null ? { vi: 'lâu nay', en: 'long ago' } : dayAndClock(sinceMs, nowMs),
    before: dayAndClock(firstAtMs, nowMs),
    chooseBefore:
      chooseUntilMs === null || chooseUntilMs < nowMs ? null : dayAndClock(chooseUntilMs, nowMs),
    by: other === null ? { vi: 'bản tin khác', en: 'another' } : { vi: other, en: other },
  };
}

/** "16:42 hôm qua"; further away the date. */
export function dayAndClock(atMs: number, nowMs: number): Sentence {
  const clock = clockOf(atMs);
  const day = DAYS[dayNumber(atMs) - dayNumber(nowMs)];
  if (!day) return spokenTime(atMs);
  return { vi: `${clock} ${day.vi}`, en: `${clock} ${day.en}` };
}
const DAYS: Readonly<Record<number, Sentence>> = {
  [-1]: { vi: 'hôm qua', en: 'yesterday' },
  0: { vi: 'hôm nay', en: 'today' },
  1: { vi: 'ngày mai', en: 'tomorrow' },
};

/** Of a speaker the airings count, of a bulletin the speakers. */
function lostOf({ fault, siteId, occurrenceIds, siteIds, pairs, expected }: Finding): Sentence {
  if (fault === 'battery-low')
    return {
      vi: `${pairs} lượt phát ở đây có thể không nghe được`,
      en: `${pairs} airings here may not be heard`,
    };
  if (siteId !== null && expected === 'partly-played')
    return {
      vi: `${pairs} lượt phát ở đây sẽ lệch giờ với loa bên cạnh`,
      en: `${pairs} airings here will be out of step with its neighbours`,
    };
  if (siteId !== null)
    return {
      vi: `${pairs} lượt phát sẽ không nghe được ở đây`,
      en: `${pairs} airings will not be heard here`,
    };
  if (siteIds.length === 0)
    return {
      vi: `${occurrenceIds.length} lượt phát không ai nghe`,
      en: `${occurrenceIds.length} airings are heard by nobody`,
    };
  const part = expected === 'partly-played';
  return {
    vi: `${pairs} lượt ở cụm loa ${part ? 'chỉ phát một phần' : 'sẽ không phát'}`,
    en: `${pairs} airings at speakers are heard ${part ? 'in part' : 'not at all'}`,
  };
}

const speaker =
  (said: (of: Words) => Sentence, act: Sentence) =>
  (of: Words): Said => ({
    says: said(of),
    remedy: {
      vi: `${act.vi} trước ${of.before.vi}.`,
      en: `${act.en} before ${of.before.en}.`,
    },
  });
/** What is wrong with a bulletin, behind its name. */
const bulletin = (what: Sentence, act: Sentence) =>
  speaker(({ who }) => ({ vi: `${who} ${what.vi}`, en: `${who} ${what.en}` }), act);

const VISIT: Sentence = {
  vi: 'Cử người kiểm tra nguồn và mạng',
  en: 'Send somebody to check power and link',
};
const APPROVE: Sentence = { vi: 'Trình và duyệt bản tin', en: 'Submit and approve it' };
const MOVE: Sentence = { vi: 'Dời sang giờ khác', en: 'Move it to another time' };

/** Among priority items the commune may say which is first (Thông tư 39/2020): that is asked for before a move. */
function beaten(said: (of: Words) => Sentence): (of: Words) => Said {
  const moved = speaker(said, MOVE);
  return (of) =>
    of.chooseBefore === null
      ? moved(of)
      : {
          says: said(of),
          remedy: {
            vi: `Chọn thứ tự phát trước ${of.chooseBefore.vi}, hoặc dời sang giờ khác.`,
            en: `Choose their order before ${of.chooseBefore.en}, or move it to another time.`,
          },
        };
}

const WORDS: Record<Fault, (of: Words) => Said> = {
  silent: speaker(
    ({ who, since }) => ({
      vi: `Loa ${who} im từ ${since.vi}`,
      en: `Speaker ${who} has been silent since ${since.en}`,
    }),
    VISIT,
  ),
  never: speaker(
    ({ who }) => ({
      vi: `Loa ${who} chưa lần nào báo về`,
      en: `Speaker ${who} has never been heard of`,
    }),
    { vi: 'Hoàn tất lắp đặt và bật máy', en: 'Finish installing it and switch it on' },
  ),
  'no-unit': speaker(
    ({ who }) => ({ vi: `Điểm loa ${who} chưa có thiết bị`, en: `There is no unit at ${who}` }),
    { vi: 'Lắp thiết bị', en: 'Install a unit' },
  ),
  'no-policy': speaker(
    ({ who }) => ({
      vi: `Loa ${who} chưa nhận được khung giờ của xã`,
      en: `Speaker ${who} has not been told its hours`,
    }),
    { vi: 'Kiểm tra mạng để loa nhận lệnh', en: 'Check its link so that it is told' },
  ),
  'clock-off': speaker(
    ({ who }) => ({
      vi: `Đồng hồ loa ${who} sai hoặc chưa có giờ`,
      en: `The clock of speaker ${who} is off or not set`,
    }),
    { vi: 'Kiểm tra mạng để loa chỉnh lại giờ', en: 'Check its link so that it sets its clock' },
  ),
  'disk-full': speaker(
    ({ who }) => ({ vi: `Loa ${who} sắp đầy bộ nhớ`, en: `Speaker ${who} is nearly out of room` }),
    { vi: 'Dọn bộ nhớ hoặc thay thiết bị', en: 'Make room or swap the unit' },
  ),
  'battery-low': speaker(
    ({ who }) => ({ vi: `Loa ${who} sắp hết pin`, en: `The battery of speaker ${who} is low` }),
    { vi: 'Kiểm tra điện lưới và pin', en: 'Check mains and battery' },
  ),
  'stream-missing': speaker(
    ({ who }) => ({
      vi: `Loa ${who} chưa nhận được âm thanh đã gửi`,
      en: `Speaker ${who} does not hold the sound that was sent`,
    }),
    { vi: 'Kiểm tra đường truyền', en: 'Check its link' },
  ),
  'not-approved': bulletin({ vi: 'chưa được duyệt', en: 'is not approved' }, APPROVE),
  'changed-since-approval': bulletin(
    { vi: 'đã sửa sau khi duyệt', en: 'was changed since it was approved' },
    { vi: 'Duyệt lại bản tin', en: 'Approve it again' },
  ),
  'approval-too-old': bulletin(
    { vi: 'được duyệt đã quá lâu', en: 'was approved too long ago' },
    { vi: 'Trình và duyệt lại', en: 'Submit and approve it again' },
  ),
  'no-clip': bulletin(
    { vi: 'chưa có âm thanh', en: 'has no sound' },
    { vi: 'Tạo âm thanh rồi duyệt', en: 'Make its sound and approve it' },
  ),
  'no-speakers': bulletin(
    { vi: 'đặt cho nơi chưa có loa', en: 'is for a place without a speaker' },
    { vi: 'Chọn địa bàn khác hoặc lắp loa', en: 'Choose another place or install a speaker' },
  ),
  'out-of-hours': bulletin(
    { vi: 'ngoài khung giờ của mọi nơi nghe', en: 'is outside the hours of every place' },
    MOVE,
  ),
  'out-of-hours-here': bulletin(
    { vi: 'ngoài khung giờ của một số nơi', en: 'is outside the hours of some places' },
    MOVE,
  ),
  'over-regulation': bulletin(
    { vi: 'trái quy chế hoạt động', en: 'is against the regulation' },
    { vi: 'Sửa lịch hoặc xin người thứ hai đồng ý', en: 'Change it or have a second person agree' },
  ),
  'hours-end': bulletin(
    { vi: 'bị đẩy quá khung giờ', en: 'is pushed over the end of the hours' },
    { vi: 'Dời sớm hơn hoặc rút ngắn', en: 'Move it earlier or shorten it' },
  ),
  expired: bulletin({ vi: 'đã hết hạn', en: 'has expired' }, MOVE),
  'cancelled-once': bulletin({ vi: 'đã bị bỏ một lần', en: 'is cancelled this once' }, MOVE),
  'original-not-approved': bulletin(
    { vi: 'có bản gốc chưa duyệt hoặc đã rút', en: 'has an original that is not approved' },
    { vi: 'Duyệt bản gốc', en: 'Have the original approved' },
  ),
  'older-text': bulletin(
    { vi: 'nói lời cũ của bản gốc', en: 'says older words than its original' },
    { vi: 'Làm lại hoặc xác nhận còn đúng', en: 'Make it anew or say that it still holds' },
  ),
  'document-ended': bulletin(
    { vi: 'dựa trên văn bản đã hết hiệu lực', en: 'is made from a law no longer in force' },
    { vi: 'Soạn bản tin mới', en: 'Write a new bulletin' },
  ),
  'pre-empted': beaten(({ who, by }) => ({
    vi: `${who} phải nhường ${by.vi}`,
    en: `${who} gives way to ${by.en}`,
  })),
  interrupted: beaten(({ who, by }) => ({
    vi: `${who} bị ${by.vi} ngắt và không phát tiếp`,
    en: `${who} is interrupted by ${by.en} for good`,
  })),
};
