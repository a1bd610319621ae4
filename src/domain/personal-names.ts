// Finds people's names in a Vietnamese text: a family name and a given one, or whom one addresses.
// It must never know why a name is looked for.

export type Span = { at: number; end: number };

/** Of the Kinh, and of the Thái, Mông, Dao, Tày, Mường and Ê Đê where loudspeakers hang. */
const FAMILIES = new Set(
  (
    'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh mai trịnh đoàn lương lưu tô tạ chu cao thái tăng châu quách triệu trương vương phùng tống từ hà kiều mạc nghiêm thân đàm đào doãn khuất lâm la văn ' +
    'lò quàng cà tòng lường vì cầm bạc điêu đèo hoàng giàng sùng thào vừ mùa lầu hạng cứ vàng má phàng tráng ly hờ sồng mua vì lềm vàng bàn đặng tẩn phàn chảo nông ma hứa lục niê ksor kpă siu rơ'
  ).split(' '),
);

/** "ông Páo", "cháu Lan": one name is enough after these. */
const ADDRESSED = new Set('ông bà anh chị em cháu cụ bé cô chú bác'.split(' '));
/** What follows these is a place, a school or a street named after somebody. */
const PLACES = new Set(
  'xã phường tỉnh huyện quận bản thôn ấp buôn làng phố đường trấn xóm khu trường sông suối hồ đèo cầu chợ đảng chủ'.split(
    ' ',
  ),
);

/** Words of letters with what stands between them; each letter is read once. */
const WORD = /\p{L}[\p{L}\p{M}’']*/gu;
/** A given name, a middle one and two more: longer is a heading in capitals. */
const WORDS_MAX = 5;

type Word = { text: string; plain: string; at: number; end: number; capital: boolean };

/** In the order of the text, none within another. */
export function namesIn(text: string): Span[] {
  const words = [...text.matchAll(WORD)].map(asWord);
  const found: Span[] = [];
  for (let first = 0; first < words.length; ) {
    const count = nameAt(text, words, first);
    const [from, to] = [words[first], words[first + count - 1]];
    if (count > 0 && from && to) found.push({ at: from.at, end: to.end });
    first += Math.max(1, count);
  }
  return found;
}

function asWord({ 0: text, index }: RegExpExecArray): Word {
  const capital = /^\p{Lu}/u.test(text);
  return { text, plain: text.toLowerCase(), at: index, end: index + text.length, capital };
}

/** How many words from here on are a name: 0 is none. */
function nameAt(text: string, words: readonly Word[], first: number): number {
  const word = words[first] as Word;
  if (!word.capital) return 0;
  const before = words[first - 1];
  const beside = before !== undefined && isBeside(text, before, word) ? before.plain : '';
  const count = capitalsFrom(text, words, first);
  if (ADDRESSED.has(beside)) return count;
  const isName = FAMILIES.has(word.plain) && count >= 2 && !PLACES.has(beside);
  return isName ? count : 0;
}

function capitalsFrom(text: string, words: readonly Word[], first: number): number {
  let count = 1;
  while (count < WORDS_MAX) {
    const [last, next] = [words[first + count - 1] as Word, words[first + count]];
    if (!next?.capital || !isBeside(text, last, next)) break;
    count += 1;
  }
  return count;
}

/** One space between: a comma or a line break ends a name. */
function isBeside(text: string, left: Word, right: Word): boolean {
  return right.at - left.end === 1 && /[ \u00a0]/u.test(text[left.end] as string);
}
