// One edition, sound by sound, for one order of languages: what is said when, how long it lasts, what is missing, what had no room. Pure.
// It must never know rows or files; what may be said today comes in, decided.
import { type Length, placed } from './lengths.ts';
import type { Frame, PartFault, PieceKind } from './programme-model.ts';

/** Approved, of today's words, with a sound. */
export type Sayable = {
  bulletinId: string;
  version: number;
  title: string;
  language: string;
  clipId: string;
  contentHash: string;
  length: Length;
};
/** One bulletin in all the languages it has. */
export type Spoken = {
  originalId: string;
  title: string;
  sayable: readonly Sayable[];
  /** there, but not to be said today */
  held: readonly { bulletinId: string; language: string; why: HeldWhy }[];
};
export type HeldWhy = PartFault | 'making' | 'failed' | 'not-approved' | 'other-profile';

export type EditionWish = {
  frame: Frame;
  /** a village's languages, first to last */
  order: readonly string[];
  /** null: a programme without */
  chime: Omit<Sayable, 'language'> | Spoken | null;
  ident: Spoken | null;
  opening: Spoken | null;
  closing: Spoken | null;
  items: readonly Spoken[];
  /** the commune's regulation, where it is stricter than the template */
  regulationMs: number | null;
};

export type Piece = Omit<Sayable, 'length' | 'language' | 'bulletinId'> & {
  kind: PieceKind;
  /** of an item: the bulletin it is, or is a variant of */
  originalId: string | null;
  bulletinId: string | null;
  language: string | null;
  pauseFrames: number;
  startMs: number;
  durationMs: number;
};
/** For the planner, never for the village. */
export type Missing = {
  originalId: string;
  title: string;
  kind: PieceKind;
  language: string;
  /** null: nobody has made it */
  there: { bulletinId: string; why: HeldWhy } | null;
};
export type LeftOut = { originalId: string; title: string } & (
  | { why: 'no-room'; needsMs: number; leftMs: number }
  /** there: one that would be said, and why it may not be; null: nobody has made it in a language of the village */
  | { why: 'no-language'; there: { bulletinId: string; language: string; why: HeldWhy } | null }
);
export type EditionPlan = {
  order: readonly string[];
  pieces: Piece[];
  durationMs: number;
  mostMs: number | null;
  missing: Missing[];
  leftOut: LeftOut[];
};

type Put = { kind: PieceKind; originalId: string | null; said: Said; pauseMs: number };
type Said = Omit<Sayable, 'language'> & { language: string | null };

export function planEdition(wish: EditionWish): EditionPlan {
  const { frame, order, items } = wish;
  const mostMs = strictest(frame.mostMinutes, wish.regulationMs);
  const { before, after } = aroundOf(wish);
  const leftOut: LeftOut[] = [];
  let row: Put[] = [];
  for (const item of items) {
    const block = blockOf(item, wish);
    const named = { originalId: item.originalId, title: item.title };
    if (block.length === 0) {
      leftOut.push({ ...named, why: 'no-language', there: heldIn(item, order) });
      continue;
    }
    const longer = [...row, ...block];
    const was = lengthOf([...before, ...row, ...after], frame);
    const needs = lengthOf([...before, ...longer, ...after], frame);
    if (mostMs === null || needs <= mostMs) row = longer;
    else
      leftOut.push({ ...named, why: 'no-room', needsMs: needs - was, leftMs: room(mostMs, was) });
  }
  const all = [...before, ...row, ...after];
  const { places, durationMs } = placed(toPlace(all, frame));
  const pieces = all.map((put, at) => pieceOf(put, places[at] as (typeof places)[number]));
  return { order, pieces, durationMs, mostMs, missing: missingOf(wish), leftOut };
}

/** What stands in the way in the first of the village's languages is what to see to. */
function heldIn({ held }: Spoken, order: readonly string[]): Spoken['held'][number] | null {
  const inOrder = order.flatMap((language) => held.find((one) => one.language === language) ?? []);
  return inOrder[0] ?? null;
}

function room(mostMs: number, wasMs: number): number {
  return Math.max(0, mostMs - wasMs);
}

function strictest(mostMinutes: number | null, regulationMs: number | null): number | null {
  const ownMs = mostMinutes === null ? null : mostMinutes * 60_000;
  if (ownMs === null || regulationMs === null) return ownMs ?? regulationMs;
  return Math.min(ownMs, regulationMs);
}

