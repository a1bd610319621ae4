// Where a source is markup: tags, comments and what they hide.
// It must never know what the tags mean on a page.
import type { Range } from './ranges.ts';

const TAG = /<(?:!--|(\/?)([a-z][a-z0-9:-]{0,20})(?:\s[^<>]{0,2000})?\/?>)/giy;
const HIDDEN = /^(?:script|style|template|head)$/i;

/** In order; one look at every "<", and each end is looked for once. */
export function markupOf(text: string): Range[] {
  const found: Range[] = [];
  let at = text.indexOf('<');
  while (at >= 0) {
    TAG.lastIndex = at;
    const match = TAG.exec(text);
    const end = match === null ? at + 1 : endOf(text, match);
    if (match !== null) found.push({ from: at, to: end });
    at = text.indexOf('<', end);
  }
  return found;
}

function endOf(text: string, match: RegExpExecArray): number {
  const name = match[2];
  const end = match.index + match[0].length;
  if (name === undefined) return after(text, /-->/g, end);
  const hides = HIDDEN.test(name) && match[1] === '';
  return hides ? after(text, new RegExp(`</${name}>`, 'gi'), end) : end;
}

function after(text: string, closing: RegExp, from: number): number {
  closing.lastIndex = from;
  return closing.exec(text) === null ? text.length : closing.lastIndex;
}
