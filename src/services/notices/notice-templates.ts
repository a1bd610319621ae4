// The templates of one commune: the product's, as far as it has not changed or hidden them, and its own.
// It must never know what a template becomes: src/domain/notice-*.ts does.
import type { Actor, Area } from '../../domain/model.ts';
import type { NoticeTemplate } from '../../domain/notices/notice-model.ts';
import { checkTemplate, templateHash } from '../../domain/notices/notice-template.ts';
import type { Deps } from '../deps.ts';
import { tenantFor } from '../reading/lexicons.ts';
import { record } from '../record.ts';
import { limitReached, missing, refusal } from '../refusals.ts';
import type { Notices, TemplateView, TemplateWords } from './notice-door.ts';
import type { TemplateChange } from './notice-store.ts';

/** Beside the twelve: more tiles than this nobody looks through. */
const OWN_MAX = 40;

type Templates = Pick<Notices, 'templates' | 'addTemplate' | 'setTemplate' | 'dropTemplate'>;

export function makeNoticeTemplates(deps: Deps): Templates {
  return {
    templates(actor, { areaId }) {
      const { id } = tenantFor(deps, { actor, areaId, action: 'notice.view' });
      return templatesOf(deps, id);
    },
    addTemplate(actor, { areaId, template }) {
      const area = tenantFor(deps, { actor, areaId, action: 'notice.template' });
      const own = templatesOf(deps, area.id).filter(({ from }) => from === 'own');
      if (own.length >= OWN_MAX) throw tooMany();
      const id = `own-${deps.ids.next().toLowerCase()}`;
      return keep(deps, { actor, area, template: checked({ ...template, id }), hidden: false });
    },
    setTemplate(actor, { areaId, templateId, seenHash, hidden, template: words }) {
      const area = tenantFor(deps, { actor, areaId, action: 'notice.template' });
      const now = templateOf(deps, { tenantId: area.id, templateId });
      if (!now) throw missing();
      if (now.hash !== seenHash) throw changed(deps, { tenantId: area.id, now, seenHash });
      const template = checked({ ...words, id: templateId });
      return keep(deps, { actor, area, template, hidden });
    },
    dropTemplate(actor, { areaId, templateId }) {
      const area = tenantFor(deps, { actor, areaId, action: 'notice.template' });
      const now = templateOf(deps, { tenantId: area.id, templateId });
      if (!now) throw missing();
      if (now.from !== 'own')
        return void keep(deps, { actor, area, template: null, hidden: false, templateId });
      deps.store.transaction(() => {
        deps.store.noticeTemplates.drop({ tenantId: area.id, templateId });
        note(deps, { actor, area, detail: { did: 'drop', templateId, title: now.title.vi } });
      });
      tell(deps, area);
    },
  };
}

/** The product's in their order, then the commune's own by age. */
export function templatesOf({ store, noticeTemplates }: Deps, tenantId: string): TemplateView[] {
  const changes = new Map(
    store.noticeTemplates.latest(tenantId).map((change) => [change.templateId, change]),
  );
  const builtIn = noticeTemplates.map((template) => {
    const change = changes.get(template.id);
    changes.delete(template.id);
    const from = change?.template ? ('changed' as const) : ('built-in' as const);
    return viewOf(change?.template ?? template, { from, change });
  });
  const own = [...changes.values()].flatMap((change) =>
    change.template ? [viewOf(change.template, { from: 'own', change })] : [],
  );
  return [...builtIn, ...own.sort((a, b) => (a.id < b.id ? -1 : 1))];
}

export function templateOf(
  deps: Deps,
  of: { tenantId: string; templateId: string },
): TemplateView | null {
  return templatesOf(deps, of.tenantId).find(({ id }) => id === of.templateId) ?? null;
}

/** Whoever brought the words that hash to this into the template; nobody, when they are the product's. */
export function writersOf(
  deps: Deps,
  { tenantId, template }: { tenantId: string; template: NoticeTemplate },
): string[] {
  const { id: templateId } = template;
  const hash = templateHash(template);
  const built = deps.noticeTemplates.find(({ id }) => id === templateId);
  if (built && templateHash(built) === hash) return [];
  const versions = deps.store.noticeTemplates.versions({ tenantId, templateId });
  const hashes = versions.map((version) => version.template && templateHash(version.template));
  // hiding or showing it again writes nothing
  const wrote = versions.filter((_, at) => hashes[at] === hash && hashes[at + 1] !== hash);
  return [...new Set(wrote.map(({ changedBy }) => changedBy))];
}

