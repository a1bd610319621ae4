// The door of composing, as src/http may ask: what can be ticked, what becomes of it, what a bulletin says and from where.
// It must never know routes, rows or rules of composing.
import type { ComposedGenre } from '../../domain/documents/composition.ts';
import type { SourceSpan } from '../../domain/documents/document-model.ts';
import type { DocumentWarning } from '../../domain/documents/document-warnings.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import type { PersonalHint } from '../../domain/personal/personal-hints.ts';
import type { Bulletins } from '../door.ts';
import type { OfPart } from '../reading/reading-door.ts';
import type { ClauseFound, Speaker } from './compose-port.ts';

/** Its words, where they stand in the bulletin's text, and where they come from in the document. */
export type SpokenTrace = {
  words: string;
  rule: string;
  /** null: said by the service for the document's standing, written by nobody */
  text: SourceSpan | null;
  source: SourceSpan | null;
};
export type SpokenLine = { words: string; speaker: Speaker; trace: readonly SpokenTrace[] };
/** In the composed text; `source` null: in words of our own or of the person. */
export type SpokenDoubt = {
  reason: string;
  written: string;
  suggestion: string;
  source: SourceSpan | null;
};
export type Spoken = {
  seconds: number;
  lines: readonly SpokenLine[];
  doubts: readonly SpokenDoubt[];
  /** false: there is more than one answer holds */
  whole: boolean;
};
export type ClauseList = {
  clauses: readonly ClauseFound[];
  /** what opens and closes it, for each genre: with the clauses' own seconds the length while ticking */
  frames: Readonly<Record<ComposedGenre, number>>;
  notices: readonly string[];
  warnings: readonly DocumentWarning[];
  whole: boolean;
};
export type CompositionView = Spoken & {
  title: string;
  text: string;
  notices: readonly string[];
  warnings: readonly DocumentWarning[];
  /** places a person still has to write, in `text` */
  unwritten: readonly { at: number; length: number }[];
  personalHints: readonly PersonalHint[];
};
export type CompositionWish = OfPart & {
  picks: readonly string[];
  genre: ComposedGenre;
  /** as a person has changed it since */
  text?: string;
};
export type NewComposed = Omit<Parameters<Bulletins['create']>[1], 'genre'> & {
  documentId: string;
  genre: ComposedGenre;
  picks: readonly string[];
};

export type Compositions = {
  /** of a list already permitted: whose document is a draft, or no longer the law */
  marks(
    bulletins: readonly Pick<Bulletin, 'id' | 'documentId' | 'documentPart'>[],
  ): Readonly<Record<string, DocumentWarning['code']>>;
  clauses(actor: Actor, input: OfPart): Promise<ClauseList>;
  preview(actor: Actor, input: CompositionWish): Promise<CompositionView>;
  /** with `text` as the person left it; without, as it is composed */
  create(actor: Actor, input: NewComposed): Promise<Bulletin>;
  script(
    actor: Actor,
    input: { bulletinId: string },
  ): Promise<Spoken & { documentId: string | null; notices: readonly string[] }>;
  peaks(actor: Actor, input: { clipId: string }): Promise<{ peaks: readonly number[] }>;
};
