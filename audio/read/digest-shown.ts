// The digest as a list for a terminal: what an approver checks, by kind, with where it stands and how it is said.
// It must never know how any of it is found.

/** The parts of the reading room's digest that are shown. */
type Entry = { source: string; words: string; count: number; places: { clause: string | null }[] };
type Group = { kind: keyof typeof HEADS; entries: Entry[] };

type Document = {
  type: string | null;
  number: string | null;
  title: string | null;
  groups: readonly Group[];
};

export function digestLines(documents: readonly Document[]): string {
  if (documents.every(({ groups }) => groups.length === 0))
    return 'Không có số, ngày, tiền, tên hay nghĩa vụ nào để kiểm tra.\n';
  return documents
    .map((document, at) => {
      const head = documents.length === 1 ? [] : [headOf(document, at, documents.length)];
      return [...head, ...document.groups.map(groupLines)].join('\n');
    })
    .join('\n');
}

function headOf({ type, number, title }: Document, at: number, of: number): string {
  const name = [type, number].filter(Boolean).join(' ') || title || 'không rõ số';
  return `=== VĂN BẢN ${at + 1}/${of}: ${name} ===\n`;
}

function groupLines({ kind, entries }: Group): string {
  const width = Math.min(PLACES_WIDTH, Math.max(...entries.map((one) => placesOf(one).length)));
  const lines = entries.map((entry) => entryLine(entry, width));
  return `${HEADS[kind]} (${entries.length})\n${lines.join('\n')}\n`;
}

/** Wider places push the words they are for off the screen. */
const PLACES_WIDTH = 34;
/** Of one thing said in many clauses, the first are named and the others counted. */
const PLACES_NAMED = 3;

function entryLine(entry: Entry, width: number): string {
  const source = entry.source.replace(/\s+/gu, ' ').trim();
  const said = entry.words === '' || entry.words === source ? '' : ` → ${entry.words}`;
  return `  ${placesOf(entry).padEnd(width)}  ${source}${said}`;
}

function placesOf({ places, count }: Entry): string {
  const clauses = [...new Set(places.map(({ clause }) => clause ?? 'đầu văn bản'))];
  const more = clauses.length > PLACES_NAMED ? ` và ${clauses.length - PLACES_NAMED} nơi khác` : '';
  const times = count > clauses.length ? ` (${count} lần)` : '';
  return `${clauses.slice(0, PLACES_NAMED).join('; ')}${more}${times}`;
}

const HEADS = {
  obligation: 'PHẢI, KHÔNG ĐƯỢC, BỊ PHẠT',
  deadline: 'THỜI HẠN',
  date: 'NGÀY',
  money: 'TIỀN',
  number: 'SỐ',
  name: 'TÊN NGƯỜI, CƠ QUAN',
  place: 'ĐỊA DANH',
  document: 'VĂN BẢN ĐƯỢC NHẮC ĐẾN',
} as const;
