// Finds what an approver must not miss in a text: dates, hours, money, numbers of documents, figures.
// It must never change a character of the text.
export type Piece = { text: string; kind: 'plain' | 'marked' };

const NUMBER = '\\d+(?:[.,]\\d+)*';
/** Longest first: a date is one thing, not three numbers. */
const MARKED = new RegExp(
  [
    '\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}', // a date
    '\\d+/(?:\\d{4}/)?[\\p{Lu}-]{2,}(?:-[\\p{Lu}]+)*', // a document's number
    '\\d{1,2}/\\d{4}(?!\\d)', // a month
    '\\d{1,2}\\s?(?:h|g|giờ)\\s?(?:\\d{1,2})?(?:\\s?(?:p|phút))?(?!\\p{L})', // an hour
    '\\d{1,2}:\\d{2}',
    `${NUMBER}\\s?(?:đồng|đ|VNĐ|triệu|tỷ|nghìn|%)(?!\\p{L})(?:\\s?đồng)?`,
    '\\d{1,2}/\\d{1,2}(?![\\d/])', // a day and month
    NUMBER,
  ].join('|'),
  'gu',
);

export function marked(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(MARKED)) {
    if (found.index > from) pieces.push({ text: text.slice(from, found.index), kind: 'plain' });
    pieces.push({ text: found[0], kind: 'marked' });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), kind: 'plain' });
  return pieces;
}

/** Each marked thing once, in order. */
export const digestOf = (text: string): string[] => [
  ...new Set(
    marked(text)
      .filter(({ kind }) => kind === 'marked')
      .map((piece) => piece.text.trim()),
  ),
];
