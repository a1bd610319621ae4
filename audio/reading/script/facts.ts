// The facts of each document in a text: number, issuer, date, type, title, signer, and its counts (README).
// It must never know how they are spoken.
import type { Block } from '../source/blocks.ts';
import type { Counts, DocumentFacts, Role } from '../types.ts';
import type { Origins } from './origins.ts';
import { type Bounds, boundsOf } from './parts.ts';
import type { Placed } from './roles.ts';
import { signerOf } from './signer.ts';
import { headFacts } from './stated.ts';
import { statusOf } from './status.ts';

/** One document; a text without legal form is one document without facts. */
export type Part = Bounds & {
  facts: DocumentFacts;
  /** Has a head and a type: gets an opening. */
  legal: boolean;
  /** The number line was there but nothing was filled in. */
  blankNumber: boolean;
  origins: Origins;
};

export function partsOf(placed: readonly Placed[]): Part[] {
  return boundsOf(placed).map((bounds) => partOf(placed, bounds));
}

function partOf(placed: readonly Placed[], bounds: Bounds): Part {
  const blocks = placed.slice(bounds.from, bounds.to);
  const { head, number, title, issuer, type, date, origins } = headFacts(blocks);
  const has = (role: Role): boolean => head.some((block) => block.role === role);
  const headed = has('number') || has('letterhead') || has('status');
  return {
    ...bounds,
    legal: type !== null && headed && !bounds.cover,
    blankNumber: has('number') && number === null,
    origins,
    facts: {
      title,
      number,
      issuer,
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
