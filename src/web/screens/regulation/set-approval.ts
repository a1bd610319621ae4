// Who approves, set as a template says: a group is everybody who may approve there, to be changed afterwards.
// It must never take anybody off a list that already keeps to it.
import type { ApprovalMode } from '../../../http/schemas/approval.ts';
import { approveApi } from '../../approve-api.ts';

/** What the service takes (src/services/approval/approval-groups.ts). */
const GROUP_MAX = 12;

export async function setApproval(areaId: string, mode: ApprovalMode): Promise<void> {
  const rule = await approveApi.rule(areaId);
  if (rule.mode === mode) return;
  const able = rule.approvers.map(({ accountId }) => accountId);
  const kept = rule.accountIds.filter((id) => able.includes(id));
  const accountIds = mode === 'one' ? [] : kept.length > 0 ? kept : able.slice(0, GROUP_MAX);
  // nobody may approve there yet: a group of nobody is refused, and one is as good
  if (mode !== 'one' && accountIds.length === 0) return;
  await approveApi.setRule(areaId, { mode, accountIds });
}
