// The door of what is asked of a bulletin by whoever plans it: more priority, fewer seconds.
// It must never know routes or rows.
import type { PriorityWant } from '../../domain/approval/priority-want.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';

export type BulletinWant = { what: 'priority' } | { what: 'shorten'; maxSeconds: number };
export type Wants = {
  /** told to its approvers and its author; `areaIds`: where it would be planned */
  want(
    actor: Actor,
    input: BulletinWant & { bulletinId: string; areaIds: readonly string[] },
  ): { told: boolean };
  /** from now on all its times have priority; whoever asked for that is told */
  prioritise(actor: Actor, input: { bulletinId: string }): Bulletin;
  /** what waits for this actor's answer, oldest first; what this actor asked for, newest first */
  wants(actor: Actor): { waiting: WantView[]; asked: WantView[] };
  /** granted: `prioritise`; declined: with a reason */
  answerWant(
    actor: Actor,
    input: { wantId: string; granted: boolean; remark: string | null },
  ): WantView;
};
export type WantView = Pick<
  PriorityWant,
  'id' | 'bulletinId' | 'askedAtMs' | 'state' | 'answeredAtMs' | 'remark'
> & {
  title: string;
  askedByName: string;
  answeredByName: string | null;
  /** where it would be planned */
  areaNames: readonly string[];
  /** whoever looks has written it, so another has to grant it */
  own: boolean;
};
