// The script of a document or of one of its parts, a page of sentences at a time, with what is open in it.
// It must never read a text itself, nor settle anything (settlements.ts).
import type { LegalDocument, SourceSpan } from '../../domain/documents/document-model.ts';
import type { ReadingProfile } from '../../domain/documents/reading-model.ts';
import type { Actor } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { missing } from '../refusals.ts';
import { seenDocument } from './documents.ts';
import type { ReadScript } from './reader-port.ts';
import type { OfPart, OpenDoubt, Scripts, ScriptView } from './reading-door.ts';
import { lexiconRevision, orderOf } from './reading-order.ts';
import { pageOf, settledView } from './settlements.ts';

/** More than anybody settles by hand: such a text is a bad scan, and wants another source. */
const DOUBTS_MAX = 2_000;
const REPAIRS_MAX = 2_000;

/** A document as asked about: its text, its order, and the stretch of it that is meant. */
export function asked(deps: Deps, of: OfPart & { actor: Actor }) {
  const document = seenDocument(deps, of);
  const { id, tenantId, text } = document;
  const part = of.position === null ? { from: 0, to: text.length } : stretchOf(deps, of);
  return { document, part, order: orderOf(deps, { tenantId, documentId: id }) };
}

function stretchOf({ store }: Deps, of: OfPart): SourceSpan {
  const part = store.parts.of([of.documentId]).find(({ position }) => position === of.position);
  if (!part) throw missing();
  return { from: part.sourceFrom, to: part.sourceTo };
}

export function makeScripts(deps: Deps): Pick<Scripts, 'script'> {
  return {
    async script(actor, { documentId, position, from, limit }) {
      const { document, part, order } = asked(deps, { actor, documentId, position });
      const read = await deps.reader.script(document.text, order);
      const within = sentencesIn(read, part);
      const first = Math.min(Math.max(from, within.from), within.to);
      const end = Math.min(first + limit, within.to);
      const page = { from: first, to: end, within };
      const source = sourceOf(read, { page, part });
      return {
        profile: order.profile,
        lexiconRevision: lexiconRevision(deps, document.tenantId),
        part: { position, ...part },
        sentenceFrom: first,
        sentences: read.script.slice(first, end),
        nextFrom: end < within.to ? end : null,
        total: within.to - within.from,
        source,
        spans: read.spans.filter(({ from: at }) => at >= source.from && at < source.to),
        blocks: read.blocks.filter(({ from: at }) => at >= source.from && at < source.to),
        ...sums(deps, { read, part, within, profile: order.profile }),
        ...doubts(deps, { read, document, part }),
      };
    },
  };
}

type Range = { from: number; to: number };

/** By the documents found in the stretch, else by where sentences come from. */
export function sentencesIn(read: ReadScript, part: SourceSpan): Range {
  const found = partsIn(read, part);
  if (found.length > 0)
    return {
      from: Math.min(...found.map(({ sentenceFrom }) => sentenceFrom)),
      to: Math.max(...found.map(({ sentenceTo }) => sentenceTo)),
    };
  const inside = read.script.map(
    ({ sourceFrom }) => sourceFrom >= part.from && sourceFrom < part.to,
  );
  const from = inside.indexOf(true);
  return from < 0 ? { from: 0, to: 0 } : { from, to: inside.lastIndexOf(true) + 1 };
}

function partsIn(read: ReadScript, { from, to }: SourceSpan) {
  return read.parts.filter(({ sourceFrom, sourceTo }) => sourceFrom >= from && sourceTo <= to);
}

/** The pages' stretches of source follow each other without gap or overlap, the composed sentences or not. */
function sourceOf(
  read: ReadScript,
  { page, part }: { page: Range & { within: Range }; part: SourceSpan },
): SourceSpan {
  const reached = (sentence: number) =>
    read.script
      .slice(page.within.from, sentence)
      .reduce((most, { sourceTo }) => Math.max(most, sourceTo), part.from);
  return {
    from: page.from === page.within.from ? part.from : reached(page.from),
    to: page.to === page.within.to ? part.to : reached(page.to),
  };
}

function sums(
  deps: Deps,
  of: { read: ReadScript; part: SourceSpan; within: Range; profile: ReadingProfile },
) {
  const { read, part, within } = of;
  const counts: Record<string, number> = {};
  for (const found of partsIn(read, part))
    for (const [name, count] of Object.entries(found.counts))
      counts[name] = (counts[name] ?? 0) + count;
  const said = read.script.slice(within.from, within.to);
  return {
    counts,
    syllables: said.reduce((sum, { syllables }) => sum + syllables, 0),
    estimatedSeconds: Math.round(deps.reader.seconds(said, of.profile)),
    repairs: read.repairs.filter(({ from }) => isIn(part, from)).slice(0, REPAIRS_MAX),
  };
}

function doubts(
  deps: Deps,
  { read, document, part }: { read: ReadScript; document: LegalDocument; part: SourceSpan },
): Pick<ScriptView, 'doubts' | 'open' | 'settled'> {
  const open = read.open
    .filter(({ from }) => isIn(part, from))
    .map((doubt): OpenDoubt => ({ ...doubt, page: pageOf(document, doubt.from) }));
  const settled = deps.store.settlements
    .of(document.id)
    .filter(({ from }) => isIn(part, from))
    .map((settlement) => settledView(deps, { settlement, document }));
  return {
    doubts: { open: open.slice(0, DOUBTS_MAX), settled },
    open: open.length,
    settled: settled.length,
  };
}

function isIn(part: SourceSpan, at: number): boolean {
  return at >= part.from && at < part.to;
}
