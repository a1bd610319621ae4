// What HTML's elements do to text: which end a line, which are never read, which have no end.
// It must never know how a page is parsed.
import type { Attributes } from './tags.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

export const BLOCK = set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol option p ' +
    'pre section summary table tbody td tfoot th thead tr ul',
);

/** Never shown, never run, or no words: a menu of links is read by nobody either. */
const UNREAD = set(
  'script style template head noscript iframe object embed applet svg math canvas audio video ' +
    'select textarea button nav title',
);

export const VOID = set(
  'area base br col embed hr img input link meta param source track wbr basefont frame',
);

/** Elements people leave open: the next of the same name ends them. */
export const SELF_ENDING = set('p li td th tr dd dt option');

export function isUnread(name: string, attributes: Attributes): boolean {
  if (VOID.has(name)) return false;
  if (UNREAD.has(name) || attributes.has('hidden')) return true;
  const style = attributes.get('style');
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide/iu.test(style);
}

/** A link to a note or back from one: what it shows is the note's number. */
export function isNoteLink(attributes: Attributes): boolean {
  return /#(?:.*-)?_?(?:ftn|edn|fn|footnote|endnote)/u.test(attributes.get('href') ?? '');
}
