// Why a choice of voices is refused, and what to do where nobody speaks a language.
// It must never decide either: voice-choice.ts and choose.ts do.
import { AppError, type Sentence } from '../errors.ts';
import type { NoVoice } from './choose.ts';
import { type ChoiceFault, PACE_MAX, PACE_MIN, STEPS_MAX } from './voice-choice.ts';

const PERSON: Sentence = {
  vi: 'Cần người đọc: hãy ghi âm ở trang bản tin, hoặc gửi liên kết ghi âm cho cộng tác viên.',
  en: 'A person must read it: record it on the page of the bulletin, or send a collaborator the link.',
};

/** @param language as Vietnamese calls it */
export function nobodySpeaks(none: NoVoice, language: string): AppError {
  const why = WHY_NONE[none];
  return new AppError({
    code: 'voice-missing',
    fault: 'world',
    say: {
      vi: `${language}: ${why.vi}. ${PERSON.vi}`,
      en: `${language}: ${why.en}. ${PERSON.en}`,
    },
  });
}

const WHY_NONE: Record<NoVoice, Sentence> = {
  'no-voice': { vi: 'chưa có giọng máy nào đọc được', en: 'no machine voice speaks it' },
  'cloud-closed': {
    vi: 'chỉ có giọng trên mạng đọc được, mà tỉnh hoặc xã không cho phép',
    en: 'only a voice of the cloud speaks it, and the province or the commune does not allow that',
  },
  'cloud-personal': {
    vi: 'chỉ có giọng trên mạng đọc được, mà bản tin có thông tin cá nhân nên không được gửi đi',
    en: 'only a voice of the cloud speaks it, and what names people is never sent there',
  },
};

export function badChoice(fault: ChoiceFault): AppError {
  const [place, say] = FAULTS[fault];
  return new AppError({ code: `voice-choice-${fault}`, fault: 'caller', say, place });
}

const FAULTS: Record<ChoiceFault, [string, Sentence]> = {
  'too-many-steps': [
    'steps',
    { vi: `Chọn tối đa ${STEPS_MAX} giọng.`, en: `Choose at most ${STEPS_MAX} voices.` },
  ],
  twice: ['steps', { vi: 'Một giọng được chọn hai lần.', en: 'A voice is chosen twice.' }],
  pace: [
    'pace',
    {
      vi: `Nhịp đọc phải từ ${PACE_MIN} đến ${PACE_MAX} âm tiết một phút.`,
      en: `The pace must be from ${PACE_MIN} to ${PACE_MAX} syllables a minute.`,
    },
  ],
  'unknown-voice': [
    'steps',
    {
      vi: 'Có giọng không còn trên máy này. Hãy tải lại trang rồi chọn lại.',
      en: 'One of the voices is not on this machine any more. Load the page again and choose anew.',
    },
  ],
  'other-language': [
    'steps',
    {
      vi: 'Có giọng nói thứ tiếng khác. Hãy chọn giọng của đúng thứ tiếng này.',
      en: 'One of the voices speaks another language. Choose voices of this one.',
    },
  ],
};
