// The door of approving as types: rules of groups, what changed, slips, and what a page shows of an approval.
// It must never know routes, rows or PDFs.
import type { ApprovalMode } from '../../domain/approval/approval-group.ts';
import type { Decision, Slip } from '../../domain/approval/approval-model.ts';
import type { SoundChange } from '../../domain/approval/sound-changes.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import type { Wants } from '../bulletins/wants-door.ts';

export type Member = { accountId: string; name: string };
export type RuleView = {
  areaId: string;
  mode: ApprovalMode;
  accountIds: readonly string[];
  /** whoever could be listed */
  approvers: readonly Member[];
  /** listed, and able no longer */
  unable: readonly Member[];
};
export type ApprovalRules = {
  get(actor: Actor, input: { areaId: string }): RuleView;
  set(
    actor: Actor,
    input: { areaId: string; mode: ApprovalMode; accountIds: readonly string[] },
  ): RuleView;
};

/** How far the approval of one bulletin has come, for whoever looks at it. */
export type ApprovalProgress = {
  mode: ApprovalMode;
  /** empty where one is enough */
  needed: readonly (Member & { approvedAtMs: number | null })[];
  /** who agreed to this very sound, and is not voided since */
  given: readonly (Member & { atMs: number; standing: boolean; slip: boolean })[];
  /** may whoever asks approve this bulletin: role, group, not its writer; and has not yet */
  mine: 'may' | 'done' | 'own' | 'not-in-group' | 'no-role';
  /** what was done about it last, and by whom */
  last: (Member & { what: Decision['what']; atMs: number }) | null;
  /** the version whose page the asker opened last */
  seen: { version: number; contentHash: string } | null;
};

export type FigureChange = { kind: string; source: string };
export type Changes = {
  /** null: nothing was seen or approved before, all of it is new */
  since: { version: number; title: string; what: 'seen' | 'approved' } | null;
  /** only where something changed, in the order heard */
  sentences: readonly SoundChange[];
  /** more changed than is listed */
  whole: boolean;
  figures: { added: readonly FigureChange[]; removed: readonly FigureChange[] };
};

export type Approving = Wants & {
  seen(actor: Actor, input: { bulletinId: string; contentHash: string }): void;
  changes(
    actor: Actor,
    input: { bulletinId: string; sinceVersion: number | null },
  ): Promise<Changes>;
  /** pending: back to its author, by the author · approved: returned with a remark, by an approver */
  withdraw(actor: Actor, input: { bulletinId: string; remark: string | null }): Bulletin;
};

export type SlipView = Slip & { uploadedByName: string };
export type Slips = {
  make(actor: Actor, input: { bulletinId: string }): Promise<{ bytes: Uint8Array; name: string }>;
  take(
    actor: Actor,
    input: { bulletinId: string; bytes: Uint8Array; name: string | null; signal?: AbortSignal },
  ): Promise<SlipView>;
  list(actor: Actor, input: { bulletinId: string }): SlipView[];
  file(actor: Actor, input: { slipId: string }): { path: string; name: string };
};
