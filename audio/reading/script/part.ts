// One document of a text to its sentences: opening, blocks, tables, closing.
// It must never know how words are found; only which blocks are heard, and in what order.
import type { Block } from '../source/blocks.ts';
import { isCapsHeading } from '../source/shapes.ts';
import type { ReadingProfile, Role, Sentence } from '../types.ts';
import { clauseOf, enter, type Place, startPlace } from './clause.ts';
import type { Part } from './facts.ts';
import { closingText, composed, openingText } from './frame.ts';
import type { Placed } from './roles.ts';
import { isCaps, type Room, regional, shapeOf, tracesOf } from './room.ts';
import { sentencesOf } from './sentences.ts';
import { tableTraces } from './table.ts';

export function readPart(room: Room, placed: readonly Placed[], part: Part, out: Sentence[]): void {
  const framed = room.profile.frame === 'spoken' && part.legal;
  const span = headSpan(placed, part);
  const place = startPlace();
  const say = (text: string, kind: string): void => {
    const body = composed(text, span);
    out.push(...sentencesOf(tracesOf(room, body, 0, false), shapeOf(room, null, kind)));
  };
  if (framed) say(openingText(part.facts, room.isName), 'opening');
  let opened = !framed;
  for (let at = part.from; at < part.to; at += 1) {
    const block = placed[at] as Placed;
    noteBlanks(room, block, part);
    // The first type and title are said by the opening; those of what is attached are read.
    const head = !opened && (block.role === 'type' || block.role === 'title');
    if (block.role === 'title' || block.kind === 'dieu' || block.kind === 'phan') opened = true;
    if (head || !isHeard(block.role, block, room.profile, framed)) {
      enter(place, block);
      continue;
    }
    const end = tableEnd(placed, at, part.to);
    if (end > at) {
      out.push(...readTable(room, placed.slice(at, end), place));
      at = end - 1;
    } else out.push(...readBlock(room, block, place));
  }
  if (framed) say(closingText(part.facts, room.isName), 'closing');
}

/** Composed words come from the head: letterhead to title. */
function headSpan(placed: readonly Placed[], part: Part): { from: number; to: number } {
  const head = placed
    .slice(part.from, part.to)
    .find((block) => block.role === 'title' || block.role === 'type');
  const from = part.facts.sourceFrom;
  return { from, to: head?.body.to.at(-1) ?? from };
}

/** What each role needs to be heard; the roles not named here are heard in no profile. */
function isHeard(role: Role, block: Block, profile: ReadingProfile, framed: boolean): boolean {
  if (role === 'bases') return profile.legalBases === 'read';
  if (role === 'responsibility') return profile.responsibilities === 'read';
  if (role === 'footnote') return profile.footnotes === 'read';
  if (role === 'number' || role === 'dateline') return !framed && !isBlank(block);
  if (role === 'authority' || role === 'attached') return !framed;
  return role === 'read' || role === 'type' || role === 'title';
}

function isBlank(block: Block): boolean {
  const text = block.body.text;
  return block.kind === 'number' ? /^số\s*:?[\s.…_]*\//iu.test(text) : !/ngày\s*\d/u.test(text);
}

function noteBlanks(room: Room, block: Placed, part: Part): void {
  if (block.role !== 'number' && block.role !== 'dateline') return;
  if (!isBlank(block)) return;
  const [from, to] = [block.body.from[0] as number, block.body.to.at(-1) as number];
  const reason = part.blankNumber && block.role === 'number' ? 'no-number' : 'blank';
  room.doubts.push({
    reason,
    source: room.source.slice(from, to),
    from,
    to,
    suggestion: '',
    clause: null,
  });
}

function tableEnd(placed: readonly Placed[], from: number, limit: number): number {
  let end = from;
  while (end < limit && placed[end]?.kind === 'table' && placed[end]?.role === 'read') end += 1;
  return end;
}

function readTable(room: Room, blocks: readonly Placed[], place: Place): Sentence[] {
  const rows = tableTraces(
    blocks.map((block) => block.body),
    {
      read: (cell) => tracesOf(room, cell, 0, isCapsHeading(cell.text)),
      mode: room.profile.tables,
      lexicon: room.lexicon,
    },
  );
  const shape = shapeOf(room, clauseOf(place), 'table');
  return rows.flatMap((row) => sentencesOf(row, shape));
}

function readBlock(room: Room, block: Placed, place: Place): Sentence[] {
  const prefix = enter(place, block);
  const shape = shapeOf(room, clauseOf(place), block.kind);
  const all = tracesOf(
    room,
    block.body,
    prefix.length,
    isCaps(block.body.text.slice(prefix.length)),
  );
  if (prefix.say !== '') {
    const body = block.body;
    all.unshift({
      words: regional({ kind: 'number', say: prefix.say }, room.profile).say,
      from: body.from[0] as number,
      to: body.to[prefix.length - 1] as number,
      rule: block.kind,
    });
  }
  return sentencesOf(all, shape);
}
