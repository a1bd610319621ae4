// The whole room in order: clean, repair, blocks, roles, words, sentences.
// It must never know a rule of grammar; it only carries things from one step to the next.
import { definitionsOf } from '../grammar/local.ts';
import type { Reading } from '../grammar/reading.ts';
import { scan } from '../grammar/scan.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { ON_AIR } from '../profile.ts';
import { type Block, blocksOf } from '../source/blocks.ts';
import { clean } from '../source/clean.ts';
import { type Mapped, slice } from '../source/mapped.ts';
import { repair } from '../source/repairs.ts';
import { isCapsHeading } from '../source/shapes.ts';
import type { Doubt, ReadingProfile, Repair, Role, Script, Sentence, Trace } from '../types.ts';
import { clauseOf, enter, type Place, startPlace } from './clause.ts';
import { type Part, partsOf } from './facts.ts';
import { closingText, composed, openingText } from './frame.ts';
import { namesOf } from './names.ts';
import type { ReadingOrder } from './order.ts';
import { type Placed, placeBlocks } from './roles.ts';
import { pieces, sentencesOf } from './sentences.ts';
import { tableTraces } from './table.ts';

export function readText(source: string, order: ReadingOrder): Script {
  const { lexicon } = order;
  const profile = { ...ON_AIR, ...order.profile };
  const repairs: Repair[] = [];
  const doubts: Doubt[] = [];
  const cleaned = repair(clean(source), { lexicon, onRepair: (one) => repairs.push(one) });
  const placed = placeBlocks(blocksOf(cleaned));
  const room: Room = {
    source,
    profile,
    lexicon,
    local: definitionsOf(cleaned.text),
    isName: namesOf(placed),
    doubts,
  };
  const parts = partsOf(placed);
  const sentences: Sentence[] = [];
  for (const part of parts) {
    part.facts.sentenceFrom = sentences.length;
    if (!(part.cover && profile.frame === 'spoken')) readPart(room, placed, part, sentences);
    part.facts.sentenceTo = sentences.length;
  }
  const documents = parts.filter((part) => !part.cover).map((part) => part.facts);
  const { title, number, issuer, date } = documents[0] as Script['documents'][number];
  const syllables = sentences.reduce((sum, sentence) => sum + sentence.syllables, 0);
  return {
    title,
    number,
    issuer,
    date,
    sentences,
    doubts: distinct(doubts),
    syllables,
    repairs,
    documents,
    blocks: [],
  };
}

/** Opening and closing repeat the head: one doubt is one doubt. */
function distinct(doubts: readonly Doubt[]): Doubt[] {
  const seen = new Map(
    doubts.map((doubt) => [`${doubt.reason} ${doubt.from} ${doubt.to} ${doubt.suggestion}`, doubt]),
  );
  return [...seen.values()].sort((one, other) => one.from - other.from);
}

type Room = {
  source: string;
  profile: ReadingProfile;
  lexicon: Lexicon;
  local: ReadonlyMap<string, string>;
  isName: (word: string) => boolean;
  doubts: Doubt[];
};

function readPart(room: Room, placed: readonly Placed[], part: Part, out: Sentence[]): void {
  const framed = room.profile.frame === 'spoken' && part.legal;
  const span = headSpan(placed, part);
  const place = startPlace();
  const say = (text: string, kind: string): void => {
    const body = composed(text, span);
    out.push(
      ...sentencesOf(traces(room, body, 0, false), {
        maxSyllables: room.profile.maxSyllables,
        clause: null,
        kind,
        bound: room.lexicon.bound,
      }),
    );
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
      read: (cell) => traces(room, cell, 0, isCapsHeading(cell.text)),
      mode: room.profile.tables,
      lexicon: room.lexicon,
    },
  );
  const shape = {
    maxSyllables: room.profile.maxSyllables,
    clause: clauseOf(place),
    kind: 'table',
    bound: room.lexicon.bound,
  };
  return rows.flatMap((row) => sentencesOf(row, shape));
}

function readBlock(room: Room, block: Placed, place: Place): Sentence[] {
  const prefix = enter(place, block);
  const shape = {
    maxSyllables: room.profile.maxSyllables,
    clause: clauseOf(place),
    kind: block.kind,
    bound: room.lexicon.bound,
  };
  const all = traces(room, block.body, prefix.length, isCaps(block.body.text.slice(prefix.length)));
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

/** linh → lẻ and nghìn → ngàn, only in words that numbers made (CONVENTIONS). */
function regional<T extends { kind: string; say: string }>(token: T, profile: ReadingProfile): T {
  if (token.kind === 'word' || (profile.linh === 'linh' && profile.nghin === 'nghìn')) return token;
  const say = token.say
    .replace(/(?<!\p{L})linh(?!\p{L})/gu, profile.linh)
    .replace(/(?<!\p{L})nghìn(?!\p{L})/gu, profile.nghin);
  return { ...token, say };
}

function isCaps(text: string): boolean {
  const bare = text.replace(/\([^()]{0,200}\)/gu, '');
  return /\p{Lu}{2}/u.test(bare) && !/\p{Ll}/u.test(bare);
}

function traces(room: Room, body: Mapped, from: number, caps: boolean): Trace[] {
  const reading: Reading = {
    text: body.text,
    at: from,
    tokens: [],
    profile: room.profile,
    lexicon: room.lexicon,
    spoke: [],
    local: room.local,
    caps,
    isName: room.isName,
    doubt: (found) => {
      const span = slice(body, found.from, found.to);
      const [start, end] = [span.from[0] as number, span.to.at(-1) as number];
      room.doubts.push({
        reason: found.reason,
        source: room.source.slice(start, end),
        from: start,
        to: end,
        suggestion: found.suggestion,
        clause: null,
      });
    },
  };
  scan(reading);
  return pieces(
    reading.tokens.map((token) => regional(token, room.profile)),
    body,
  );
}
