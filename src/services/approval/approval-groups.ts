// Each commune's rule of who approves, and who of those listed is able to today.
// It must never decide what a rule means: src/domain/approval/approval-group.ts does.
import { type ApprovalRule, type Group, WHOEVER } from '../../domain/approval/approval-group.ts';
import { tenantChain } from '../../domain/areas.ts';
import type { Actor, Area } from '../../domain/model.ts';
import { may } from '../../domain/rights.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { permit, seenArea } from '../scope.ts';
import type { ApprovalRules, Member } from './approvals-door.ts';

/** An editorial group round a table; more never agree within a day. */
export const GROUP_MAX = 12;

export function makeApprovalRules(deps: Deps): ApprovalRules {
  const { store } = deps;
  return {
    get(actor, { areaId }) {
      const area = tenantSeen(deps, actor, areaId);
      permit(deps, { actor, action: 'regulation.view', tenantId: area.id });
      return shown(deps, area);
    },
    set(actor, { areaId, mode, accountIds }) {
      const area = tenantSeen(deps, actor, areaId);
      permit(deps, { actor, action: 'regulation.set', tenantId: area.id });
      const rule = { mode, accountIds: mode === 'one' ? [] : [...new Set(accountIds)] };
      refuseUnfit(deps, { rule, tenantId: area.id });
      store.transaction(() => {
        store.approvalRules.put(area.id, rule);
        record(deps, {
          actor,
          action: 'approval-rule.set',
          subject: `area:${area.id}`,
          tenantId: area.id,
          detail: rule,
        });
      });
      deps.changes.tell({ kind: 'area', id: area.id, tenantId: area.id });
      return shown(deps, area);
    },
  };
}

/** The rule of this tenant and who of those it lists may approve at this moment. */
export function groupOf(deps: Deps, tenantId: string): Group {
  const rule = deps.store.approvalRules.get(tenantId) ?? WHOEVER;
  return { rule, ableIds: rule.accountIds.filter((id) => isAble(deps, id, tenantId)) };
}

/** Not disabled, and an approver here or above. */
export function isAble({ store }: Deps, accountId: string, tenantId: string): boolean {
  const account = store.accounts.get(accountId);
  if (account === null || account.disabledAtMs !== null) return false;
  const grants = store.accounts.grants(accountId);
  const chain = tenantChain(treeAbove(store.areas, tenantId), tenantId);
  return may({ accountId, name: account.name, grants }, 'bulletin.approve', chain);
}

function shown(deps: Deps, { id }: Area) {
  const { rule } = groupOf(deps, id);
  const able = deps.store.accounts
    .all()
    .filter((account) => isAble(deps, account.id, id))
    .map((account): Member => ({ accountId: account.id, name: account.fullName }));
  // somebody listed who can no longer approve is shown, so that an administrator sees why it is stuck
  const unable = rule.accountIds.filter((one) => able.every(({ accountId }) => accountId !== one));
  const lost = unable.map((one) => ({
    accountId: one,
    name: deps.store.accounts.get(one)?.fullName ?? '',
  }));
  return { areaId: id, ...rule, approvers: able, unable: lost };
}

function tenantSeen(deps: Deps, actor: Actor, areaId: string): Area {
  const area = seenArea(deps, { actor, areaId });
  if (area.id === area.tenantId) return area;
  throw refusal('caller', 'not-a-tenant', {
    vi: 'Quy chế duyệt do xã (hoặc tỉnh) quy định, không đặt riêng cho thôn, bản.',
    en: 'The rule of approval is set by the commune (or province), not for a single village.',
    place: 'areaId',
  });
}

function refuseUnfit(deps: Deps, of: { rule: ApprovalRule; tenantId: string }): void {
  const { mode, accountIds } = of.rule;
  if (mode === 'one') return;
  if (accountIds.length === 0 || accountIds.length > GROUP_MAX)
    throw refusal('caller', 'group-size', {
      vi: `Nhóm duyệt cần từ 1 đến ${GROUP_MAX} người.`,
      en: `A group of approvers has 1 to ${GROUP_MAX} people.`,
      place: 'accountIds',
    });
  if (accountIds.some((id) => !isAble(deps, id, of.tenantId)))
    throw refusal('caller', 'not-an-approver', {
      vi: 'Trong danh sách có người không có vai trò duyệt ở đây, hoặc tài khoản đã bị khóa.',
      en: 'Somebody listed is no approver here, or the account is disabled.',
      place: 'accountIds',
    });
}
