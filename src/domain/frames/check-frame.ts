// What a frame may look like, before anybody records it: bounded, plain, every gap known and used.
// It must never know who asks, nor what is recorded.
import { AppError, type Sentence } from '../errors.ts';
import { VIETNAMESE } from '../languages.ts';
import { isPlain } from '../notices/notice-slots.ts';
import type { FrameSlot, FrameWords } from './frame-model.ts';
import { partsOf, slotsOf } from './sentences.ts';
import { allPieces, minutesOf } from './slot-values.ts';

/** A notice of a minute; longer, somebody records it as a whole. */
export const SENTENCES_MAX = 12;
const SENTENCE_CHARS = 300;
export const SLOTS_MAX = 8;
const NAME_CHARS = 80;
/** An evening of one speaker: what is longer is never finished. */
export const VALUES_MAX = 200;
export const PIECES_MAX = 600;
const VALUE_CHARS = 60;
const NO_PLACES = { villages: [], communes: [] };

/** @returns the first thing that is wrong, naming where, or null */
export function checkFrame(frame: FrameWords): AppError | null {
  const { name, language, sentences, slots } = frame;
  if (!isLabel(name)) return wrong('name', SAY.name);
  if (language === VIETNAMESE) return wrong('language', SAY.vietnamese);
  if (sentences.length === 0 || sentences.length > SENTENCES_MAX)
    return wrong('sentences', SAY.sentences);
  if (slots.length > SLOTS_MAX) return wrong('slots', SAY.slots);
  const names = slots.map((slot) => slot.name);
  if (new Set(names).size < names.length) return wrong('slots', SAY.twice);
  return checkSlots(slots) ?? checkSentences(sentences, names);
}

function checkSlots(slots: readonly FrameSlot[]): AppError | null {
  for (const slot of slots) {
    const fault = slotFault(slot);
    if (fault) return wrong(`slots.${slot.name}`, fault);
  }
  const pieces = slots.reduce((sum, slot) => sum + allPieces(slot, NO_PLACES).length, 0);
  return pieces > PIECES_MAX ? wrong('slots', SAY.tooManyPieces) : null;
}

function slotFault(slot: FrameSlot): Sentence | null {
  if (!/^[a-z][a-z0-9-]{0,23}$/u.test(slot.name)) return SAY.slotName;
  if (!isLabel(slot.label)) return SAY.name;
  switch (slot.kind) {
    case 'hour':
      if (slot.said === 'whole') return listFault(slot.also, (one) => minutesOf(one) !== null);
      return listFault(slot.minutes, (one) => one > 0 && one < 60);
    case 'number': {
      const { from, to, step, also } = slot;
      if (to < from || (to - from) / step + 1 + also.length > VALUES_MAX) return SAY.values;
      return null;
    }
    case 'date':
      return slot.order.length === 0 || new Set(slot.order).size < slot.order.length
        ? SAY.order
        : null;
    case 'place':
      if (slot.areas === 'none' && slot.also.length === 0) return SAY.values;
      return listFault(slot.also, isValue);
    case 'list':
      return slot.values.length === 0 ? SAY.values : listFault(slot.values, isValue);
  }
}

function listFault<T>(values: readonly T[], fits: (value: T) => boolean): Sentence | null {
  return values.length > VALUES_MAX || !values.every(fits) ? SAY.values : null;
}

const isValue = (value: string) =>
  value.length <= VALUE_CHARS && isPlain(value) && /[\p{L}\p{N}]/u.test(value);

function checkSentences(sentences: readonly string[], names: readonly string[]): AppError | null {
  for (const sentence of sentences) {
    if (sentence.length > SENTENCE_CHARS || partsOf(sentence).length === 0)
      return wrong('sentences', SAY.sentence);
    if (!isPlain(sentence.replace(/\{[a-z][a-z0-9-]*\}/gu, '')))
      return wrong('sentences', SAY.letters);
  }
  const used = new Set(sentences.flatMap(slotsOf));
  if ([...used].some((name) => !names.includes(name))) return wrong('sentences', SAY.noSuchSlot);
  return names.every((name) => used.has(name)) ? null : wrong('sentences', SAY.unused);
}

const isLabel = (text: string) => /\p{L}/u.test(text) && text.length <= NAME_CHARS && isPlain(text);

function wrong(place: string, say: Sentence): AppError {
  return new AppError({ code: 'bad-frame', fault: 'caller', say, place });
}

const SAY = {
  name: {
    vi: `Tên gồm chữ và số thường, nhiều nhất ${NAME_CHARS} ký tự.`,
    en: `A name has plain letters and digits, at most ${NAME_CHARS} characters.`,
  },
  vietnamese: {
    vi: 'Tiếng Việt đã có máy đọc, không cần khung câu. Hãy chọn tiếng khác.',
    en: 'Vietnamese is read by a voice and needs no frame. Choose another language.',
  },
  sentences: {
    vi: `Khung có từ 1 đến ${SENTENCES_MAX} câu.`,
    en: `A frame has 1 to ${SENTENCES_MAX} sentences.`,
  },
  sentence: {
    vi: `Mỗi câu có chữ để đọc và nhiều nhất ${SENTENCE_CHARS} ký tự.`,
    en: `A sentence has something to say and at most ${SENTENCE_CHARS} characters.`,
  },
  letters: {
    vi: 'Câu chỉ gồm chữ, số, dấu câu thường và {chỗ trống}.',
    en: 'A sentence has letters, digits, plain punctuation and {gaps} only.',
  },
  slots: { vi: `Nhiều nhất ${SLOTS_MAX} chỗ trống.`, en: `At most ${SLOTS_MAX} gaps.` },
  twice: { vi: 'Hai chỗ trống trùng mã nhau.', en: 'Two gaps have the same id.' },
  slotName: {
    vi: 'Mã chỗ trống chỉ gồm chữ thường không dấu, số và gạch nối.',
    en: 'The id of a gap has only letters a–z, digits and hyphens.',
  },
  values: {
    vi: `Giá trị phải ghi được thành tiếng; mỗi chỗ trống có từ 1 đến ${VALUES_MAX} giá trị, mỗi giá trị tối đa ${VALUE_CHARS} ký tự.`,
    en: `Values must be sayable; a gap has 1 to ${VALUES_MAX} of them, each of at most ${VALUE_CHARS} characters.`,
  },
  order: {
    vi: 'Ngày cần ít nhất một trong: thứ, ngày, tháng, mỗi thứ một lần.',
    en: 'A date needs at least one of weekday, day and month, each once.',
  },
  tooManyPieces: {
    vi: `Khung cần hơn ${PIECES_MAX} đoạn ghi âm, không ai ghi hết được. Hãy bớt giá trị.`,
    en: `The frame would need more than ${PIECES_MAX} recordings, which nobody finishes. Take values out.`,
  },
  noSuchSlot: {
    vi: 'Câu có {chỗ trống} chưa khai báo. Hãy thêm chỗ trống hoặc sửa câu.',
    en: 'A sentence has a {gap} that is not described. Describe it, or change the sentence.',
  },
  unused: {
    vi: 'Có chỗ trống không nằm trong câu nào.',
    en: 'A gap stands in no sentence.',
  },
} satisfies Record<string, Sentence>;
