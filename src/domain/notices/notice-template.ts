// Whether a template can be spoken and filled, and the hash that is its words: of the product and of a commune alike.
// It must never know where a template came from.
import { createHash } from 'node:crypto';
import { AppError, type Sentence } from '../errors.ts';
import {
  NOTICE_CATEGORIES,
  type NoticeSlot,
  type NoticeTemplate,
  SLOT_KINDS,
} from './notice-model.ts';
import { isPlain } from './notice-slots.ts';
import { slotsIn } from './notice-text.ts';

/** A form of ten fields is the most that fits a phone and a minute. */
export const SLOTS_MAX = 10;
export const SENTENCES_MAX = 8;
const SENTENCE_CHARS = 300;
const LABEL_CHARS = 60;
const SLOT_CHARS = 120;
const OPTIONS_MAX = 12;
/** A week: what is worth hearing longer is a bulletin with a schedule. */
const LASTS_HOURS_MAX = 168;

/** Everything that is heard, and everything that decides when and how: a standing approval is for this. */
export function templateHash(template: NoticeTemplate): string {
  const { id, title, priority, personalData, lastsHours, opening, body, closing } = template;
  const slots = template.slots.map(({ name, kind, required, maxChars, event, options }) => [
    ...[name, kind, required, maxChars, event ?? false],
    options ?? [],
  ]);
  const words = [id, title.vi, priority, personalData, lastsHours, opening, body, closing, slots];
  return createHash('sha256').update(JSON.stringify(words)).digest('hex');
}

/** The first thing wrong, or null. */
export function checkTemplate(template: NoticeTemplate): AppError | null {
  return checkFrame(template) ?? checkSlots(template.slots) ?? checkSentences(template);
}

function checkFrame({ id, title, icon, category, priority, lastsHours }: NoticeTemplate) {
  if (!/^[A-Za-z0-9-]{1,40}$/.test(id) || !/^[a-z]{1,20}$/.test(icon)) return wrong('id', SAY.name);
  if (!isLabel(title)) return wrong('title', SAY.label);
  if (!NOTICE_CATEGORIES.includes(category)) return wrong('category', SAY.unknown);
  if (!['normal', 'priority', 'emergency'].includes(priority))
    return wrong('priority', SAY.unknown);
  const hours = lastsHours ?? 1;
  const fits = Number.isInteger(hours) && hours >= 1 && hours <= LASTS_HOURS_MAX;
  return fits ? null : wrong('lastsHours', SAY.lasts);
}

function checkSlots(slots: readonly NoticeSlot[]): AppError | null {
  if (slots.length > SLOTS_MAX) return wrong('slots', SAY.tooManySlots);
  const names = slots.map(({ name }) => name);
  if (new Set(names).size < names.length) return wrong('slots', SAY.twice);
  for (const slot of slots) {
    const fault = slotFault(slot);
    if (fault) return wrong(`slots.${slot.name}`, fault);
  }
  return null;
}

function slotFault({ name, label, kind, maxChars, example, ...slot }: NoticeSlot): Sentence | null {
  if (!/^[a-z][a-z0-9-]{0,23}$/.test(name) || name === 'commune') return SAY.name;
  if (!isLabel(label)) return SAY.label;
  if (!SLOT_KINDS.includes(kind)) return SAY.unknown;
  if (!Number.isInteger(maxChars) || maxChars < 1 || maxChars > SLOT_CHARS) return SAY.chars;
  if (!isPlain(example) || example.length > SLOT_CHARS) return SAY.letters;
  const isTime = kind === 'day' || kind === 'hour' || kind === 'span';
  if (slot.event && !isTime) return SAY.event;
  const options = slot.options ?? [];
  if ((kind === 'choice') !== options.length > 0 || options.length > OPTIONS_MAX)
    return SAY.options;
  const fits = (option: string) =>
    option !== '' && option === option.trim() && option.length <= maxChars && isPlain(option);
  return options.every(fits) ? null : SAY.options;
}

