// The door of what is asked of a bulletin by whoever plans it: more priority, fewer seconds.
// It must never know routes or rows.
import type { Actor, Bulletin } from '../../domain/model.ts';

export type BulletinWant = { what: 'priority' } | { what: 'shorten'; maxSeconds: number };
export type Wants = {
  /** told to its approvers and its author; `areaIds`: where it would be planned */
  want(
    actor: Actor,
    input: BulletinWant & { bulletinId: string; areaIds: readonly string[] },
  ): { told: boolean };
  /** an approver's answer to the first: from now on all its times have priority */
  prioritise(actor: Actor, input: { bulletinId: string }): Bulletin;
};
