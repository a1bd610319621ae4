// A page's markup to the text a person sees: one pass, a line for each block, a row for each table row.
// It must never run, fetch or follow anything, nor know encodings.
import { BLOCK, isNoteLink, isUnread, SELF_ENDING } from './elements.ts';
import { openLists, superscript } from './lists.ts';
import { openTables } from './tables.ts';
import { readTags, type TagReader, type TagSeen } from './tags.ts';
import { startLines } from './writer.ts';

const ATTRIBUTES: ReadonlySet<string> = new Set([
  'colspan',
  'rowspan',
  'type',
  'start',
  'value',
  'hidden',
  'style',
  'href',
  'id',
]);

export function htmlToText(source: string): string {
  const root = startLines();
  const page = openPage(root);
  readTags(source, { xml: false, attributes: ATTRIBUTES }, skipUnread(page));
  page.end();
  return root.lines().join('\n');
}

/** Lets through only what is shown; a hidden part ends with its element, or where that must end. */
function skipUnread(reader: TagReader): TagReader {
  let hidden: string | null = null;
  let depth = 0;
  const endsUnclosed = (name: string) =>
    hidden === 'head'
      ? name === 'body' || BLOCK.has(name)
      : hidden === name && SELF_ENDING.has(name);
  return {
    open(tag, selfClosed) {
      if (hidden !== null && endsUnclosed(tag.name)) hidden = null;
      if (hidden === null && isUnread(tag.name, tag.attributes)) {
        hidden = tag.name;
        depth = 0;
        if (BLOCK.has(tag.name)) reader.open({ ...tag, name: 'br' }, selfClosed);
      } else if (hidden === null) reader.open(tag, selfClosed);
      else if (hidden === tag.name) depth += 1;
    },
    close(name, end) {
      if (hidden === null) reader.close(name, end);
      else if (hidden === name && depth > 0) depth -= 1;
      else if (hidden === name) hidden = null;
    },
    text(text) {
      if (hidden === null) reader.text(text);
    },
  };
}

type Page = TagReader & { end(): void };

function openPage(root: ReturnType<typeof startLines>): Page {
  const tables = openTables(root);
  const lists = openLists();
  let preformatted = 0;
  let raised: { by: string; text: string } | null = null;
  const settleRaised = () => {
    if (raised === null) return;
    const text = raised.text;
    raised = null;
    tables.writer().add(asMark(text), false);
  };
  const openBlock = ({ name, attributes }: TagSeen) => {
    tables.writer().endLine();
    if (name === 'pre') preformatted += 1;
    else if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir')
      lists.open(name === 'ol', attributes);
    else if (name === 'li') tables.writer().mark(lists.item(attributes));
    else if (name === 'table') tables.open();
    else if (name === 'tr') tables.row();
    else if (name === 'td' || name === 'th') tables.cell(attributes);
  };
  const closeBlock = (name: string) => {
    tables.writer().endLine();
    if (name === 'pre') preformatted = Math.max(0, preformatted - 1);
    else if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir') lists.close();
    else if (name === 'li') tables.writer().mark('');
    else if (name === 'table') tables.close();
    else if (name === 'td' || name === 'th' || name === 'tr') tables.closeCell();
  };
  return {
    open(tag) {
      if (tag.name === 'br' || BLOCK.has(tag.name)) settleRaised();
      if (tag.name === 'br') tables.writer().endLine();
      else if (BLOCK.has(tag.name)) openBlock(tag);
      else if (tag.name === 'sup' || (tag.name === 'a' && isNoteLink(tag.attributes)))
        raised ??= { by: tag.name, text: '' };
    },
    close(name) {
      if (BLOCK.has(name)) {
        settleRaised();
        closeBlock(name);
      } else if (raised?.by === name) settleRaised();
    },
    text(text) {
      if (raised !== null) raised.text += text;
      else tables.writer().add(text, preformatted > 0);
    },
    end() {
      settleRaised();
      tables.end();
    },
  };
}

/** "[1]" raised is a note's mark, "2" raised a power: both are one superscript; the way back from a note is nothing. */
function asMark(text: string): string {
  const bare = text.trim();
  if (bare === '↑' || bare === '^') return '';
  const digits = /^[[(]?(\d{1,3})[\])]?$/u.exec(bare)?.[1];
  return digits === undefined ? text : superscript(digits);
}
