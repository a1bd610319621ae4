// What a notice will be in the languages of the villages it is for: a frame that can say it, or what is missing, by name.
// It must never write anything: spoken-too.ts does when the notice is sent.
import type { FrameValues } from '../../domain/frames/frame-model.ts';
import { unsaidOf, valuesOfNotice } from '../../domain/frames/from-notice.ts';
import { isOrderConfirmed } from '../../domain/frames/needed.ts';
import { canBeSaid, type Saying, sayingOf } from '../../domain/frames/saying.ts';
import type { SpokenTo } from '../../domain/frames/turns.ts';
import { languageFinder } from '../../domain/languages/order.ts';
import { VIETNAMESE } from '../../domain/languages.ts';
import type { Area } from '../../domain/model.ts';
import type { NoticeTemplate, SlotValues } from '../../domain/notices/notice-model.ts';
import { DAY_MS, dayNumber, midnightMs } from '../../domain/vietnam-time.ts';
import type { Deps } from '../deps.ts';
import type { NoticeRule } from '../notices/notice-door.ts';
import {
  isTemplateChanged,
  knownOf,
  languageName,
  piecesFor,
  tenantsFor,
  type Used,
} from './frame-facts.ts';
import type { FrameOffer, OfferState } from './frames-door.ts';

export type ToOffer = {
  area: Area;
  template: NoticeTemplate;
  slots: SlotValues;
  areaIds: readonly string[];
  rules: readonly NoticeRule[];
  /** somebody stands for it, so that "now" is within seconds */
  stoodFor: boolean;
};
export type Offered = {
  offer: FrameOffer;
  used: Used | null;
  values: FrameValues;
  saying: Saying | null;
};

/** In the order in which the villages name them; Vietnamese is the notice itself. */
export function offersFor(deps: Deps, of: ToOffer): Offered[] {
  const villages = villagesOf(deps, of.areaIds);
  const languages = new Set(villages.flatMap((village) => village.languages));
  languages.delete(VIETNAMESE);
  return [...languages].map((language) => {
    const areaIds = villages
      .filter((village) => village.languages.includes(language))
      .map(({ areaId }) => areaId);
    return offerOf(deps, { ...of, language, areaIds });
  });
}

/** The villages beneath what was chosen, each with its languages; what holds no village stands for itself. */
export function villagesOf({ store }: Deps, areaIds: readonly string[]): SpokenTo[] {
  const areas = store.areas.all();
  const find = languageFinder(store.languageOrders.all(), areas);
  const beneath = new Map<string | null, Area[]>();
  for (const area of areas)
    beneath.set(area.parentId, [...(beneath.get(area.parentId) ?? []), area]);
  const chosen = new Set(areaIds);
  // the list grows while it is walked; a tree has no loops to walk twice
  for (const id of chosen) for (const area of beneath.get(id) ?? []) chosen.add(area.id);
  const isVillage = ({ id, kind }: Area) =>
    kind === 'village' || (areaIds.includes(id) && !holdsVillage(id, beneath));
  return areas
    .filter((area) => chosen.has(area.id) && isVillage(area))
    .map(({ id }) => ({ areaId: id, languages: find(id).languages }));
}

function holdsVillage(id: string, beneath: ReadonlyMap<string | null, Area[]>): boolean {
  return (beneath.get(id) ?? []).some(
    (area) => area.kind === 'village' || holdsVillage(area.id, beneath),
  );
}

type One = ToOffer & { language: string };

function offerOf(deps: Deps, of: One): Offered {
  const { area, template, slots, language, areaIds } = of;
  const none = { text: '', seconds: 0, missing: [], empty: [], unsaid: [], unheard: [] };
  const base = { language, languageName: languageName(deps, language), areaIds };
  const candidates = framesOf(deps, of).map((used) => judge(deps, { ...of, used }));
  // one that can say it, else the one that lacks least
  const best = candidates.sort((a, b) => weight(a) - weight(b))[0];
  if (!best) {
    const offer: FrameOffer = { ...base, ...none, state: 'no-frame', frameId: null };
    return { offer, used: null, values: {}, saying: null };
  }
  const { used, values, saying, state } = best;
  const labels = new Map(used.frame.slots.map(({ name, label }) => [name, label]));
  const offer: FrameOffer = {
    ...{ ...base, state, frameId: used.frame.id, text: saying.text },
    seconds: Math.round(saying.durationMs / 1_000),
    missing: saying.missing.map(({ prompt, why }) => ({ prompt, why })),
    empty: saying.problems.map(({ slot }) => labels.get(slot) ?? slot),
    unsaid: unsaidOf(used.frame, { template, slots }),
    // asked of the calendar by spoken-times.ts
    unheard: [],
  };
  return { offer, used: { ...used, area }, values, saying };
}

type Judged = { used: Used; values: FrameValues; saying: Saying; state: OfferState };

function judge(deps: Deps, of: One & { used: Used }): Judged {
  const { used, template, slots } = of;
  const { frame } = used;
  const values = valuesOfNotice(frame, { template, slots });
  const known = knownOf(piecesFor(deps, used));
  const saying = sayingOf({ frame, values, known, heardOn: heardOn(deps, of) });
  return { used, values, saying, state: stateOf(deps, { used, saying }) };
}

function stateOf(deps: Deps, { used, saying }: Pick<Judged, 'used' | 'saying'>): OfferState {
  if (isTemplateChanged(deps, used)) return 'template-changed';
  if (!isOrderConfirmed(used.frame)) return 'not-confirmed';
  if (saying.problems.length > 0) return 'values';
  return canBeSaid(saying) ? 'ready' : 'missing';
}

function weight({ state, saying }: Judged): number {
  if (state === 'ready') return 0;
  const isHeard = state === 'missing' || state === 'values';
  return (isHeard ? 1 : 1_000) + saying.missing.length;
}

/** The commune's own before the province's. */
function framesOf(deps: Deps, { area, template, language }: One): Used[] {
  const tenantIds = tenantsFor(deps, area.id);
  const rank = (tenantId: string) => tenantIds.indexOf(tenantId);
  return deps.store.frames
    .ofTenants(tenantIds)
    .filter((frame) => frame.templateId === template.id && frame.language === language)
    .sort((a, b) => rank(a.tenantId) - rank(b.tenantId))
    .map((frame) => ({ frame, area, tenantIds }));
}

/** An approver may be asleep: what nobody stands for is not surely heard today. */
const BEFORE_MIDNIGHT_MS = 30 * 60_000;

/** "Today" is said only where it will still be today. */
function heardOn(deps: Deps, { rules, stoodFor }: ToOffer): number | null {
  const nowMs = deps.clock.planMs();
  const today = dayNumber(nowMs);
  const late = midnightMs(today) + DAY_MS - nowMs < BEFORE_MIDNIGHT_MS;
  const days = rules.map((rule) => {
    if (rule.kind === 'once') return dayNumber(rule.atMs);
    return stoodFor && !late ? today : null;
  });
  const [first = null] = days;
  return days.every((day) => day === first) ? first : null;
}
