// What must be said beside a bulletin's sound: figures nobody spells out, words that left the house, sound that is late.
// It must never make sound or change a bulletin.
import type { Sentence } from '../errors.ts';
import { VIETNAMESE } from '../languages.ts';
import type { Bulletin } from '../model.ts';
import { spokenTime } from '../vietnam-time.ts';

type Said = Pick<Bulletin, 'text' | 'language' | 'personalData'>;

/** @param of `byMachine`: a voice speaks it; `byCloud`: some of it was spoken outside this house; `retaking`: once more, at this moment */
export function speechNotes(
  bulletin: Said,
  of: { byMachine: boolean; byCloud: boolean; retaking: boolean },
): Sentence[] {
  const digits = bulletin.language !== VIETNAMESE && /\p{N}/u.test(bulletin.text);
  return [
    ...(of.retaking ? [RETAKING] : []),
    ...(of.byMachine && digits ? [DIGITS_LEFT] : []),
    ...(bulletin.personalData && of.byCloud ? [PERSONAL_IN_CLOUD] : []),
  ];
}

const RETAKING: Sentence = {
  vi: 'Âm thanh đang được tạo lại. Bản cũ vẫn dùng và vẫn phát cho tới khi bản mới xong; bản mới phải được duyệt lại.',
  en: 'The sound is being made anew. The one it has stays, and airs, until the new one is there; that one must be approved.',
};
const DIGITS_LEFT: Sentence = {
  vi: 'Bài viết còn chữ số: giọng máy có thể đọc sai ở thứ tiếng này. Hãy viết số thành chữ.',
  en: 'The text still holds figures: the voice may say them wrongly in this language. Write them as words.',
};
const PERSONAL_IN_CLOUD: Sentence = {
  vi: 'Bản tin có thông tin cá nhân nhưng âm thanh này đã do giọng trên mạng đọc. Hãy tạo lại bằng giọng trong máy; lời đã gửi đi thì không lấy lại được.',
  en: 'The bulletin names people, but this sound was spoken by a voice of the cloud. Make it anew with a voice of this house; words that were sent cannot be fetched back.',
};

export type Waiting = {
  state: Bulletin['state'];
  /** its coming times, whichever schedule they are of */
  nextAtMs: readonly number[];
  /** how long before its time a sound travels, plan milliseconds */
  leadMs: number;
  nowMs: number;
};

/** Nothing is spoken at air time: a sound that is not there when it must leave does not air. Null: all is well. */
export function soundLate({ state, nextAtMs, leadMs, nowMs }: Waiting): Sentence | null {
  if (state !== 'making' && state !== 'failed') return null;
  const first = nextAtMs.filter((atMs) => atMs >= nowMs).sort((one, other) => one - other)[0];
  if (first === undefined) return null;
  const leavesMs = first - leadMs;
  const by = spokenTime(Math.max(leavesMs, nowMs));
  const air = spokenTime(first);
  if (leavesMs <= nowMs)
    return {
      vi: `Chưa có âm thanh mà đã đến lúc phải gửi đi cho lượt phát ${air.vi}. Có muộn thì lượt này có thể không kịp.`,
      en: `There is no sound yet, and it should be on its way for ${air.en} already. That airing may be missed.`,
    };
  return {
    vi: `Chưa có âm thanh: phải xong trước ${by.vi} mới kịp phát lúc ${air.vi}.`,
    en: `There is no sound yet: it must be there by ${by.en} to air at ${air.en}.`,
  };
}
