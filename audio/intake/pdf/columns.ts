// Two columns side by side: letterhead, and recipients beside a signature, each read to its end.
// It must never know tables, nor what a letterhead says beyond the words that open one.
import type { Line, Segment } from './lines.ts';

export const MOTTO =
  /cộng h(?:òa|oà) xã hội chủ nghĩa|đảng cộng sản việt nam|độc lập\s*[-–]\s*tự do/iu;
const DATELINE = /ngày.{0,14}tháng.{0,14}năm/iu;
const RECIPIENTS = /^n[ơo]i nhận\s*[:.]?/iu;

/** A letterhead is motto, office, number, date and a "V/v" of a few lines. */
const MAX_LETTERHEAD_LINES = 14;
/** A page of the smallest print has some 90 lines; the longest list of recipients is one page. */
const MAX_RECIPIENT_LINES = 120;
/** The white between two columns is wider than this. Points. */
const MIN_GUTTER = 6;

/** Lines in the order they are read: left column before right, wherever two stand side by side. */
export function inReadingOrder(lines: readonly Line[], pageWidth: number): Line[] {
  const read: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const zone = zoneAt(lines, at, pageWidth);
    if (zone === null) {
      read.push(lines[at] as Line);
      at += 1;
    } else {
      read.push(...columnsOf(lines.slice(at, zone.end), zone.gutter));
      at = zone.end;
    }
  }
  return read;
}

type Zone = { end: number; gutter: number };

/** A zone begins at its first line on either side; the words that tell it may stand a little lower. */
function zoneAt(lines: readonly Line[], start: number, pageWidth: number): Zone | null {
  const near = lines.slice(start, start + 4);
  const letterhead = near.some((line) => line.segments.some(({ text }) => MOTTO.test(text)));
  const recipients = opensRecipients(near, pageWidth);
  if (!letterhead && !recipients) return null;
  return grow(lines, { start, letterhead, pageWidth });
}

/** "TM. ỦY BAN NHÂN DÂN" may stand a little above "Nơi nhận:", on the right; text on the left is not theirs. */
function opensRecipients(near: readonly Line[], pageWidth: number): boolean {
  const at = near.findIndex((line) => RECIPIENTS.test(line.segments[0]?.text ?? ''));
  const above = near.slice(0, Math.max(0, at));
  return at >= 0 && above.every(({ segments }) => (segments[0]?.x1 ?? 0) > pageWidth * 0.4);
}

type Start = { start: number; letterhead: boolean; pageWidth: number };

/** Takes in lines as long as white stays open from top to bottom near the middle. */
function grow(lines: readonly Line[], { start, letterhead, pageWidth }: Start): Zone | null {
  let white: Segment = { x1: pageWidth * 0.25, x2: pageWidth * 0.75, text: '' };
  let end = start;
  let dated = false;
  const most = letterhead ? MAX_LETTERHEAD_LINES : MAX_RECIPIENT_LINES;
  const limit = Math.min(lines.length, start + most);
  const sides = { left: 0, right: 0 };
  for (; end < limit; end += 1) {
    const line = lines[end] as Line;
    const left = narrowed(white, line);
    if (left === null || (dated && line.segments.some(({ x1 }) => x1 > left.x1))) break;
    white = left;
    for (const { x2 } of line.segments) sides[x2 <= middle(white) ? 'left' : 'right'] += 1;
    dated ||= letterhead && line.segments.some(({ text }) => DATELINE.test(text));
  }
  return sides.left > 0 && sides.right > 0 ? { end, gutter: middle(white) } : null;
}

/** The widest white that is left once this line is printed. */
function narrowed(white: Segment, line: Line): Segment | null {
  let open: Segment[] = [white];
  for (const { x1, x2 } of line.segments) {
    open = open.flatMap((one) => [
      { ...one, x2: Math.min(one.x2, x1) },
      { ...one, x1: Math.max(one.x1, x2) },
    ]);
    open = open.filter((one) => one.x2 - one.x1 >= MIN_GUTTER);
  }
  return open.reduce<Segment | null>(
    (best, one) => (best === null || one.x2 - one.x1 > best.x2 - best.x1 ? one : best),
    null,
  );
}

function middle({ x1, x2 }: Segment): number {
  return (x1 + x2) / 2;
}

function columnsOf(lines: readonly Line[], gutter: number): Line[] {
  const side = (keep: (segment: Segment) => boolean): Line[] =>
    lines
      .map((line) => ({ ...line, segments: line.segments.filter(keep) }))
      .filter(({ segments }) => segments.length > 0);
  return [...side(({ x1 }) => x1 < gutter), ...side(({ x1 }) => x1 >= gutter)];
}
