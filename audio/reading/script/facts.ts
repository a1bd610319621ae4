// The facts of each document in a text: number, issuer, date, type, title, signer, and its counts (README).
// It must never know how they are spoken.
import type { Block } from '../source/blocks.ts';
import { MOTTO } from '../source/shapes.ts';
import type { Counts, DocumentFacts, LineKind } from '../types.ts';
import { DAY, dateOf, isoDay } from './days.ts';
import { ISSUING, numberOf, PLACE, typeOf } from './head.ts';
import { type Bounds, boundsOf } from './parts.ts';
import type { Placed } from './roles.ts';
import { signerOf } from './signer.ts';
import { statusOf } from './status.ts';

/** One document; a text without legal form is one document without facts. */
export type Part = Bounds & {
  facts: DocumentFacts;
  /** Has a head and a type: gets an opening. */
  legal: boolean;
  /** The number line was there but nothing was filled in. */
  blankNumber: boolean;
};

export function partsOf(placed: readonly Placed[]): Part[] {
  return boundsOf(placed).map((bounds) => partOf(placed, bounds));
}

function partOf(placed: readonly Placed[], bounds: Bounds): Part {
  const blocks = placed.slice(bounds.from, bounds.to);
  const head = headOf(blocks);
  const find = (role: string): Placed | undefined => head.find((block) => block.role === role);
  const numberLine = find('number')?.body.text ?? null;
  const number = numberLine === null ? null : numberOf(numberLine);
  const printed = find('type')?.body.text ?? null;
  const letter = printed === null && number !== null && find('title') !== undefined;
  const type = printed === null ? (letter ? 'Công văn' : null) : sentenceCase(typeOf(printed).type);
  const date = dateOf(find('dateline')?.body.text ?? numberLine ?? '') ?? passedOn(blocks, type);
  const headed = [numberLine, find('letterhead'), find('status')].some((one) => one != null);
  return {
    ...bounds,
    legal: type !== null && headed && !bounds.cover,
    blankNumber: numberLine !== null && number === null,
    facts: {
      title: titleOf(head),
      number,
      issuer: issuerOf(head),
      date,
      type,
      counts: countsOf(blocks),
      status: statusOf(blocks, { number, date, type }),
      signer: signerOf(blocks),
      appendices: appendicesOf(blocks),
      sourceFrom: blocks[0]?.body.from[0] ?? 0,
      sourceTo: blocks.at(-1)?.body.to.at(-1) ?? 0,
      sentenceFrom: 0,
      sentenceTo: 0,
    },
  };
}

const BODY: ReadonlySet<LineKind> = new Set<LineKind>(['dieu', 'phan', 'chapter', 'appendix']);

/** Number, date and title stand before the first clause; what is attached has its own. */
function headOf(blocks: readonly Placed[]): readonly Placed[] {
  const end = blocks.findIndex((block) => BODY.has(block.kind));
  return end < 0 ? blocks : blocks.slice(0, end);
}

const PASSED = new RegExp(`thông qua\\s+(?:tại [^.;]{0,60})?ngày\\s+${DAY}`, 'u');

/** Laws and councils' resolutions say at their end when they were passed. */
function passedOn(blocks: readonly Placed[], type: string | null): string | null {
  if (!/^(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết)$/u.test(type ?? '')) return null;
  for (const block of blocks) {
    const match = / này\s/u.test(block.body.text) ? PASSED.exec(block.body.text) : null;
    if (match !== null) return isoDay(match);
  }
  return null;
}

/** The title's first run of lines; where the type line goes on, it begins there. */
function titleOf(head: readonly Placed[]): string | null {
  const start = head.findIndex((block) => block.role === 'type' || block.role === 'title');
  if (start < 0) return null;
  const lines: string[] = [];
  for (const block of head.slice(start)) {
    if (block.role === 'type' && lines.length === 0) lines.push(typeOf(block.body.text).title);
    else if (block.role === 'title') lines.push(block.body.text);
    else if (!BETWEEN.has(block.role)) break;
  }
  const title = lines.join(' ').replace(/\s+/gu, ' ').trim();
  return title === '' ? null : title;
}

const BETWEEN = new Set(['dateline', 'skipped', 'status', 'number', 'letterhead']);

/** "ỦY BAN NHÂN DÂN / TỈNH SƠN LA" as one line; without a letterhead, who signs at the top. */
function issuerOf(head: readonly Placed[]): string | null {
  const offices = head
    .filter((block) => block.role === 'letterhead' && !MOTTO.test(block.body.text))
    .map((block) => block.body.text.replace(/\s+/gu, ' ').trim());
  const authority = head.find((block) => block.role === 'authority')?.body.text.trim() ?? null;
  return offices.reduce<string | null>(lower, null) ?? authority;
}

/** "UBND TỈNH A / SỞ TƯ PHÁP": the lower office issues; "TỈNH SƠN LA", "VÀ DU LỊCH" only go on. */
function lower(above: string | null, line: string): string {
  if (above === null) return line;
  const goesOn =
    PLACE.test(line.toUpperCase()) || /[,&]$|\sVÀ$/iu.test(above) || !ISSUING.test(line);
  return goesOn ? `${above} ${line}` : line;
}

export function sentenceCase(caps: string): string {
  return caps.charAt(0).toUpperCase() + caps.slice(1).toLowerCase();
}

function appendicesOf(blocks: readonly Placed[]): DocumentFacts['appendices'] {
  const starts = blocks.flatMap((block, at) => (block.kind === 'appendix' ? [at] : []));
  return starts.map((at, index) => {
    const last = blocks[(starts[index + 1] ?? blocks.length) - 1] as Placed;
    const below = blocks[at + 1];
    const titled =
      below?.kind === 'caps' || (below?.kind === 'text' && below.body.text.length < 300);
    const block = blocks[at] as Placed;
    return {
      title: titled ? (below as Placed).body.text.replace(/\s+/gu, ' ') : null,
      from: block.body.from[0] as number,
      to: last.body.to.at(-1) as number,
    };
  });
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
