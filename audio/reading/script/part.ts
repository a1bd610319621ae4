// One document of a text to its sentences: opening, blocks, tables, closing.
// It must never know how words are found; only which blocks are heard, and in what order.
import type { Block } from '../source/blocks.ts';
import { isCapsHeading } from '../source/shapes.ts';
import type { Role, Sentence } from '../types.ts';
import { clauseOf, enter, type Place, startPlace } from './clause.ts';
import { dutyTraces } from './duties.ts';
import type { Part } from './facts.ts';
import { closingParts, openingParts, signatureText, type Part as Words } from './frame.ts';
import { numberIn } from './head.ts';
import { type Noted, noteMark, notesOf } from './notes.ts';
import { composed, ruled, statusOrigins } from './origins.ts';
import type { Placed } from './roles.ts';
import { isCaps, type Room, regional, shapeOf, tracesOf } from './room.ts';
import { sentencesOf } from './sentences.ts';
import { type Signature, signatureOf } from './signer.ts';
import { tableTraces } from './table.ts';

type Walk = {
  room: Room;
  part: Part;
  blocks: readonly Placed[];
  framed: boolean;
  /** Past the head, whose type and title the opening has said. */
  opened: boolean;
  typed: boolean;
  place: Place;
  /** Who signed, where the profile wants it said. */
  signature: Signature | null;
  notes: ReadonlyMap<Placed, Noted[]>;
  /** Footnotes said, or left out, where their mark stands. */
  noted: Set<Placed>;
};

export function readPart(room: Room, placed: readonly Placed[], part: Part): Sentence[] {
  const blocks = placed.slice(part.from, part.to);
  const framed = room.profile.frame === 'spoken' && part.legal;
  const walk: Walk = {
    ...{ room, part, blocks, framed },
    opened: !framed,
    typed: false,
    place: startPlace(),
    signature: room.profile.signature === 'summary' && isSigned(part) ? signatureOf(blocks) : null,
    notes: room.profile.footnotes === 'read' ? notesOf(blocks) : new Map(),
    noted: new Set(),
  };
  const out: Sentence[][] = [];
  const named = { isName: room.isName, blankNumber: part.blankNumber };
  if (framed) out.push(say(walk, openingParts(part.facts, named), 'opening'));
  for (let at = 0; at < blocks.length; ) {
    const end = groupEnd(walk, at);
    out.push(group(walk, blocks.slice(at, end)));
    at = end;
  }
  if (framed) out.push(say(walk, closingParts(part.facts, named), 'closing'));
  return out.flat();
}

/** A draft, or a paper without its number, names who is to sign; nobody has. */
function isSigned({ blankNumber, facts }: Part): boolean {
  return !blankNumber && facts.status.kind !== 'draft';
}

/** Rows of one table, over the ends of pages, and the lines of one item that are joined. */
function groupEnd({ blocks, room }: Walk, from: number): number {
  const first = blocks[from] as Placed;
  const table = first.kind === 'table' && first.role === 'read';
  const joined =
    first.role === 'responsibility' && room.profile.responsibilities === 'joined' && !table;
  let end = from + 1;
  for (let at = end; at < blocks.length; at += 1) {
    const { kind, role } = blocks[at] as Placed;
    const goesOn = table ? kind === 'table' && role === 'read' : joined && role === first.role;
    if (goesOn) end = at + 1;
    else if (!(kind === 'page' && (table || joined))) break;
  }
  return end;
}

const HEAD: ReadonlySet<Role> = new Set<Role>([
  ...(['letterhead', 'number', 'dateline', 'status', 'type', 'title'] as const),
  ...(['authority', 'attached', 'bases', 'skipped', 'contents'] as const),
]);

function group(walk: Walk, blocks: readonly Placed[]): Sentence[] {
  const { room, place } = walk;
  const first = blocks[0] as Placed;
  noteBlanks(walk, first);
  // The first type and title are said by the opening; those of what is attached are read.
  if (!HEAD.has(first.role) || (first.role === 'type' && walk.typed)) walk.opened = true;
  if (first.role === 'type') walk.typed = true;
  const head = !walk.opened && (first.role === 'type' || first.role === 'title');
  const empty = FORMAL.has(first.role) && isBlank(first);
  if (head || empty || !isHeard(first.role, walk) || walk.noted.has(first))
    return pass(walk, blocks, head);
  if (first.role === 'footnote') return note(walk, first);
  if (first.role === 'responsibility' && room.profile.responsibilities === 'joined') {
    for (const block of blocks) enter(place, block);
    // a page's number between two of its lines is none of them
    const bodies = blocks.flatMap(({ kind, body }) => (kind === 'page' ? [] : [body]));
    const all = dutyTraces(bodies, (body, from) => tracesOf(room, body, from, false));
    return sentencesOf(all, shapeOf(room, clauseOf(place), 'responsibility'));
  }
  const said = first.kind === 'table' ? readTable(walk, blocks) : readBlock(walk, first);
  return withNotes(walk, blocks, said);
}

