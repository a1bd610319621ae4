// The facts of each document in a text: number, issuer, date, type, title, and its counts (README).
// It must never know how they are spoken.
import type { Block } from '../source/blocks.ts';
import type { Counts, DocumentFacts, StatusFound } from '../types.ts';
import { MOTTO, PLACE, type Placed } from './roles.ts';

/** Blocks [from, to) of one document; a text without legal form is one document without facts. */
export type Part = {
  from: number;
  to: number;
  facts: DocumentFacts;
  /** Has a letterhead or a number line, and a type: gets an opening. */
  legal: boolean;
  /** The number line was there but nothing was filled in. */
  blankNumber: boolean;
  /** Before the first document of a gazette: cover and contents. */
  cover: boolean;
};

export function partsOf(placed: readonly Placed[]): Part[] {
  const starts = startsOf(placed);
  const bounds = starts.length === 0 ? [0] : starts;
  const parts = bounds.map((from, index) =>
    partOf(placed, from, bounds[index + 1] ?? placed.length),
  );
  const first = bounds[0] as number;
  if (first === 0) return parts;
  const cover = partOf(placed, 0, first);
  return [{ ...cover, legal: false, cover: parts.length > 1 }, ...parts];
}

/** A document begins with the head its number line stands in. */
function startsOf(placed: readonly Placed[]): number[] {
  const starts: number[] = [];
  placed.forEach((block, index) => {
    if (block.role !== 'number') return;
    let start = index;
    while (start > 0 && HEAD.has((placed[start - 1] as Placed).role)) start -= 1;
    starts.push(start);
  });
  // A fragment's lone head line is no document to be cut off from what stands before it.
  return starts.length === 1 &&
    (starts[0] as number) > 0 &&
    !placed.some((block) => block.role === 'type')
    ? []
    : starts;
}

const HEAD = new Set(['letterhead', 'dateline']);

function partOf(placed: readonly Placed[], from: number, to: number): Part {
  const blocks = placed.slice(from, to);
  const find = (role: string): Placed | undefined => blocks.find((block) => block.role === role);
  const numberLine = find('number')?.body.text ?? null;
  const number = numberLine === null ? null : numberOf(numberLine);
  const type = find('type')?.body.text.trim() ?? null;
  const dateline = find('dateline')?.body.text ?? numberLine ?? '';
  const last = placed[to - 1];
  return {
    from,
    to,
    cover: false,
    blankNumber: numberLine !== null && number === null,
    legal: type !== null && (numberLine !== null || find('letterhead') !== undefined),
    facts: {
      title: find('title')?.body.text.replace(/\s+/gu, ' ') ?? null,
      number,
      issuer: issuerOf(blocks),
      date: dateOf(dateline),
      type: type === null ? null : sentenceCase(type),
      counts: countsOf(blocks),
      status: NOTHING_SAID,
      signer: null,
      appendices: [],
      sourceFrom: placed[from]?.body.from[0] ?? 0,
      sourceTo: last?.body.to.at(-1) ?? 0,
      sentenceFrom: 0,
      sentenceTo: 0,
    },
  };
}

const NOTHING_SAID: StatusFound = {
  kind: null,
  commentUntil: null,
  inForceFrom: null,
  endedOn: null,
  by: null,
  acts: [],
  evidence: [],
};

export function numberOf(line: string): string | null {
  const match =
    /(\d{1,5}[a-zA-Z]?)\s?((?:\/\s?\d{4}\s?)?[/-]\s?[A-ZĐƯ][\p{L}&\d]*(?:\s?[/-]\s?[\p{L}&\d]+)*)/u.exec(
      line,
    );
  return match === null ? null : `${match[1]}${match[2]}`.replace(/\s+/gu, '');
}

export function dateOf(line: string): string | null {
  const match = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/u.exec(line);
  if (match === null) return null;
  const [, day, month, year] = match as unknown as [string, string, string, string];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** "ỦY BAN NHÂN DÂN / TỈNH SƠN LA" as one line; without a letterhead, who signs at the top. */
function issuerOf(blocks: readonly Placed[]): string | null {
  const head = blocks.findIndex((block) => block.role === 'letterhead' && officeOf(block) !== '');
  if (head < 0) return blocks.find((block) => block.role === 'authority')?.body.text.trim() ?? null;
  const first = officeOf(blocks[head] as Placed);
  const below = blocks[head + 1];
  const second = below?.role === 'letterhead' ? officeOf(below) : '';
  if (second === '') return first;
  // "UBND TỈNH SƠN LA / SỞ TƯ PHÁP": the lower office issues, the upper one only stands over it.
  return PLACE.test(second) ? `${first} ${second}` : second;
}

/** The left column of a letterhead line; nothing where the line is the motto's. */
function officeOf(block: Placed): string {
  const left = (block.body.text.split(/\t| {3,}/u)[0] as string).trim();
  return MOTTO.test(left) ? '' : left;
}

export function sentenceCase(caps: string): string {
  return caps.charAt(0) + caps.slice(1).toLowerCase();
}

function countsOf(blocks: readonly Placed[]): Counts {
  const heard = blocks.filter((block) => block.role === 'read' || block.role === 'responsibility');
  const of = (kind: Block['kind']): number => heard.filter((block) => block.kind === kind).length;
  const tables = heard.filter(
    (block, at) => block.kind === 'table' && heard[at - 1]?.kind !== 'table',
  );
  return {
    dieu: of('dieu'),
    phan: of('phan'),
    muc: of('muc'),
    subMuc: of('subMuc'),
    diem: of('diem'),
    bullets: of('bullet'),
    tables: tables.length,
    tableRows: of('table'),
    joinedWraps: blocks.reduce((sum, block) => sum + block.wraps, 0),
  };
}
