// What the use-cases of quick notices need of rows: notices, changed templates, standing approvals.
// It must never know SQL: src/db implements it.
import type {
  NoticeTemplate,
  SlotValues,
  StandingApproval,
} from '../../domain/notices/notice-model.ts';

/** From which words and with what a bulletin was made; written once. */
export type Notice = {
  bulletinId: string;
  tenantId: string;
  templateId: string;
  templateHash: string;
  slots: SlotValues;
  /** of the person's own making: by it a lost answer is found again */
  wishId: string;
  madeBy: string;
  createdAtMs: number;
};

/** A commune's word on one template; the highest version counts. */
export type TemplateChange = {
  tenantId: string;
  templateId: string;
  version: number;
  /** null: the words that come with the product */
  template: NoticeTemplate | null;
  hidden: boolean;
  changedBy: string;
  changedAtMs: number;
};

export type NoticeStore = {
  notices: {
    insert(notice: Notice): void;
    get(bulletinId: string): Notice | null;
    byWish(of: { madeBy: string; wishId: string }): Notice | null;
    /** newest first */
    list(filter: { tenantId: string; beforeId: string | null; limit: number }): Notice[];
  };
  noticeTemplates: {
    /** the highest version of each */
    latest(tenantId: string): TemplateChange[];
    /** newest first; 20 are kept */
    versions(of: { tenantId: string; templateId: string }): TemplateChange[];
    insert(change: TemplateChange): void;
    drop(of: { tenantId: string; templateId: string }): void;
  };
  standings: {
    insert(standing: StandingApproval): void;
    get(id: string): StandingApproval | null;
    /** not ended, newest first, 500 at most */
    open(tenantId: string): StandingApproval[];
    end(id: string, atMs: number): void;
  };
};