/** What each role needs to be heard; the roles not named here are heard in no profile. */
function isHeard(role: Role, { room: { profile }, framed }: Walk): boolean {
  if (role === 'bases') return profile.legalBases === 'read';
  if (role === 'responsibility') return profile.responsibilities !== 'skip';
  if (role === 'footnote') return profile.footnotes === 'read';
  if (role === 'authority' || role === 'attached' || FORMAL.has(role)) return !framed;
  return role === 'read' || role === 'type' || role === 'title';
}

const FORMAL: ReadonlySet<Role> = new Set<Role>(['number', 'dateline', 'status']);

/** Blocks not heard: only who signed may be said of them. */
function pass(walk: Walk, blocks: readonly Placed[], head: boolean): Sentence[] {
  const { room, part, place, signature } = walk;
  const [first] = blocks as [Placed];
  for (const block of blocks) {
    enter(place, block);
    if (!head) for (const { note: body } of walk.notes.get(block) ?? []) walk.noted.add(body);
  }
  if (signature === null || signature.from !== first.body.from[0]) return [];
  const text = signatureText(signature, { issuer: part.facts.issuer, isName: room.isName });
  if (text === null) return [];
  const origins = { head: { from: signature.from, to: signature.to } };
  const body = composed([{ text, of: null }], origins);
  return sentencesOf(tracesOf(room, body, 0, false), shapeOf(room, null, 'signature'));
}

/** Opening and closing come from the head: each word from its fact, each sentence from the whole. */
function say({ room, part }: Walk, parts: readonly Words[], kind: string): Sentence[] {
  const origins = { ...statusOrigins(part.facts.status, room.source), ...part.origins };
  const traces = tracesOf(room, composed(parts, origins), 0, false);
  const { from: sourceFrom, to: sourceTo } = origins.head;
  const said = sentencesOf(ruled(traces, origins), shapeOf(room, null, kind));
  return said.map((sentence) => ({ ...sentence, sourceFrom, sourceTo }));
}

function isBlank(block: Block): boolean {
  if (block.kind !== 'number' && block.kind !== 'dateline') return false;
  const text = block.body.text;
  return block.kind === 'number' ? numberIn(text) === null : !/ngày\s*\d/u.test(text);
}

function noteBlanks({ room, part }: Walk, block: Placed): void {
  if (block.role !== 'number' && block.role !== 'dateline') return;
  if (!isBlank(block)) return;
  const [from, to] = [block.body.from[0] as number, block.body.to.at(-1) as number];
  const reason = part.blankNumber && block.role === 'number' ? 'no-number' : 'blank';
  const source = room.source.slice(from, to);
  room.doubts.push({ reason, source, from, to, suggestion: '', clause: null });
}

function readTable({ room, place }: Walk, blocks: readonly Placed[]): Sentence[] {
  const rows = tableTraces(
    blocks.filter((block) => block.kind === 'table').map((block) => block.body),
    {
      read: (cell) => tracesOf(room, cell, 0, isCapsHeading(cell.text)),
      count: (words) => regional({ kind: 'number', say: words, source: '' }, room.profile).say,
      mode: room.profile.tables,
      lexicon: room.lexicon,
    },
  );
  const shape = shapeOf(room, clauseOf(place), 'table');
  return rows.flatMap((row) => sentencesOf(row, shape));
}

function readBlock({ room, place }: Walk, block: Placed): Sentence[] {
  const prefix = enter(place, block);
  const { body } = block;
  const all = tracesOf(room, body, prefix.length, isCaps(body.text.slice(prefix.length)));
  if (prefix.say !== '') {
    all.unshift({
      words: regional({ kind: 'number', say: prefix.say, source: '' }, room.profile).say,
      from: body.from[0] as number,
      to: body.to[prefix.length - 1] as number,
      rule: block.kind,
    });
  }
  return sentencesOf(all, shapeOf(room, clauseOf(place), block.kind));
}

/** "Chú thích: …", with the trace of its own line. */
function note({ room, place }: Walk, block: Placed): Sentence[] {
  const { body } = block;
  const { length } = noteMark(body.text);
  const [from, to] = [body.from[0] as number, body.to[length - 1] as number];
  const said = { words: 'Chú thích:', from, to, rule: 'footnote' };
  const all = [said, ...tracesOf(room, body, length, false)];
  return sentencesOf(all, shapeOf(room, clauseOf(place), 'footnote'));
}

/** Each note goes behind the sentence that bears its mark. */
function withNotes(walk: Walk, blocks: readonly Placed[], said: Sentence[]): Sentence[] {
  const noted = blocks.flatMap((block) => walk.notes.get(block) ?? []);
  if (noted.length === 0) return said;
  const ends = said
    .flatMap((sentence, index) => sentence.trace.map(({ to }) => ({ to, index })))
    .sort((one, other) => one.to - other.to);
  const behind = new Map<number, Sentence[]>();
  let before = 0;
  for (const { at, note: body } of noted.sort((one, other) => one.at - other.at)) {
    walk.noted.add(body);
    while (before < ends.length && (ends[before] as { to: number }).to <= at) before += 1;
    const after = ends[before - 1]?.index ?? -1;
    const list = behind.get(after) ?? [];
    for (const sentence of note(walk, body)) list.push(sentence);
    behind.set(after, list);
  }
  const first = behind.get(-1) ?? [];
  return [...first, ...said.flatMap((one, index) => [one, ...(behind.get(index) ?? [])])];
}