function checkSentences({ opening, body, closing, slots }: NoticeTemplate): AppError | null {
  if (body.length === 0 || body.length > SENTENCES_MAX) return wrong('body', SAY.sentences);
  for (const [place, text] of [
    ['opening', opening],
    ['closing', closing],
  ] as const)
    if (slotsIn(text).some((name) => name !== 'commune')) return wrong(place, SAY.frame);
  for (const [at, text] of [opening, ...body, closing].entries()) {
    const place = at === 0 ? 'opening' : at > body.length ? 'closing' : 'body';
    if (text.length > SENTENCE_CHARS || (place === 'body' && text.trim() === ''))
      return wrong(place, SAY.long);
    if (!isPlain(bare(text))) return wrong(place, SAY.letters);
  }
  const used = new Set(body.flatMap(slotsIn));
  const known = new Set(['commune', ...slots.map(({ name }) => name)]);
  if ([...used].some((name) => !known.has(name))) return wrong('body', SAY.noSuchSlot);
  return slots.every(({ name }) => used.has(name)) ? null : wrong('body', SAY.unused);
}

/** What is left when slots and well-formed brackets are taken out: a brace that stays is a slip. */
const bare = (text: string): string =>
  text.replace(/\{[a-z][a-z0-9-]*\}/g, '').replace(/\[([^\][]*)\]/g, '$1');

function isLabel({ vi, en }: Sentence): boolean {
  return [vi, en].every(
    (text) => text.trim() !== '' && text.length <= LABEL_CHARS && isPlain(text),
  );
}

function wrong(place: string, say: Sentence): AppError {
  return new AppError({ code: 'bad-template', fault: 'caller', say, place });
}

const SAY = {
  name: {
    vi: 'Mã của mẫu và của mục chỉ gồm chữ thường không dấu, số và gạch nối.',
    en: 'Ids of a template and of a slot have only letters a–z, digits and hyphens.',
  },
  label: {
    vi: `Tên cần có cả tiếng Việt và tiếng Anh, mỗi tên tối đa ${LABEL_CHARS} ký tự thường.`,
    en: `A name is needed in Vietnamese and English, each of at most ${LABEL_CHARS} plain characters.`,
  },
  unknown: { vi: 'Không có loại này.', en: 'There is no such kind.' },
  lasts: {
    vi: `Thời gian còn giá trị là từ 1 đến ${LASTS_HOURS_MAX} giờ.`,
    en: `It may hold for 1 to ${LASTS_HOURS_MAX} hours.`,
  },
  tooManySlots: { vi: `Nhiều nhất ${SLOTS_MAX} mục.`, en: `At most ${SLOTS_MAX} slots.` },
  twice: { vi: 'Hai mục trùng mã nhau.', en: 'Two slots have the same id.' },
  chars: {
    vi: `Độ dài của một mục là từ 1 đến ${SLOT_CHARS} ký tự.`,
    en: `A slot takes 1 to ${SLOT_CHARS} characters.`,
  },
  letters: {
    vi: 'Chỉ dùng chữ, số, dấu câu thường, {mục} và [phần có thể bỏ].',
    en: 'Use letters, digits, plain punctuation, {slots} and [parts that may be left out] only.',
  },
  event: {
    vi: 'Chỉ ngày, giờ hoặc khoảng thời gian mới là lúc diễn ra.',
    en: 'Only a day, an hour or a span can be when it happens.',
  },
  options: {
    vi: `Mục chọn cần từ 1 đến ${OPTIONS_MAX} lựa chọn, không dài hơn độ dài của mục.`,
    en: `A choice needs 1 to ${OPTIONS_MAX} options, none longer than the slot.`,
  },
  sentences: {
    vi: `Nội dung có từ 1 đến ${SENTENCES_MAX} câu.`,
    en: `The body has 1 to ${SENTENCES_MAX} sentences.`,
  },
  frame: {
    vi: 'Câu mở đầu và câu kết chỉ được dùng {commune}.',
    en: 'Opening and closing may only use {commune}.',
  },
  long: {
    vi: `Mỗi câu có từ 1 đến ${SENTENCE_CHARS} ký tự.`,
    en: `A sentence has 1 to ${SENTENCE_CHARS} characters.`,
  },
  noSuchSlot: {
    vi: 'Câu có {mục} mà mẫu không có. Hãy thêm mục hoặc sửa câu.',
    en: 'A sentence names a {slot} the template lacks. Add it, or change the sentence.',
  },
  unused: {
    vi: 'Có mục không nằm trong câu nào nên không được đọc.',
    en: 'A slot stands in no sentence, so it would never be said.',
  },
} satisfies Record<string, Sentence>;