/** What stands around the bulletins is said once, in the first of the village's languages that it has. */
function aroundOf(wish: EditionWish): { before: Put[]; after: Put[] } {
  const { order, frame } = wish;
  const { aroundMs } = frame.pauses;
  const once = (kind: PieceKind, spoken: Spoken | null): Put[] => {
    const said = spoken && firstOf(spoken, order);
    return spoken && said ? [{ kind, originalId: spoken.originalId, said, pauseMs: aroundMs }] : [];
  };
  const { chime } = wish;
  const ours: Put[] =
    chime && 'length' in chime
      ? [{ kind: 'chime', originalId: null, said: { ...chime, language: null }, pauseMs: 0 }]
      : once('chime', chime);
  return {
    before: [...ours, ...once('ident', wish.ident), ...once('opening', wish.opening)],
    after: once('closing', wish.closing),
  };
}

/** Words around are better said in the language they were written in than not at all. */
function firstOf({ sayable, originalId }: Spoken, order: readonly string[]): Sayable | undefined {
  const inOrder = order.flatMap(
    (language) => sayable.find((one) => one.language === language) ?? [],
  );
  return inOrder[0] ?? sayable.find(({ bulletinId }) => bulletinId === originalId);
}

/** In each language of the village that there is, one after the other; and all of it again. */
function blockOf({ originalId, sayable }: Spoken, { order, frame }: EditionWish): Put[] {
  const { betweenMs, withinMs } = frame.pauses;
  const said = order.flatMap((language) => sayable.find((one) => one.language === language) ?? []);
  const all = Array.from({ length: frame.repeats }, () => said).flat();
  return all.map((one, at) => ({
    ...{ kind: 'item', originalId, said: one },
    pauseMs: at === 0 ? betweenMs : withinMs,
  }));
}

function toPlace(row: readonly Put[], { pauses }: EditionWish['frame']) {
  return row.map(({ kind, said, pauseMs }, at) => {
    // the first bulletin follows the ident, not another bulletin
    const first = kind === 'item' && row[at - 1]?.kind !== 'item';
    return { length: said.length, pauseMs: first ? pauses.aroundMs : pauseMs };
  });
}

function lengthOf(row: readonly Put[], frame: EditionWish['frame']): number {
  return placed(toPlace(row, frame)).durationMs;
}

function pieceOf({ kind, originalId, said }: Put, place: { pauseFrames: number; startMs: number }) {
  const { length, bulletinId, ...rest } = said;
  const durationMs = Math.round(length.samples / 48);
  const own = kind === 'chime' && originalId === null ? null : bulletinId;
  return { kind, originalId, bulletinId: own, ...rest, ...place, durationMs };
}

function missingOf(wish: EditionWish): Missing[] {
  const { order, items, chime } = wish;
  const recorded = chime !== null && 'sayable' in chime ? chime : null;
  const around = {
    chime: recorded,
    ident: wish.ident,
    opening: wish.opening,
    closing: wish.closing,
  };
  const kinds = ['chime', 'ident', 'opening', 'closing'] as const;
  return [
    ...kinds.flatMap((kind) => {
      const spoken = around[kind];
      return spoken !== null && !firstOf(spoken, order) ? [silent(spoken, { kind, order })] : [];
    }),
    ...items.flatMap((item) => missingIn(item, { kind: 'item', order })),
  ];
}

/** Around the bulletins one language is enough: what stands in the way of the one they have is what to see to. */
function silent(
  { originalId, title, held }: Spoken,
  { kind, order }: { kind: PieceKind; order: readonly string[] },
): Missing {
  const own = held.find(({ bulletinId }) => bulletinId === originalId);
  const there = own ? { bulletinId: own.bulletinId, why: own.why } : null;
  return { originalId, title, kind, language: own?.language ?? order[0] ?? '', there };
}

function missingIn(
  { originalId, title, sayable, held }: Spoken,
  { kind, order }: { kind: PieceKind; order: readonly string[] },
): Missing[] {
  return order
    .filter((language) => sayable.every((one) => one.language !== language))
    .map((language) => {
      const there = held.find((one) => one.language === language);
      const why = there ? { bulletinId: there.bulletinId, why: there.why } : null;
      return { originalId, title, kind, language, there: why };
    });
}
