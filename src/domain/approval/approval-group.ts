// Who approves in a commune: one of any, one of a list, or every one of an editorial group.
// It must never know roles or accounts: who is able to approve is told.
import type { Approval } from '../model.ts';

/**
 * one: whoever holds the role · any: one of those listed · all: every one of those listed, for the same
 * sound. The commune's own regulation says which (Nghị định 49/2024 Art. 7).
 */
export const APPROVAL_MODES = ['one', 'any', 'all'] as const;
export type ApprovalMode = (typeof APPROVAL_MODES)[number];
export type ApprovalRule = { mode: ApprovalMode; accountIds: readonly string[] };
/** `ableIds`: of those listed, who is not disabled and holds the role today. */
export type Group = { rule: ApprovalRule; ableIds: readonly string[] };

export const WHOEVER: ApprovalRule = { mode: 'one', accountIds: [] };

export function mayJudge({ mode, accountIds }: ApprovalRule, accountId: string): boolean {
  return mode === 'one' || accountIds.includes(accountId);
}

/**
 * Empty where one is enough. A writer is never needed, nor whoever can no longer sign in: a bulletin
 * would wait for them for ever.
 */
export function neededIds({ rule, ableIds }: Group, writerIds: readonly string[]): string[] {
  if (rule.mode !== 'all') return [];
  return rule.accountIds.filter((id) => ableIds.includes(id) && !writerIds.includes(id));
}

/**
 * Have all agreed whom the last of these found needed? In the order given, all for one sound; the
 * last one counts, because the group may have changed since the first.
 */
export function agreed(approvals: readonly Pick<Approval, 'approverId' | 'neededIds'>[]): boolean {
  const last = approvals.at(-1);
  const given = new Set(approvals.map(({ approverId }) => approverId));
  return last?.neededIds.every((id) => given.has(id)) ?? false;
}
