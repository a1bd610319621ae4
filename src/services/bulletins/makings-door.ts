// The door of sound being made: what waits, what is under way, stopped, made again.
// It must never know routes or rows.
import type { Actor, Bulletin } from '../../domain/model.ts';
import type { MakingAt } from '../../domain/sound/making-progress.ts';

export type MakingShown = {
  bulletinId: string;
  title: string;
  tenantId: string;
  urgent: boolean;
  /** sounds that are made before it, those of others too; 0: it is being made */
  ahead: number;
  /** when its making began; null: it waits */
  sinceMs: number | null;
  /** null: it waits, or nothing was said yet */
  at: MakingAt | null;
};
export type Makings = {
  /** in the order they are made; of others only how many */
  list(actor: Actor): { makings: MakingShown[]; others: number };
  /** what was said of it is kept. @throws AppError not-making */
  stop(actor: Actor, input: { bulletinId: string }): Bulletin;
  /** the same words once more. @throws AppError not-failed, limit-reached */
  again(actor: Actor, input: { bulletinId: string }): Bulletin;
};
