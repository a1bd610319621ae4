// Writes into Word's XML what Word only shows: each paragraph's automatic label, and where pages broke.
// It must never change any other character of it.
import { readTags, type TagReader } from '../markup/tags.ts';
import { type Numbered, startCounting } from './numbering.ts';
import type { NumberingTables } from './numbering-tables.ts';
import { PAGE_BREAK } from './page-break.ts';
import type { Styles } from './styles.ts';

type Paragraph = {
  at: number;
  num: string | null;
  level: number | null;
  style: string | null;
  words: boolean;
};
type Edit = { from: number; to: number; text: string };

const ATTRIBUTES = new Set(['w:val']);

export function writeLabels(xml: string, tables: NumberingTables, styles: Styles): string {
  const labelOf = startCounting(tables);
  const edits: Edit[] = [];
  readTags(
    xml,
    { xml: true, attributes: ATTRIBUTES },
    skipTwins(
      paragraphs(
        (paragraph) => {
          const numbered = numberOf(paragraph, tables, styles);
          const label = numbered === null || !paragraph.words ? '' : labelOf(numbered);
          if (label !== '') edits.push({ from: paragraph.at, to: paragraph.at, text: run(label) });
        },
        (from, to) => edits.push({ from, to, text: `<w:t>${PAGE_BREAK}</w:t>` }),
      ),
    ),
  );
  return edited(xml, edits);
}

/** Old and new drawing of one text box stand side by side; the reader takes the old one (mc:Fallback). */
function skipTwins(reader: TagReader): TagReader {
  let inside = 0;
  return {
    open(tag, selfClosed) {
      if (tag.name === 'mc:Choice' && !selfClosed) inside += 1;
      if (inside === 0) reader.open(tag, selfClosed);
    },
    close(name, end) {
      if (inside === 0) reader.close(name, end);
      if (name === 'mc:Choice') inside = Math.max(0, inside - 1);
    },
    text() {},
  };
}

function paragraphs(
  ended: (paragraph: Paragraph) => void,
  brokePage: (from: number, to: number) => void,
): TagReader {
  const open: Paragraph[] = [];
  // What a reviewer changed the paragraph from is no longer so.
  let former = 0;
  return {
    open({ name, attributes, at, end }, selfClosed) {
      const paragraph = open.at(-1);
      if (name === 'w:p' && !selfClosed)
        open.push({ at: end, num: null, level: null, style: null, words: false });
      else if (name === 'w:lastRenderedPageBreak' && selfClosed) brokePage(at, end);
      else if (name === 'w:pPrChange' && !selfClosed) former += 1;
      else if (paragraph && former === 0) note(paragraph, name, attributes.get('w:val') ?? '');
    },
    close(name, end) {
      const paragraph = open.at(-1);
      if (name === 'w:pPrChange') former = Math.max(0, former - 1);
      else if (name === 'w:pPr' && paragraph) paragraph.at = end;
      else if (name === 'w:p' && paragraph) {
        open.pop();
        ended(paragraph);
      }
    },
    text() {},
  };
}

function note(paragraph: Paragraph, name: string, value: string): void {
  if (name === 'w:numId') paragraph.num = value;
  else if (name === 'w:ilvl') paragraph.level = Number(value);
  else if (name === 'w:pStyle') paragraph.style = value;
  else if (name === 'w:t') paragraph.words = true;
}

/** The paragraph's own number, else its style's; number 0 takes a style's number away (17.9.18). */
function numberOf(paragraph: Paragraph, tables: NumberingTables, styles: Styles): Numbered | null {
  const style = paragraph.style === null ? null : styles.numberOf(paragraph.style);
  const num = paragraph.num ?? style?.num ?? null;
  if (num === null || num === '0') return null;
  const plan = tables.plans.get(tables.nums.get(num)?.plan ?? '');
  const linked = plan?.levels.findIndex(
    (level) => level !== undefined && level.style === style?.id,
  );
  const own = linked === undefined || linked < 0 || style === null ? null : linked;
  return { num, level: paragraph.level ?? own ?? style?.level ?? 0 };
}

function run(label: string): string {
  const safe = label.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
  return `<w:r><w:t xml:space="preserve">${safe} </w:t></w:r>`;
}

function edited(xml: string, edits: Edit[]): string {
  edits.sort((one, other) => one.from - other.from);
  const out: string[] = [];
  let at = 0;
  for (const { from, to, text } of edits) {
    out.push(xml.slice(at, from), text);
    at = to;
  }
  return out.join('') + xml.slice(at);
}
