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

/** Words in capitals with one space between; classes are disjoint, so each letter is read once. */
const CAPITALS = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}’']*(?: \p{Lu}[\p{L}\p{M}’']*)*/gu;
const WORD = /[^ ]+/gu;
/** A family name, a given one, a middle one and two more: longer is a heading in capitals. */
const WORDS_MAX = 5;
/** "trường" is the longest word that is looked for before a name. */
const BEFORE_CHARS = 8;
const BEFORE = /(?<!\p{L})\p{L}+(?= $)/u;

/** In the order of the text, none within another. */
export function namesIn(text: string): Span[] {
  const found = [...capitalNames(text), ...smallNames(text)].sort((a, b) => a.at - b.at);
  let end = 0;
  return found.filter((name) => {
    const apart = name.at >= end;
    if (apart) end = name.end;
    return apart;
  });
}

const wordBefore = (text: string, at: number): string =>
  BEFORE.exec(text.slice(Math.max(0, at - BEFORE_CHARS), at))?.[0].toLowerCase() ?? '';

/** As words of the language these say too much else: "từ văn bản", "hồ thị trấn", "đoàn văn nghệ". */
const WORDS_TOO = new Set(
  'võ hồ lý mai đoàn lương lưu tô tạ chu cao thái tăng từ hà thân đàm đào lâm la văn cà vì cầm bạc điêu mùa lầu hạng cứ vàng má ly hờ mua bàn nông ma hứa lục rơ trương'.split(
    ' ',
  ),
);
const [ANY, SURE] = [[...FAMILIES], [...FAMILIES].filter((family) => !WORDS_TOO.has(family))].map(
  (families) => families.join('|'),
);
/** "thị trấn", "văn bản": no given name follows. */
const NO_NAME =
  '(?:bản|hóa|hoá|phòng|thư|nghệ|học|công|kiện|trường|trấn|xã|lực|giác|phần|sát|hiếu|bằng|chỉ|tự)(?![\\p{L}\\p{M}])';
/** "nguyễn văn ví", "Lò thị Mẫu", "ông trần ví": typed in haste; a family alone is a word like another. */
const SMALL = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:(?:${ANY}) (?:văn|thị) |(?:${SURE}) (?:a|đức|hữu) |(?<=(?<!\\p{L})(?:${[...ADDRESSED].join('|')}) )(?:${SURE}) )(?!${NO_NAME})\\p{L}[\\p{L}\\p{M}]*`,
  'giu',
);

function smallNames(text: string): Span[] {
  return [...text.matchAll(SMALL)].flatMap(({ 0: name, index: at }) => {
    // with a capital on each word it was read already, and passed by for a reason
    const isSmall = name.split(' ').some((word) => /^\p{Ll}/u.test(word));
    return isSmall && !PLACES.has(wordBefore(text, at)) ? [{ at, end: at + name.length }] : [];
  });
}

function capitalNames(text: string): Span[] {
  const found: Span[] = [];
  for (const { 0: run, index } of text.matchAll(CAPITALS)) {
    for (const { at, end } of namesOfRun(run, wordBefore(text, index)))
      found.push({ at: index + at, end: index + end });
  }
  return found;
}

/** A run begins with what one addresses as often as with a name: "Ông Ví", "Anh Nguyễn Văn Ví". */
function namesOfRun(run: string, beside: string): Span[] {
  const words = [...run.matchAll(WORD)];
  const found: Span[] = [];
  let before = beside;
  for (let first = 0; first < words.length; ) {
    const left = Math.min(WORDS_MAX, words.length - first);
    const { 0: written, index: at } = words[first] as RegExpExecArray;
    const word = written.toLowerCase();
    const isFamily = FAMILIES.has(word) && left >= 2 && !PLACES.has(before);
    const count = isFamily || ADDRESSED.has(before) ? left : 0;
    const last = words[first + count - 1];
    if (count > 0 && last) found.push({ at, end: last.index + last[0].length });
    before = word;
    first += Math.max(1, count);
  }
  return found;
}
