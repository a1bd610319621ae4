// Which recordings a frame needs, which of them are missing, and which values can be said today.
// It must never let a piece count that no second speaker confirmed.
import type {
  Frame,
  FrameSlot,
  FrameWords,
  KnownPieces,
  MissingPiece,
  NeededPiece,
  PlaceNames,
} from './frame-model.ts';
import { partsOf, withGaps, wordsKey } from './sentences.ts';
import { allPieces } from './slot-values.ts';

type Words = Pick<FrameWords, 'sentences' | 'slots'>;

/** Fixed words first, in the order of the sentences, then each slot's values; each piece once. */
export function piecesNeeded(frame: Words, places: PlaceNames): NeededPiece[] {
  const needed = new Map<string, NeededPiece>();
  const add = (piece: NeededPiece) => {
    if (!needed.has(piece.key)) needed.set(piece.key, piece);
  };
  for (const sentence of frame.sentences)
    for (const part of partsOf(sentence))
      if (part.kind === 'words') {
        const within = withGaps(sentence);
        add({ key: wordsKey(part.text), prompt: part.text, slot: null, within });
      }
  for (const slot of frame.slots) {
    const within = sentenceOf(frame, slot);
    for (const piece of allPieces(slot, places)) add({ ...piece, slot: slot.name, within });
  }
  return [...needed.values()];
}

/** The gap of this very slot stays marked, so that a speaker sees which one is meant. */
function sentenceOf({ sentences }: Words, { name, label }: FrameSlot): string {
  const sentence = sentences.find((one) => one.includes(`{${name}}`)) ?? '';
  return withGaps(sentence.replaceAll(`{${name}}`, `[${label}]`));
}

export function missingPieces(of: {
  frame: Words;
  places: PlaceNames;
  known: KnownPieces;
}): MissingPiece[] {
  return piecesNeeded(of.frame, of.places).flatMap((piece) => {
    const why = whyMissing(of.known, piece.key);
    return why === null ? [] : [{ ...piece, why }];
  });
}

export function whyMissing(known: KnownPieces, key: string): MissingPiece['why'] | null {
  const piece = known.get(key);
  if (piece === undefined) return 'not-recorded';
  return piece.confirmed ? null : 'not-confirmed';
}

export type Readiness = {
  needed: number;
  recorded: number;
  confirmed: number;
  /** the order of its parts was heard by a second speaker, as it stands now */
  orderConfirmed: boolean;
  /** fixed words, all of them confirmed */
  wordsReady: boolean;
  /** of each slot: how many of its pieces can be said */
  slots: readonly { name: string; label: string; ready: number; of: number }[];
  /** some notice can be made with it */
  usable: boolean;
  /** every value can be said */
  whole: boolean;
};

export function readiness(of: { frame: Frame; places: PlaceNames; known: KnownPieces }): Readiness {
  const needed = piecesNeeded(of.frame, of.places);
  const isReady = ({ key }: NeededPiece) => whyMissing(of.known, key) === null;
  const ready = needed.filter(isReady);
  const words = needed.filter(({ slot }) => slot === null);
  const slots = of.frame.slots.map(({ name, label }) => {
    const own = needed.filter(({ slot }) => slot === name);
    return { name, label, ready: own.filter(isReady).length, of: own.length };
  });
  const orderConfirmed = isOrderConfirmed(of.frame);
  const wordsReady = words.every(isReady);
  const filled = of.frame.slots.every(
    ({ name, required }) => !required || slots.some((one) => one.name === name && one.ready > 0),
  );
  return {
    ...{ needed: needed.length, confirmed: ready.length, orderConfirmed, wordsReady, slots },
    recorded: needed.filter(({ key }) => of.known.has(key)).length,
    usable: orderConfirmed && wordsReady && filled,
    whole: orderConfirmed && ready.length === needed.length,
  };
}

export function isOrderConfirmed({ confirmed, version }: Frame): boolean {
  return confirmed?.version === version;
}
