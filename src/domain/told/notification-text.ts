// Letters that may leave the house: cleaned of what nobody sees, cut to what an SMS carries.
// It must never know what is said.
import { composed, decomposed } from '../composed.ts';

/** A title in a notification: as much as a phone's lock screen shows in two lines. */
const NAME_MAX_CHARS = 80;
/** 3GPP TS 23.038: 160 letters of the plain alphabet in one SMS, 70 of any other. */
export const SMS_PLAIN_MAX = 160;
/** With diacritics one SMS says next to nothing: two that are joined carry 67 letters each (TS 23.040). */
export const SMS_MARKED_MAX = 134;

/** One visible line: a line break forges a mail header, a bidi mark turns a name around. */
export function cleanName(written: string): string {
  return cut(oneLine(written), NAME_MAX_CHARS);
}

/** Why something failed and what to do, in both languages: a mail says it all, an SMS its beginning. */
const REASON_MAX_CHARS = 300;

/** Null: nothing is said. */
export function cleanReason(written: string): string | null {
  const clean = cut(oneLine(written), REASON_MAX_CHARS);
  return clean === '' ? null : clean;
}

function oneLine(written: string): string {
  return composed(written).replace(/\s+/gu, ' ').replace(/\p{C}/gu, '').trim();
}

export function cut(text: string, max: number): string {
  const letters = [...text];
  return letters.length <= max
    ? text
    : `${letters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

/** "Bản Mòng" → "Ban Mong": every letter left is in the plain alphabet of SMS and counts once. */
export function withoutMarks(text: string): string {
  return decomposed(text)
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[“”«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—·]/g, '-')
    .replace(/…/g, '...')
    .replace(/[^\n !"#%&'()*+,\-./0-9:;<=>?@A-Z_a-z]/g, '');
}

/** The words and, where there is room for both, the way to the screen; never more than one message's worth. */
export function smsText(of: { says: string; link: string; plain: boolean }): string {
  const says = of.plain ? withoutMarks(of.says) : of.says;
  const max = of.plain ? SMS_PLAIN_MAX : SMS_MARKED_MAX;
  const room = max - of.link.length - 1;
  // half of the message is what it says at least: a link alone tells nothing
  if (room < max / 2) return shortened(says, max);
  return `${shortened(says, room)}\n${of.link}`;
}

/** Three full stops: the one sign for them is not in the plain alphabet, and would make all of it dear. */
function shortened(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 3).trimEnd()}...`;
}
