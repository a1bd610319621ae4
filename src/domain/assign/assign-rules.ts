// Whether a bulletin may be given out as somebody wishes, and to which communes: the first fault, as a sentence.
// It must never know who asks (rights.ts), rows or a clock.
import type { AreaTree } from '../areas.ts';
import { AppError, type Sentence } from '../errors.ts';
import type { Bulletin } from '../model.ts';
import { DAY_MS, spokenTime } from '../vietnam-time.ts';

/** Every day for two months is a campaign; more is a schedule of the province's own. */
export const LEAST_MAX = 60;
/** A year of dissemination is planned at once; beyond it nobody promises. */
const AHEAD_MAX_MS = 366 * DAY_MS;

export type GivingFacts = {
  bulletin: Bulletin;
  areaIds: readonly string[];
  dueAtMs: number;
  nowMs: number;
  tree: AreaTree;
  /** from when on its document no longer holds */
  documentEndMs: number | null;
};

/** @returns the first thing wrong, or null when it may be given */
export function checkGiving(facts: GivingFacts): AppError | null {
  const { bulletin, tree, dueAtMs, nowMs, documentEndMs } = facts;
  if (tree.get(bulletin.tenantId)?.kind !== 'province') return notTheProvinces();
  // an emergency waits for nobody's schedule (Thông tư 39/2020): the province airs it itself
  if (bulletin.priority === 'emergency' || bulletin.drill) return emergencyIsAired();
  if (bulletin.state !== 'approved') return notApproved();
  const lastMs = Math.min(bulletin.expiresAtMs ?? Infinity, documentEndMs ?? Infinity);
  return checkDue({ dueAtMs, nowMs }) ?? (dueAtMs > lastMs ? pastItsEnd(lastMs) : null);
}

export function checkDue({ dueAtMs, nowMs }: { dueAtMs: number; nowMs: number }): AppError | null {
  if (dueAtMs <= nowMs) return duePast();
  return dueAtMs > nowMs + AHEAD_MAX_MS ? dueTooFar() : null;
}

export type Given = { communeId: string; areaIds: readonly string[] };

/** What lies above communes is all of them; a village or a group is that much of its commune. Null: an unknown name. */
export function communesGiven(of: {
  tree: AreaTree;
  provinceId: string;
  areaIds: readonly string[];
}): Given[] | null {
  const { tree, provinceId, areaIds } = of;
  const wanted = new Map<string, Set<string>>();
  const add = (communeId: string, areaId: string) => {
    const areas = wanted.get(communeId) ?? new Set();
    wanted.set(communeId, areas.add(areaId));
  };
  for (const id of areaIds) {
    const chain = tree.upwards(id);
    const [area] = chain;
    if (area === undefined || !chain.some((above) => above.id === provinceId)) return null;
    const commune = chain.find(({ kind }) => kind === 'commune');
    if (commune) add(commune.id, id);
    else for (const one of tree.downwards(id)) if (one.kind === 'commune') add(one.id, one.id);
  }
  return [...wanted].map(([communeId, areas]) => ({
    communeId,
    // the whole commune makes its villages needless to name
    areaIds: areas.has(communeId) ? [communeId] : [...areas],
  }));
}

/** Areas that lie in no commune, and have none beneath: a group of the province's own poles. */
export function outsideCommunes(of: {
  tree: AreaTree;
  provinceId: string;
  areaIds: readonly string[];
}): AppError | null {
  const id = of.areaIds.find((each) => communesGiven({ ...of, areaIds: [each] })?.length === 0);
  return id === undefined ? null : inNoCommune(of.tree.get(id)?.name ?? id);
}

type Words = Sentence & { code: string; place: string };

function say({ code, place, ...words }: Words): AppError {
  return new AppError({ code, fault: 'caller', say: words, place });
}

const inNoCommune = (name: string) =>
  say({
    code: 'in-no-commune',
    vi: `“${name}” là nhóm loa của tỉnh, không nằm trong xã nào nên không có xã nào nhận. Hãy bỏ khỏi danh sách; tỉnh tự đặt lịch cho nhóm này.`,
    en: `“${name}” is a group of the province's own and lies in no commune, so nobody would take it on. Leave it out; the province schedules it itself.`,
    place: 'areaIds',
  });

const notTheProvinces = () =>
  say({
    code: 'not-the-provinces',
    vi: 'Chỉ giao được bản tin của tỉnh. Bản tin của xã thì xã tự đặt lịch.',
    en: 'Only a bulletin of the province can be given out. A commune schedules its own.',
    place: 'bulletinId',
  });

const emergencyIsAired = () =>
  say({
    code: 'emergency-is-aired',
    vi: 'Tin khẩn cấp và diễn tập không giao cho xã xếp lịch: hãy phát thẳng.',
    en: 'Emergencies and drills are not given out to be scheduled: air them directly.',
    place: 'bulletinId',
  });

const notApproved = () =>
  say({
    code: 'not-approved',
    vi: 'Bản tin chưa được duyệt ở tỉnh. Hãy duyệt rồi mới giao.',
    en: 'The bulletin is not approved at the province. Have it approved first.',
    place: 'bulletinId',
  });

const duePast = () =>
  say({
    code: 'due-past',
    vi: 'Hạn phát phải ở sau thời điểm này.',
    en: 'The deadline must lie ahead.',
    place: 'dueAtMs',
  });

const dueTooFar = () =>
  say({
    code: 'due-too-far',
    vi: 'Hạn phát xa nhất là một năm.',
    en: 'The deadline is at most a year ahead.',
    place: 'dueAtMs',
  });

function pastItsEnd(lastMs: number): AppError {
  const last = spokenTime(lastMs);
  return say({
    code: 'due-past-its-end',
    vi: `Bản tin này chỉ được phát đến ${last.vi}. Hãy chọn hạn sớm hơn.`,
    en: `This bulletin may be aired until ${last.en} only. Choose an earlier deadline.`,
    place: 'dueAtMs',
  });
}
