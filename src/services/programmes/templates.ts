// A commune's programme templates: written, changed, removed; the words around the bulletins are bulletins themselves.
// It must never approve those words, nor hold text of its own that could be heard.
import type { Actor, Bulletin } from '../../domain/model.ts';
import { personalHints } from '../../domain/personal/personal-hints.ts';
import { neverIn } from '../../domain/programmes/choosing.ts';
import type { Chime, ProgrammeTemplate } from '../../domain/programmes/programme-model.ts';
import { templateFault } from '../../domain/programmes/template-faults.ts';
import { type BulletinParts, createBulletin } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import { line } from '../names.ts';
import { record } from '../record.ts';
import { limitReached, missing, refusal } from '../refusals.ts';
import { permit, permitted, seenArea, tenantsSeenBy } from '../scope.ts';
import type { FrameWish, Programmes, TemplateView, TemplateWish } from './programmes-door.ts';

type Templates = Pick<
  Programmes,
  'templates' | 'createTemplate' | 'changeTemplate' | 'removeTemplate'
>;

/** A commune with more than these has lost count itself. */
const EACH_MOST = 20;

export function makeTemplates(parts: BulletinParts): Templates {
  const { deps } = parts;
  const { store } = deps;
  return {
    templates: (actor) =>
      store.programmeTemplates
        .ofTenants(tenantsSeenBy(deps, actor))
        .map((one) => viewOf(deps, one)),
    createTemplate(actor, { areaId, ...wish }) {
      const { tenantId } = seenArea(deps, { actor, areaId });
      permit(deps, { actor, action: 'programme.template', tenantId });
      if (store.programmeTemplates.ofTenants([tenantId]).length >= EACH_MOST) throw tooMany();
      const before = { id: deps.ids.next(), tenantId, version: 0, removedAtMs: null };
      return put(parts, { actor, before, wish });
    },
    changeTemplate(actor, { templateId, version, ...wish }) {
      const before = theirs(deps, { actor, templateId });
      if (before.version !== version) throw changedMeanwhile();
      return put(parts, { actor, before, wish });
    },
    removeTemplate(actor, { templateId }) {
      const before = theirs(deps, { actor, templateId });
      const template = { ...before, removedAtMs: deps.clock.planMs() };
      save(deps, { actor, template, action: 'programme.remove' });
    },
  };
}

function theirs(
  deps: Deps,
  { actor, templateId }: { actor: Actor; templateId: string },
): ProgrammeTemplate {
  const thing = deps.store.programmeTemplates.get(templateId);
  const template = permitted(deps, { actor, action: 'programme.template', thing });
  if (template.removedAtMs !== null) throw missing();
  return template;
}

/** With the words around it or not at all: a refusal half way leaves no bulletin that nobody named. */
function put(parts: BulletinParts, of: Writing): TemplateView {
  const { deps } = parts;
  return deps.store.transaction(() => {
    const template = written(parts, of);
    return save(deps, { actor: of.actor, template, action: 'programme.template' });
  });
}

type Before = Pick<ProgrammeTemplate, 'id' | 'tenantId' | 'version' | 'removedAtMs'>;
type Writing = { actor: Actor; before: Before; wish: TemplateWish };

function written(parts: BulletinParts, { actor, before, wish }: Writing): ProgrammeTemplate {
  const { deps } = parts;
  const { tenantId } = before;
  const name = line(wish.name, 'name');
  // it is the title of every edition, and nobody approves titles
  if (personalHints(name).length > 0) throw personalName();
  const { pauses, repeats, mostMinutes, choosing } = wish;
  const fault = templateFault({ pauses, repeats, mostMinutes, choosing });
  if (fault) throw refusal('caller', 'bad-template', fault);
  const chime = chimeOf(deps, { chime: wish.chime, tenantId });
  // all that is only named is looked at before the first bulletin is written
  for (const frame of [wish.ident, wish.opening, wish.closing])
    if (frame && 'bulletinId' in frame) around(deps, { bulletinId: frame.bulletinId, tenantId });
  const of = (frame: FrameWish, title: string) =>
    frameId(parts, { actor, tenantId, frame, title: `${title} – ${name}` });
  const ids = {
    identId: of(wish.ident, 'Xưng danh'),
    openingId: of(wish.opening, 'Lời mở đầu'),
    closingId: of(wish.closing, 'Lời kết'),
  };
  const kept = { id: before.id, tenantId, removedAtMs: before.removedAtMs };
  const version = before.version + 1;
  return { ...kept, ...ids, name, chime, pauses, repeats, mostMinutes, choosing, version };
}

