// The lists that are open, and the marker each next item stands behind.
// It must never know where lines go.
import { type Counting, counted } from './counting.ts';
import type { Attributes } from './tags.ts';

type List = { ordered: boolean; how: Counting; next: number };

/** Deeper lists are one more level of the last kept one: nobody hears the hundredth indent. */
const DEPTH_MAX = 100;

const TYPES: Readonly<Record<string, Counting>> = {
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
};
const STYLES: readonly [RegExp, Counting][] = [
  [/list-style[^;]*lower-(?:alpha|latin)/iu, 'lower-letter'],
  [/list-style[^;]*upper-(?:alpha|latin)/iu, 'upper-letter'],
  [/list-style[^;]*lower-roman/iu, 'lower-roman'],
  [/list-style[^;]*upper-roman/iu, 'upper-roman'],
];

export type Lists = {
  open(ordered: boolean, attributes: Attributes): void;
  close(): void;
  item(attributes: Attributes): string;
};

export function openLists(): Lists {
  const open: List[] = [];
  let deeper = 0;
  return {
    open(ordered, attributes) {
      if (open.length >= DEPTH_MAX) deeper += 1;
      else open.push(listOf(ordered, attributes));
    },
    close() {
      if (deeper > 0) deeper -= 1;
      else open.pop();
    },
    item(attributes) {
      const list = open.at(-1);
      if (list === undefined || !list.ordered) return open.length > 1 ? '+ ' : '- ';
      const value = whole(attributes.get('value')) ?? list.next;
      list.next = value + 1;
      // Mammoth lists a document's notes under these ids.
      if (/^(?:.*-)?(?:foot|end)note-/u.test(attributes.get('id') ?? ''))
        return `${superscript(String(value))} `;
      return counted(value, list.how) + (list.how.endsWith('letter') ? ') ' : '. ');
    },
  };
}

function listOf(ordered: boolean, attributes: Attributes): List {
  const style = attributes.get('style') ?? '';
  const how =
    TYPES[attributes.get('type') ?? ''] ??
    STYLES.find(([pattern]) => pattern.test(style))?.[1] ??
    'decimal';
  return { ordered, how, next: whole(attributes.get('start')) ?? 1 };
}

function whole(text: string | undefined): number | null {
  return text !== undefined && /^-?\d{1,6}$/u.test(text.trim()) ? Number(text) : null;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export function superscript(digits: string): string {
  return digits.replace(/\d/gu, (digit) => RAISED[Number(digit)] as string);
}
