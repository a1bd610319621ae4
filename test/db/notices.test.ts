// Quick notices, changed templates and standing approvals come back as they went in, on every database.
// It must never know which words count, nor who is covered.
import { describe, expect, test } from 'vitest';
import type { NoticeTemplate, StandingApproval } from '../../src/domain/notices/notice-model.ts';
import { builtInNotices } from '../../src/notice-templates.ts';
import type { Notice, TemplateChange } from '../../src/services/notices/notice-store.ts';
import { bulletin, NOON } from '../domain/samples.ts';
import { DIALECTS, type Dialect, furnish } from './dialects.ts';

const notice = (of: Partial<Notice> = {}): Notice => ({
  bulletinId: 'bt-1',
  tenantId: 'xa-a',
  templateId: 'hop-ban',
  templateHash: 'h'.repeat(64),
  slots: { ban: 'bản Mòng', gio: '07:30' },
  wishId: 'w1',
  madeBy: 'tac-gia',
  createdAtMs: NOON,
  ...of,
});
const change = (of: Partial<TemplateChange> = {}): TemplateChange => ({
  tenantId: 'xa-a',
  templateId: 'hop-ban',
  version: 1,
  template: builtInNotices()[0] as NoticeTemplate,
  hidden: false,
  changedBy: 'tac-gia',
  changedAtMs: NOON,
  ...of,
});
const standing = (of: Partial<StandingApproval> = {}): StandingApproval => ({
  id: 's1',
  tenantId: 'xa-a',
  templateId: 'hop-ban',
  templateHash: 'h'.repeat(64),
  readingKey: 'k',
  approverId: 'nguoi-duyet',
  emergency: false,
  accountIds: null,
  untilMs: NOON + 1,
  createdAtMs: NOON,
  endedAtMs: null,
  ...of,
});

function peopled(store: ReturnType<Dialect['open']>) {
  furnish(store);
  for (const id of ['tac-gia', 'nguoi-duyet'])
    if (!store.accounts.get(id))
      store.accounts.insert({ id, name: id, fullName: id, disabledAtMs: null });
  return store;
}

describe.each(DIALECTS)('$name', ({ open }) => {
  test('a notice is found by its bulletin and by the wish of whoever made it', () => {
    const { notices } = peopled(open());
    notices.insert(notice());
    expect(notices.get('bt-1')).toEqual(notice());
    expect(notices.get('?')).toBeNull();
    expect(notices.byWish({ madeBy: 'tac-gia', wishId: 'w1' })).toEqual(notice());
    expect(notices.byWish({ madeBy: 'nguoi-duyet', wishId: 'w1' })).toBeNull();
  });

  test('one wish of one person makes one notice, whatever is sent twice', () => {
    const { notices, bulletins } = peopled(open());
    bulletins.insert(bulletin({ id: 'bt-2' }));
    notices.insert(notice());
    expect(() => notices.insert(notice({ bulletinId: 'bt-2' }))).toThrow(/unique/i);
    notices.insert(notice({ bulletinId: 'bt-2', madeBy: 'nguoi-duyet' }));
  });

  test('a commune’s notices come newest first, a page at a time, and no other’s', () => {
    const { notices, bulletins } = peopled(open());
    for (const [id, tenantId] of [
      ['bt-2', 'xa-a'],
      ['bt-3', 'xa-b'],
    ] as const) {
      bulletins.insert(bulletin({ id, tenantId }));
      notices.insert(notice({ bulletinId: id, tenantId, wishId: id }));
    }
    notices.insert(notice());
    const ids = (of: { beforeId?: string; limit?: number } = {}) =>
      notices
        .list({ tenantId: 'xa-a', beforeId: null, limit: 9, ...of })
        .map(({ bulletinId }) => bulletinId);
    expect(ids()).toEqual(['bt-2', 'bt-1']);
    expect(ids({ limit: 1 })).toEqual(['bt-2']);
    expect(ids({ beforeId: 'bt-2' })).toEqual(['bt-1']);
  });

  test('of a template the highest version counts, and twenty are kept', () => {
    const { noticeTemplates } = peopled(open());
    for (let version = 1; version <= 23; version += 1)
      noticeTemplates.insert(change({ version, hidden: version % 2 === 0 }));
    noticeTemplates.insert(change({ templateId: 'cat-dien', template: null }));
    noticeTemplates.insert(change({ tenantId: 'xa-b' }));
    const latest = noticeTemplates.latest('xa-a');
    expect(latest).toHaveLength(2);
    expect(latest).toContainEqual(change({ version: 23 }));
    expect(latest).toContainEqual(change({ templateId: 'cat-dien', template: null }));
    const of = { tenantId: 'xa-a', templateId: 'hop-ban' };
    const kept = noticeTemplates.versions(of).map(({ version }) => version);
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([20, 23, 4]);
    expect(noticeTemplates.versions(of)[1]?.hidden).toBe(true);
    noticeTemplates.drop(of);
    expect(noticeTemplates.versions(of)).toEqual([]);
    expect(noticeTemplates.latest('xa-b')).toHaveLength(1);
  });

  test('who stands for a template is listed until it ends, and it ends once', () => {
    const { standings } = peopled(open());
    standings.insert(standing());
    const named = standing({ id: 's2', emergency: true, accountIds: ['tac-gia'] });
    standings.insert(named);
    standings.insert(standing({ id: 's3', tenantId: 'xa-b' }));
    expect(standings.open('xa-a')).toEqual([named, standing()]);
    standings.end('s1', NOON + 5);
    standings.end('s1', NOON + 9);
    expect(standings.open('xa-a')).toEqual([named]);
    expect(standings.get('s1')).toEqual(standing({ endedAtMs: NOON + 5 }));
    expect(standings.get('?')).toBeNull();
  });
});