function chimeOf(deps: Deps, { chime, tenantId }: { chime: Chime; tenantId: string }): Chime {
  if (chime.kind === 'bulletin') around(deps, { bulletinId: chime.bulletinId, tenantId });
  return chime;
}

/** Text becomes a bulletin of the commune, with a sound and an approval of its own. */
function frameId(
  parts: BulletinParts,
  of: { actor: Actor; tenantId: string; frame: FrameWish; title: string },
): string | null {
  const { actor, tenantId, frame, title } = of;
  if (frame === null) return null;
  if ('bulletinId' in frame) return frame.bulletinId;
  return createBulletin(parts)(actor, { areaId: tenantId, text: frame.text, title }).id;
}

/** The commune's own, and nothing that may not stand in a programme. */
function around(
  { store }: Deps,
  { bulletinId, tenantId }: { bulletinId: string; tenantId: string },
): void {
  const bulletin = store.bulletins.get(bulletinId);
  if (bulletin?.tenantId !== tenantId || bulletin.originalId !== null) throw missing();
  if (neverIn(bulletin) !== null || store.programmeEditions.get(bulletinId)) throw notAround();
}

type Saved = {
  actor: Actor;
  template: ProgrammeTemplate;
  action: 'programme.template' | 'programme.remove';
};

function save(deps: Deps, { actor, template, action }: Saved): TemplateView {
  const { store } = deps;
  const { id, tenantId, name, version } = template;
  store.transaction(() => {
    if (version === 1 && action === 'programme.template') store.programmeTemplates.insert(template);
    else store.programmeTemplates.update(template);
    const detail = { name, version };
    record(deps, { actor, action, subject: `programme:${id}`, tenantId, detail });
  });
  return viewOf(deps, template);
}

function viewOf({ store }: Deps, template: ProgrammeTemplate): TemplateView {
  const { chime, identId, openingId, closingId } = template;
  const part = (id: string | null) => {
    const bulletin = id === null ? null : store.bulletins.get(id);
    return bulletin && shown(bulletin);
  };
  const parts = {
    chime: part(chime.kind === 'bulletin' ? chime.bulletinId : null),
    ...{ ident: part(identId), opening: part(openingId), closing: part(closingId) },
  };
  return { ...template, parts };
}

function shown({ id, title, text, state, stateReason }: Bulletin) {
  return { id, title, text, state, stateReason };
}

const tooMany = () =>
  limitReached({
    vi: `mỗi xã có tối đa ${EACH_MOST} mẫu chương trình; hãy xóa mẫu không dùng nữa`,
    en: `a commune has at most ${EACH_MOST} templates of programmes; remove one that is not used`,
  });

const personalName = () =>
  refusal('caller', 'personal-name', {
    vi: 'Tên mẫu có vẻ nêu thông tin cá nhân của một người, mà tên này được công bố cùng chương trình. Hãy đặt tên khác, ví dụ “Buổi chiều”.',
    en: 'The name seems to hold somebody’s personal facts, and it is published with each programme. Choose another, such as “Afternoon”.',
    place: 'name',
  });

const changedMeanwhile = () =>
  refusal('conflict', 'changed-meanwhile', {
    vi: 'Mẫu này vừa được người khác sửa. Hãy tải lại rồi sửa tiếp.',
    en: 'Somebody else has just changed this template. Load it again, then go on.',
  });

const notAround = () =>
  refusal('caller', 'not-around', {
    vi: 'Tin khẩn cấp, diễn tập và chương trình không dùng làm nhạc hiệu, xưng danh, lời mở đầu hay lời kết.',
    en: 'An emergency, a drill or a programme is no chime, ident, opening or closing.',
  });
