// What approving needs of rows: approvals, each commune's rule, what was seen, the words of versions, slips.
// It must never know SQL: src/db/approvals.ts implements it.
import type { ApprovalRule } from '../../domain/approval/approval-group.ts';
import type { Decision, Edition, Seen, Slip } from '../../domain/approval/approval-model.ts';
import type { Approval } from '../../domain/model.ts';

export type ApprovalStore = {
  approvals: {
    insert(approval: Approval): void;
    /** in the order given */
    of(bulletinId: string): Approval[];
    /** none of those given so far counts any longer */
    voidAll(bulletinId: string, atMs: number): void;
  };
  approvalRules: {
    get(areaId: string): ApprovalRule | null;
    put(areaId: string, rule: ApprovalRule): void;
  };
  editions: {
    /** nothing is done where it stands already; the last 20 of a bulletin are kept */
    put(edition: Edition): void;
    get(of: { bulletinId: string; version: number }): Edition | null;
  };
  seen: {
    get(of: { accountId: string; bulletinId: string }): Seen | null;
    put(seen: Seen): void;
  };
  /** the last one of each bulletin */
  decisions: {
    get(bulletinId: string): Decision | null;
    put(decision: Decision): void;
  };
  slips: {
    insert(slip: Slip): void;
    get(id: string): Slip | null;
    /** newest first */
    of(bulletinId: string): Slip[];
    /** of all files of a tenant, each counted once */
    bytesOf(tenantId: string): number;
    fileHashes(): string[];
  };
};
