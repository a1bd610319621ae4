// The door of choosing an order among colliding priority items, as types.
// It must never know routes or rows.
import type { Actor } from '../../domain/model.ts';

export type PrecedenceItem = {
  occurrenceId: string;
  title: string;
  playAtMs: number;
  durationMs: number;
  /** the commune's; the province's cannot be moved */
  own: boolean;
};
export type PrecedenceQuestion = {
  tenantId: string;
  communeName: string;
  untilMs: number;
  /** somebody has: items are in that order; else in order of arrival */
  chosen: boolean;
  items: readonly PrecedenceItem[];
};
export type Precedence = {
  /** of the coming day, where the asker may choose */
  list(actor: Actor): PrecedenceQuestion[];
  /** all of one question, in the order they shall sound */
  choose(actor: Actor, input: { occurrenceIds: readonly string[] }): PrecedenceQuestion;
};
