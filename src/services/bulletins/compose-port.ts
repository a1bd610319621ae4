// What the use-cases need of composing: the clauses of a document, a text made of some, who says which line.
// It must never know a rule of composing; src/composer.ts joins the room that does.
import type { ComposedGenre, Composition } from '../../domain/documents/composition.ts';
import type { SourceSpan } from '../../domain/documents/document-model.ts';
import type { ReadingOrder } from '../../domain/documents/reading-model.ts';

export type ClauseFound = SourceSpan & {
  id: string;
  /** "Khoản 1"; null for a paragraph */
  label: string | null;
  labels: readonly string[];
  depth: number;
  title: string;
  heading: string | null;
  sentences: number;
  seconds: number;
};
export type ToCompose = {
  part: SourceSpan;
  picks: readonly string[];
  genre: ComposedGenre;
  /** "Đài truyền thanh xã Chiềng Lề" */
  station: string;
  /** said behind the opening and at the end */
  notices: readonly string[];
};
export type ComposedText = Pick<Composition, 'text' | 'slices' | 'local'> & {
  title: string;
  /** picks that are no clause of this text */
  unknown: readonly string[];
};
export type Speaker = 'first' | 'second';
/** From this character on, until the next turn; before the first turn the first speaks. */
export type Turn = { from: number; speaker: Speaker };

/** Composes in a thread of its own, as texts are read. */
export type Composer = {
  clauses(
    text: string,
    order: ReadingOrder,
    of: { part: SourceSpan },
  ): Promise<readonly ClauseFound[]>;
  compose(text: string, order: ReadingOrder, of: ToCompose): Promise<ComposedText>;
  /** at once: the text without the labels of its speakers, as long as it was, and whose turn begins where */
  turns(text: string): { text: string; turns: readonly Turn[] };
};

export function speakerAt(turns: readonly Turn[], at: number): Speaker {
  return turns.findLast(({ from }) => from <= at)?.speaker ?? 'first';
}
