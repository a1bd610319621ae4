// The door of personal data and of the spoken mark: what src/http may ask.
// It must never know routes or rows.
import type { Sentence } from '../../domain/errors.ts';
import type { Actor } from '../../domain/model.ts';
import type { PersonalKind } from '../../domain/personal/personal-model.ts';

export type PersonalFound = {
  /** source: the title of its document */
  place: 'title' | 'text' | 'source';
  kind: PersonalKind;
  /** in UTF-16 units of what stands in that place */
  at: number;
  length: number;
  words: string;
  /** why it looks personal */
  say: Sentence;
};
export type PersonalView = {
  marked: boolean;
  /** something was found, it is not marked, and nobody has said why not: kept like a marked one meanwhile */
  suspected: boolean;
  found: readonly PersonalFound[];
  answer: { reason: string; byName: string; atMs: number } | null;
};
export type SpokenMarkView = {
  /** its own word; null: as the province has it, which says nothing unless told to */
  own: boolean | null;
  spoken: boolean;
  /** what is said */
  sentence: string;
};
export type PersonalDesk = {
  view(actor: Actor, input: { bulletinId: string }): PersonalView;
  /** not personal, and why @throws AppError where nothing is asked */
  answer(actor: Actor, input: { bulletinId: string; reason: string }): PersonalView;
  spokenMark(actor: Actor, input: { areaId: string }): SpokenMarkView;
  setSpokenMark(actor: Actor, input: { areaId: string; spoken: boolean | null }): SpokenMarkView;
};
