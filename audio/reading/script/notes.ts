// Footnotes: which body belongs to which mark, so that it is said after the sentence that bears it.
// It must never know how a note is read.
import type { Placed } from './roles.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A small figure after a unit is its power: "km²". */
const MARK = /(?<!(?<!\p{L})(?:m|km|cm|dm|mm))([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|\[(\d{1,3})\]/gu;
const BODY = /^\(?([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\)?\s*|^\[(\d{1,3})\]\s*|^(\d{1,3})\s+/u;

/** The mark a footnote's body begins with: how long it is and its number. */
export function noteMark(text: string): { length: number; number: string } {
  const match = BODY.exec(text) as RegExpExecArray;
  const mark = match.slice(1).find((one) => one !== undefined) as string;
  return { length: match[0].length, number: plain(mark) };
}

/** A body, and the place in the source of the mark that calls it. */
export type Noted = { at: number; note: Placed };

/** For every block that bears marks the bodies they call: the first one below with that number, each once. */
export function notesOf(blocks: readonly Placed[]): Map<Placed, Noted[]> {
  const found = new Map<Placed, Noted[]>();
  const waiting = waitingBelow(blocks);
  if (waiting.size === 0) return found;
  blocks.forEach((block, index) => {
    if (block.role === 'footnote') return;
    const noted: Noted[] = [];
    for (const match of block.body.text.matchAll(MARK)) {
      const bodies = waiting.get(plain(match[1] ?? (match[2] as string))) ?? [];
      while ((bodies.at(-1)?.index ?? index) < index) bodies.pop();
      const note = bodies.pop()?.block;
      if (note !== undefined) noted.push({ at: block.body.from[match.index] as number, note });
    }
    if (noted.length > 0) found.set(block, noted);
  });
  return found;
}

/** Bodies by number, the first one last. */
function waitingBelow(blocks: readonly Placed[]): Map<string, { index: number; block: Placed }[]> {
  const waiting = new Map<string, { index: number; block: Placed }[]>();
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index] as Placed;
    if (block.role !== 'footnote') continue;
    const { number } = noteMark(block.body.text);
    const bodies = waiting.get(number);
    if (bodies === undefined) waiting.set(number, [{ index, block }]);
    else bodies.push({ index, block });
  }
  return waiting;
}

function plain(mark: string): string {
  return mark.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/gu, (raised) => String(RAISED.indexOf(raised)));
}