function viewOf(
  template: NoticeTemplate,
  { from, change }: { from: TemplateView['from']; change: TemplateChange | undefined },
): TemplateView {
  const { version = 0, hidden = false } = change ?? {};
  return { ...template, hash: templateHash(template), version, from, hidden };
}

/** Without what a view adds. */
export function bareTemplate(view: TemplateView): NoticeTemplate {
  const { hash: _hash, version: _version, from: _from, hidden: _hidden, ...template } = view;
  return template;
}

function checked(template: NoticeTemplate): NoticeTemplate {
  const fault = checkTemplate(template);
  if (fault) throw fault;
  return template;
}

type Kept = {
  actor: Actor;
  area: Area;
  template: NoticeTemplate | null;
  hidden: boolean;
  templateId?: string;
};
function keep(deps: Deps, of: Kept): TemplateView {
  const { actor, area, template, hidden } = of;
  const templateId = template?.id ?? of.templateId ?? '';
  deps.store.transaction(() => {
    const [last] = deps.store.noticeTemplates.versions({ tenantId: area.id, templateId });
    const version = (last?.version ?? 0) + 1;
    deps.store.noticeTemplates.insert({
      ...{ tenantId: area.id, templateId, version, template, hidden },
      changedBy: actor.accountId,
      changedAtMs: deps.clock.wallMs(),
    });
    const did = template === null ? 'back' : hidden ? 'hide' : 'change';
    const hash = template && templateHash(template);
    note(deps, { actor, area, detail: { did, templateId, version, hash } });
  });
  tell(deps, area);
  const view = templateOf(deps, { tenantId: area.id, templateId });
  if (!view) throw missing();
  return view;
}

function note(deps: Deps, of: { actor: Actor; area: Area; detail: Record<string, unknown> }): void {
  const { actor, area, detail } = of;
  const subject = `area:${area.id}`;
  record(deps, { actor, action: 'notice.template', subject, tenantId: area.id, detail });
}

function tell(deps: Deps, { id }: Area): void {
  deps.changes.tell({ kind: 'notice', id, tenantId: id });
}

/** Says which part is another since it was opened, as far as its old words are still kept. */
export function changed(deps: Deps, of: { tenantId: string; now: TemplateView; seenHash: string }) {
  const { now } = of;
  const kept = deps.store.noticeTemplates.versions({ tenantId: of.tenantId, templateId: now.id });
  const built = deps.noticeTemplates.filter(({ id }) => id === now.id);
  const seen = [...kept.flatMap(({ template }) => template ?? []), ...built].find(
    (one) => templateHash(one) === of.seenHash,
  );
  const parts = seen ? PARTS.filter(({ name }) => differs(seen[name], now[name])) : [];
  const list = (language: 'vi' | 'en') => parts.map((part) => part[language]).join(', ');
  return refusal('conflict', 'template-changed', {
    vi: `Mẫu “${now.title.vi}” vừa được sửa${parts.length ? `: ${list('vi')}` : ''}. Chữ bạn đã điền vẫn còn; hãy xem lại rồi gửi.`,
    en: `The template “${now.title.en}” has just been changed${parts.length ? `: ${list('en')}` : ''}. What you typed is kept; look again, then send.`,
    place: 'templateHash',
  });
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
const PARTS: readonly { name: keyof TemplateWords; vi: string; en: string }[] = [
  { name: 'title', vi: 'tên', en: 'its name' },
  { name: 'opening', vi: 'câu mở đầu', en: 'the opening' },
  { name: 'body', vi: 'nội dung', en: 'the sentences' },
  { name: 'closing', vi: 'câu kết', en: 'the closing' },
  { name: 'slots', vi: 'các mục cần điền', en: 'the slots' },
  { name: 'priority', vi: 'mức ưu tiên', en: 'the priority' },
  { name: 'personalData', vi: 'dấu có thông tin riêng', en: 'the mark of personal data' },
  { name: 'lastsHours', vi: 'thời gian còn giá trị', en: 'how long it holds' },
];

function tooMany() {
  return limitReached({
    vi: `mỗi xã có nhiều nhất ${OWN_MAX} mẫu riêng`,
    en: `a commune has at most ${OWN_MAX} templates of its own`,
  });
}
