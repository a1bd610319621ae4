// What the planner is told of a programme: what is missing, what had no room, which part no longer holds. Pure.
// It must never reach a village: nothing of it is spoken.
import type { Sentence } from '../errors.ts';
import type { HeldWhy, LeftOut, Missing } from './edition-plan.ts';
import type { BrokenPart } from './programme-model.ts';

type NameOf = (language: string) => string;

const WHY: Readonly<Record<HeldWhy, Sentence>> = {
  gone: { vi: 'không còn nữa', en: 'is gone' },
  withdrawn: { vi: 'đã bị rút hoặc trả lại', en: 'was withdrawn or returned' },
  changed: { vi: 'đã sửa sau khi duyệt', en: 'was changed after its approval' },
  expired: { vi: 'đã hết hạn', en: 'has expired' },
  'document-ended': {
    vi: 'được làm từ văn bản không còn hiệu lực',
    en: 'was made from a document that is no longer in force',
  },
  'not-given': { vi: 'không còn được tỉnh giao', en: 'is no longer given by the province' },
  'original-not-approved': {
    vi: 'có bản gốc chưa được duyệt hoặc đã rút',
    en: 'has an original that is not approved',
  },
  'older-text': { vi: 'theo lời cũ của bản gốc', en: 'says older words of its original' },
  emergency: {
    vi: 'là tin khẩn cấp, không nằm trong chương trình',
    en: 'is an emergency and stands in no programme',
  },
  drill: {
    vi: 'là diễn tập, không nằm trong chương trình',
    en: 'is a drill and stands in no programme',
  },
  making: { vi: 'đang tạo âm thanh', en: 'is having its sound made' },
  failed: { vi: 'chưa tạo được âm thanh', en: 'has no sound' },
  'not-approved': { vi: 'chưa được duyệt', en: 'is not approved' },
  'other-profile': {
    vi: 'được chỉnh cho loại loa khác: hãy tạo lại âm thanh, hoặc gửi lại bản ghi',
    en: 'was levelled for another kind of loudspeaker: have its sound made again, or send the recording again',
  },
};

export function sayMissing(missing: Missing, nameOf: NameOf): Sentence {
  const { title, language, there } = missing;
  const named = nameOf(language);
  // “Tiếng Mông” within a sentence
  const name = named.slice(0, 1).toLowerCase() + named.slice(1);
  if (there === null)
    return {
      vi: `“${title}” chưa có bằng ${name}.`,
      en: `“${title}” does not exist in ${named}.`,
    };
  const why = WHY[there.why];
  return {
    vi: `“${title}” bằng ${name} ${why.vi}.`,
    en: `“${title}” in ${named} ${why.en}.`,
  };
}

export function sayLeftOut(left: LeftOut): Sentence {
  const { title } = left;
  if (left.why === 'no-language' && left.there !== null) {
    const { vi, en } = WHY[left.there.why];
    return { vi: `“${title}” bị bỏ ra: ${vi}.`, en: `“${title}” is left out: it ${en}.` };
  }
  if (left.why === 'no-language')
    return {
      vi: `“${title}” bị bỏ ra: không có bản nào bằng thứ tiếng nghe ở đây.`,
      en: `“${title}” is left out: it exists in none of the languages heard here.`,
    };
  const [needs, there] = [clockOf(left.needsMs), clockOf(left.leftMs)];
  return {
    vi: `“${title}” bị bỏ ra: cần ${needs}, chỉ còn ${there}.`,
    en: `“${title}” is left out: it needs ${needs}, and ${there} are left.`,
  };
}

export function sayBroken({ title, why }: BrokenPart): Sentence {
  const { vi, en } = WHY[why];
  return {
    vi: `Chương trình ngừng phát: phần “${title}” ${vi}. Hãy dựng lại chương trình.`,
    en: `The programme is off the air: its part “${title}” ${en}. Build it again.`,
  };
}

/** m:ss, as on a clock; nobody adds up seconds above a minute. */
export function clockOf(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
