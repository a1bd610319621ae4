// The rows of quick notices as they stand on disk, for Kysely's types.
// It must never know what a row means to anybody.
import type { StandingApproval } from '../domain/notices/notice-model.ts';
import type { Notice, TemplateChange } from '../services/notices/notice-store.ts';

type Json = string;
type Flag = number;

export type NoticeTables = {
  notices: Omit<Notice, 'slots'> & { slots: Json };
  noticeTemplates: Omit<TemplateChange, 'template' | 'hidden'> & {
    template: Json | null;
    hidden: Flag;
  };
  standings: Omit<StandingApproval, 'emergency' | 'accountIds'> & {
    emergency: Flag;
    accountIds: Json | null;
  };
};
