// The steps of a quick notice as tests take them: a wish filled in, made, stood for.
// It must never assert anything: tests do.
import type { Actor } from '../../src/domain/model.ts';
import type { SlotValues } from '../../src/domain/notices/notice-model.ts';
import type {
  NoticeRule,
  NoticeView,
  TemplateView,
} from '../../src/services/notices/notice-door.ts';
import { liveCommune } from './steps.ts';
import { type Commune, NOON, until, type World, world } from './world.ts';

export const DAY_MS = 86_400_000;
export const SLOTS: SlotValues = {
  ban: 'bản Mòng',
  ngay: '2026-12-06',
  gio: '07:30',
  'dia-diem': 'nhà văn hóa bản Mòng',
};
export const DAM: SlotValues = {
  ho: 'Thủy điện Nậm Mu',
  ngay: '2026-12-05',
  gio: '15:00',
  'khu-vuc': 'hạ lưu suối Nậm Mu',
  'dien-thoai': '112',
};

let wishes = 0;

export function templateFor(at: World, by: Commune, templateId = 'hop-ban'): TemplateView {
  const all = at.house.services.notices.templates(by.author, { areaId: by.id });
  return all.find(({ id }) => id === templateId) as TemplateView;
}

/** A commune on the line, and the notices' own service. */
export async function atNotices() {
  const at = world();
  const a = await liveCommune(at);
  const { notices } = at.house.services;
  return { at, a, notices };
}

/** The commune's own words in place of the product's, by whoever. */
export function setTemplate(at: World, a: Commune, of: object, by: Actor = a.author) {
  const { hash, version: _v, from: _f, id, hidden: _h, ...template } = templateFor(at, a);
  const to = { ...template, ...of };
  const how = { areaId: a.id, templateId: id, seenHash: hash, hidden: false, template: to };
  return at.house.services.notices.setTemplate(by, how);
}

type Of = {
  templateId?: string;
  hash?: string;
  slots?: SlotValues;
  repeats?: number;
  wishId?: string;
  areaIds?: string[];
  rules?: NoticeRule[];
  personalData?: boolean;
  urgent?: boolean;
  areaId?: string;
};

export function wishOf(at: World, by: Commune, of: Of = {}) {
  const { templateId = 'hop-ban', slots = SLOTS, repeats = 1, rules = [{ kind: 'now' }] } = of;
  wishes += 1;
  return {
    areaId: of.areaId ?? by.id,
    templateId,
    templateHash: of.hash ?? templateFor(at, by, templateId).hash,
    ...{ slots, repeats, rules: rules as NoticeRule[] },
    wishId: of.wishId ?? `wish-${wishes}`,
    areaIds: of.areaIds ?? by.villages,
    ...(of.personalData === undefined ? {} : { personalData: of.personalData }),
    ...(of.urgent === undefined ? {} : { urgent: of.urgent }),
  };
}

export function make(at: World, by: Commune, of: Of & { maker?: Actor } = {}): NoticeView {
  return at.house.services.notices.create(of.maker ?? by.author, wishOf(at, by, of));
}

/** Made, and its sound there with all that comes of it. */
export async function sounded(
  at: World,
  by: Commune,
  of: Of & { maker?: Actor } = {},
): Promise<NoticeView> {
  const { id } = make(at, by, of);
  const settled = () => {
    const bulletin = at.deps.store.bulletins.get(id);
    return bulletin?.state !== 'making' && bulletin?.state !== 'ready';
  };
  await until(settled, 'the notice to go on');
  return at.house.services.notices.get(by.author, { bulletinId: id });
}

export function stand(
  at: World,
  by: Commune,
  of: {
    approver?: Actor;
    templateId?: string;
    emergency?: boolean;
    accountIds?: string[] | null;
    untilMs?: number;
  } = {},
) {
  const { templateId = 'hop-ban' } = of;
  return at.house.services.notices.stand(of.approver ?? by.approver, {
    areaId: by.id,
    templateId,
    templateHash: templateFor(at, by, templateId).hash,
    untilMs: of.untilMs ?? NOON + 30 * DAY_MS,
    emergency: of.emergency ?? false,
    accountIds: of.accountIds ?? null,
  });
}
