// A bulletin as it will sound: what must be said of its document added, its two speakers told apart, its words settled.
// It must never change a bulletin: its text stays as people wrote it.
import { DRILL_ALOUD, isDrill } from '../../domain/airing/drill.ts';
import {
  type Composition,
  type Slice,
  settledHere,
  slicesIn,
  withNotices,
} from '../../domain/documents/composition.ts';
import type { Part, SourceSpan } from '../../domain/documents/document-model.ts';
import type { ReadingOrder } from '../../domain/documents/reading-model.ts';
import { statusAloud } from '../../domain/documents/status-aloud.ts';
import type { Bulletin } from '../../domain/model.ts';
import { DAY_MS, VIETNAM_OFFSET_MS } from '../../domain/vietnam-time.ts';
import type { Turn } from '../bulletins/compose-port.ts';
import type { Deps } from '../deps.ts';
import { heldStatus, today } from '../reading/part-views.ts';
import type { ReadScript } from '../reading/reader-port.ts';
import { orderOf } from '../reading/reading-order.ts';

export type Aired = {
  text: string;
  order: ReadingOrder;
  turns: readonly Turn[];
  /** how many characters stand before the bulletin's own */
  shift: number;
  /** in the bulletin's own text: behind it nothing of it is heard */
  end: number;
  /** in the bulletin's own text */
  slices: readonly Slice[];
  notices: readonly string[];
};
type Said = Pick<Bulletin, 'tenantId' | 'documentId' | 'documentPart' | 'text' | 'genre'> &
  Partial<Pick<Bulletin, 'priority' | 'drill'>>;
type Made = Pick<Composition, 'text' | 'slices' | 'local'> | null;

/** A gazette of a year may hold more that lapsed; a listener hears the first, the page shows all. */
const NOTICES_MAX = 3;

export async function airedOf(
  deps: Deps,
  of: { bulletin: Said; composition: Made; forSound?: boolean },
): Promise<Aired> {
  const { bulletin, composition, forSound = false } = of;
  const how = { forSound };
  const { priority = 'normal', drill = false } = bulletin;
  const aloud = isDrill({ priority, drill }) ? [DRILL_ALOUD] : [];
  const notices = [...aloud, ...noticesOf(deps, bulletin)];
  const order = orderOf(deps, bulletin);
  // what is written is not yet heard: the announcer leaves whole blocks of a decision out
  const heard =
    notices.length === 0 ? [] : heardIn(await deps.reader.script(bulletin.text, order, how));
  const noticed = withNotices(bulletin.text, { notices, heard });
  const { shift, end } = noticed;
  const { text, turns } =
    bulletin.genre === 'qa' ? deps.composer.turns(noticed.text) : { text: noticed.text, turns: [] };
  const said = { shift, end, notices, text, turns };
  if (composition === null) return { ...said, order, slices: [] };
  const slices = slicesIn(bulletin.text, composition);
  const moved = slices.map((one) => ({ ...one, from: one.from + shift, to: one.to + shift }));
  const inDocument =
    bulletin.documentId === null ? [] : deps.store.settlements.of(bulletin.documentId);
  return {
    ...said,
    slices,
    order: {
      ...order,
      // the commune's own words come after the document's: of two the later is said
      additions: [...composition.local, ...order.additions],
      settled: [...order.settled, ...settledHere(text, { slices: moved, settled: inDocument })],
    },
  };
}

function heardIn({ spans }: ReadScript): SourceSpan[] {
  return spans.filter(({ kind }) => kind === 'heard');
}

/** Comments on a draft are invited until a day: behind it nobody should hear of them. Null: of no such draft. */
export function draftEnds(
  deps: Pick<Deps, 'store' | 'clock'>,
  of: Pick<Bulletin, 'documentId' | 'documentPart'>,
): number | null {
  const day = today(deps);
  const last = partsMeant(deps, of)
    .map((part) => heldStatus(part, day))
    .flatMap((status) => (status?.kind === 'draft' && status.commentUntil) || [])
    .filter((until) => until >= day)
    .sort()[0];
  return last === undefined ? null : Date.parse(`${last}T00:00:00Z`) - VIETNAM_OFFSET_MS + DAY_MS;
}

function partsMeant(
  { store }: Pick<Deps, 'store'>,
  { documentId, documentPart }: Pick<Bulletin, 'documentId' | 'documentPart'>,
): Part[] {
  if (documentId === null) return [];
  return store.parts
    .of([documentId])
    .filter(({ position }) => documentPart === null || position === documentPart);
}

/** What the sound must say of the document, or of the one of a gazette that is meant. */
export function noticesOf(
  deps: Pick<Deps, 'store' | 'clock'>,
  of: Pick<Bulletin, 'documentId' | 'documentPart'>,
): string[] {
  const day = today(deps);
  const meant = partsMeant(deps, of);
  return meant
    .flatMap((part) => {
      // of several, each is named
      const number = meant.length > 1 ? part.number : null;
      return statusAloud(heldStatus(part, day), { day, number }) ?? [];
    })
    .slice(0, NOTICES_MAX);
}
