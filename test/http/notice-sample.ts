// Believable answers of the quick notice, for tests of the web room.
// It must never know routes or screens.

import { templateHash } from '../../src/domain/notices/notice-template.ts';
import { noticeText } from '../../src/domain/notices/notice-text.ts';
import { builtInNotices } from '../../src/notice-templates.ts';
import type { Services } from '../../src/services/door.ts';
import type {
  NoticeBrief,
  NoticeView,
  TemplateView,
} from '../../src/services/notices/notice-door.ts';
import { area, bulletin, NOW_MS } from './sample.ts';

export const templates: TemplateView[] = builtInNotices().map((template) => ({
  ...template,
  ...{ hash: templateHash(template), version: 0, from: 'built-in', hidden: false },
}));
export const slots = {
  ban: 'bản Mòng',
  ngay: '2026-11-25',
  gio: '07:30',
  'dia-diem': 'nhà văn hóa',
};

const [template] = templates as [TemplateView];
const written = noticeText({ template, slots: {}, commune: area.name, nowMs: NOW_MS });
const brief: NoticeBrief = {
  id: bulletin.id,
  templateId: 'hop-ban',
  title: 'Họp bản, thứ Tư 25/11',
  slots,
  repeats: 2,
  areaIds: [area.id],
  state: 'pending',
  createdAtMs: NOW_MS,
};
const view: NoticeView = {
  ...brief,
  tenantId: area.id,
  text: bulletin.text,
  priority: 'normal',
  personalData: false,
  stateReason: null,
  expiresAtMs: NOW_MS,
  clipId: 'clip-1',
  authorName: 'Lan',
  approvedBy: [{ name: 'Hặc', standing: true }],
  times: [
    {
      scheduleId: 'sch-1',
      atMs: null,
      ended: false,
      hindrance: 'not-approved',
      airing: {
        ...{ id: 'air-1', state: 'sent', playAtMs: NOW_MS },
        ...{ speakers: 9, played: 8, failed: 1 },
      },
    },
  ],
};
const standing = {
  ...{ id: 'std-1', tenantId: area.id, templateId: 'hop-ban', templateHash: template.hash },
  ...{ approverId: 'acc-2', emergency: false, accountIds: null, untilMs: NOW_MS },
  ...{ createdAtMs: NOW_MS, endedAtMs: null, approverName: 'Hặc', inForce: true },
  ...{ readingKey: 'k', reason: null },
  templateTitle: template.title,
};

type Answer = <T>(method: string, value: T) => (actor: unknown, input?: unknown) => T;

export function doors(answer: Answer): Pick<Services, 'notices'> {
  const problems = [{ slot: 'gio', code: 'empty', say: { vi: 'Giờ: còn trống.', en: 'Empty.' } }];
  const { title, text, event, expiresAtMs } = written;
  return {
    notices: {
      templates: answer('notices.templates', templates),
      addTemplate: answer('notices.addTemplate', template),
      setTemplate: answer('notices.setTemplate', template),
      dropTemplate: answer('notices.dropTemplate', undefined),
      preview: answer('notices.preview', {
        ...{
          title,
          text,
          event,
          expiresAtMs,
          problems,
          spoken: ['Mời bà con họp.'],
          seconds: 31.5,
        },
        personal: [{ kind: 'phone', text: '0912 345 678' }],
        doubts: [{ text: 'X', reason: 'unknown' }],
        times: { now: true, next: [NOW_MS], twice: [] },
        approver: null,
      }),
      create: answer('notices.create', view),
      list: answer('notices.list', [brief]),
      get: answer('notices.get', view),
      byWish: answer('notices.byWish', view),
      standings: answer('notices.standings', {
        standings: [standing],
        makers: [{ accountId: 'acc-1', name: 'Lan' }],
      }),
      stand: answer('notices.stand', standing),
      unstand: answer('notices.unstand', undefined),
    },
  };
}
