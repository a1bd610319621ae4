// The commune's own say about its public page: open or closed, whom to ring, its posters, and who is named.
// It must never open a page by itself.
import { composed } from '../../domain/composed.ts';

import type { Actor, Area, Bulletin } from '../../domain/model.ts';
import { personalHints } from '../../domain/personal/personal-hints.ts';
import type { Action } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import { templateOf } from '../notices/notice-templates.ts';
import { suspect } from '../personal/suspecting.ts';
import { plainLine } from '../plain-line.ts';
import { markEditions, namesSomebody } from '../programmes/marking.ts';
import { record } from '../record.ts';
import { missing, refusal } from '../refusals.ts';
import { permit, permitted, seenArea } from '../scope.ts';
import type { PublicDesk } from './public-door.ts';

export function makePublicDesk(deps: Deps): PublicDesk {
  const { store } = deps;
  return {
    settings: (actor, { areaId }) =>
      settingsOf(deps, communeOf(deps, { actor, areaId, action: 'public-page.view' })),
    setSettings(actor, { areaId, open, phone }) {
      const area = communeOf(deps, { actor, areaId, action: 'public-page.set' });
      const line = plainLine(phone ?? '');
      store.transaction(() => {
        store.publicPages.put({ areaId: area.id, open, phone: line === '' ? null : line });
        const subject = `area:${area.id}`;
        const { id: tenantId } = area;
        record(deps, { actor, action: 'public-page.set', subject, tenantId, detail: { open } });
      });
      deps.changes.tell({ kind: 'area', id: area.id, tenantId: area.id });
      return settingsOf(deps, area);
    },
    async poster(actor, { areaId, siteId }) {
      const area = communeOf(deps, { actor, areaId, action: 'poster.print' });
      const { open, phone, url } = settingsOf(deps, area);
      if (!open) throw closed();
      const site = siteId === null ? null : store.sites.get(siteId);
      if (siteId !== null && site?.tenantId !== area.id) throw missing();
      return deps.papers.make({
        kind: 'public-poster',
        communeName: area.name,
        villageName: (site && store.areas.get(site.areaId)?.name) ?? null,
        siteName: site?.name ?? null,
        url,
        link: site ? `${url}?loa=${site.id}` : url,
        phone,
      });
    },
    markPersonal(actor, { bulletinId, personalData }) {
      const thing = store.bulletins.get(bulletinId);
      const bulletin = permitted(deps, { actor, action: 'bulletin.mark', thing });
      if (bulletin.personalData === personalData) return;
      if (!personalData) mayUnmark(deps, actor, bulletin);
      // whoever is named in one language is named in the others
      const variants = personalData ? store.bulletins.variantsOf(bulletin.id) : [];
      const marked = [bulletin, ...variants.filter((variant) => !variant.personalData)];
      const editions: string[] = [];
      store.transaction(() => {
        for (const one of marked) mark(deps, actor, { ...one, personalData });
        // with its part, or a run that is killed leaves it to everybody
        if (personalData) for (const { id } of marked) editions.push(...markEditions(deps, id));
        if (!personalData) unmarked(deps, actor, { ...bulletin, personalData });
      });
      // each by itself: an edition may say one of the variants and nothing of its original
      for (const { id, tenantId } of marked) deps.changes.tell({ kind: 'bulletin', id, tenantId });
      for (const id of editions) {
        const { tenantId = null } = store.bulletins.get(id) ?? {};
        deps.changes.tell({ kind: 'bulletin', id, tenantId });
      }
    },
    hints: ({ text }) => personalHints(composed(text)),
  };
}

/** The approver who takes the mark off has looked: nobody is asked the same again. */
function unmarked(deps: Deps, actor: Actor, bulletin: Bulletin): void {
  const asked = suspect(deps, bulletin);
  if (asked === null) return;
  const by = { byId: actor.accountId, atMs: deps.clock.wallMs() };
  const reason = 'Người duyệt đã bỏ dấu.';
  deps.store.suspicions.put({ ...asked, ...by, reason, settled: true });
}

function mark(deps: Deps, actor: Actor, bulletin: Bulletin): void {
  const { id, tenantId, personalData, originalId } = bulletin;
  deps.store.bulletins.update(bulletin);
  const detail = { personalData, ...(originalId === null ? {} : { originalId }) };
  record(deps, { actor, action: 'bulletin.mark', subject: `bulletin:${id}`, tenantId, detail });
}

/** Adding the mark hides something; taking it off shows a person to everybody, so a second one looks. */
function mayUnmark(deps: Deps, actor: Actor, bulletin: Bulletin): void {
  const { id, tenantId, authorId, writerIds, originalId } = bulletin;
  permit(deps, { actor, action: 'bulletin.approve', tenantId });
  if ([authorId, ...writerIds].includes(actor.accountId)) throw ownMark();
  const original = originalId === null ? null : deps.store.bulletins.get(originalId);
  if (original?.personalData) throw markOfOriginal();
  if (namesSomebody(deps, id)) throw markOfPart();
  const notice = deps.store.notices.get(id);
  const template = notice && templateOf(deps, { tenantId, templateId: notice.templateId });
  const built = deps.noticeTemplates.find((one) => one.id === notice?.templateId);
  if (template?.personalData || built?.personalData) throw markStays();
}

function markOfPart() {
  return refusal('conflict', 'mark-of-part', {
    vi: 'Một phần của chương trình này nêu thông tin riêng: hãy xem dấu của chính phần đó.',
    en: 'A part of this programme names somebody: see to the mark of that part.',
  });
}

function ownMark() {
  return refusal('forbidden', 'own-mark', {
    vi: 'Bạn đã viết bản tin này: người duyệt khác mới bỏ được dấu có thông tin riêng.',
    en: 'You wrote this bulletin: another approver may take off the mark of personal data.',
  });
}

function markOfOriginal() {
  return refusal('conflict', 'mark-of-original', {
    vi: 'Bản gốc có thông tin riêng, nên bản tiếng này cũng giữ dấu. Hãy bỏ dấu ở bản gốc trước.',
    en: 'Its original holds personal data, so this variant keeps the mark. Take it off the original first.',
  });
}

function markStays() {
  return refusal('conflict', 'mark-of-template', {
    vi: 'Mẫu của thông báo này luôn có thông tin riêng, nên không bỏ dấu được.',
    en: 'The template of this notice always holds personal data, so its mark stays.',
  });
}

/** A village's page is its commune's; a province has none. */
function communeOf(deps: Deps, of: { actor: Actor; areaId: string; action: Action }): Area {
  const { tenantId } = seenArea(deps, of);
  permit(deps, { actor: of.actor, action: of.action, tenantId });
  const commune = deps.store.areas.get(tenantId);
  if (commune?.kind !== 'commune') throw noPage();
  return commune;
}

function settingsOf({ store, terms }: Deps, { id, code }: Area) {
  const kept = store.publicPages.get(id) ?? { areaId: id, open: false, phone: null };
  return { ...kept, url: `${terms.publicUrl()}/xa/${code}` };
}

function closed() {
  return refusal('conflict', 'page-closed', {
    vi: 'Trang cho bà con của xã đang đóng. Hãy mở trang rồi in áp phích.',
    en: "The commune's public page is closed. Open it before printing posters.",
  });
}

function noPage() {
  return refusal('caller', 'not-a-commune', {
    vi: 'Trang cho bà con là của xã, phường; tỉnh không có trang riêng.',
    en: 'The public page is a commune’s; a province has none.',
    place: 'areaId',
  });
}
