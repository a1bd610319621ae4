// Several of a kind in one commune become one message: what joins what, until when, and what is said of them.
// It must never know who is told or how.
import type { Happening } from './happening.ts';
import { isUrgent, paceOf } from './notification-kinds.ts';
import type { Facts, Notification } from './notification-model.ts';
import { cleanName, cleanReason } from './notification-text.ts';

/** What rows know of a bulletin that a happening does not say. */
export type Known = {
  authorId: string | null;
  writerIds: readonly string[];
  /** its title may name people (Luật 91/2025/QH15) */
  personal: boolean;
  /** an exercise: every word about it says so */
  drill?: boolean;
};
export type Group = Pick<
  Notification,
  'tenantId' | 'kind' | 'groupKey' | 'urgent' | 'authorId' | 'exceptIds' | 'facts' | 'count'
>;

/** As many as a message has room for; the rest is a number. */
const NAMES_MAX = 5;
/** More emergencies than this in ten minutes are a fault or an attack: they gather like anything else. */
export const URGENT_ALONE_MAX = 20;
export const CROWD_MS = 600_000;
const CROWDED = { gatherMs: 45_000, windowMs: CROWD_MS };

export function groupOf(happening: Happening, known: Known): Group {
  const { kind, tenantId } = happening;
  const own = authorOf(happening, known);
  return {
    ...{ tenantId, kind, count: 1 },
    urgent: isUrgent(happening),
    // what is for its author alone never gathers with another author's
    groupKey: [kind, tenantId, ...(own === null ? [] : [own])].join('/'),
    authorId: own,
    // who wrote it may not approve it
    exceptIds: kind === 'approval-wanted' ? known.writerIds : [],
    facts: saysDrill(factsOf(happening, known.personal), known),
  };
}

function authorOf(happening: Happening, known: Known): string | null {
  if ('authorId' in happening) return happening.authorId;
  return HIS.has(happening.kind) ? known.authorId : null;
}

function saysDrill(facts: Facts, { drill = false }: Known): Facts {
  return drill ? { ...facts, drill } : facts;
}

/** Its author is told of it as well, and is known from its rows. */
const HIS: ReadonlySet<string> = new Set(['airing-failed', 'airing-missed', 'bulletin-withdrawn']);

const NOTHING: Facts = {
  ...{
    subjectId: null,
    names: [],
    amount: null,
    outOf: null,
    drill: false,
    atMs: null,
    reason: null,
  },
};

function factsOf(happening: Happening, personal: boolean): Facts {
  const named = (subjectId: string, name: string): Facts => {
    const clean = personal ? '' : cleanName(name);
    return { ...NOTHING, subjectId, names: clean === '' ? [] : [clean] };
  };
  switch (happening.kind) {
    case 'speaker-silent':
    case 'speaker-back':
      return { ...named(happening.siteId, happening.siteName), atMs: happening.sinceMs };
    case 'sim-renewal':
      return { ...named(happening.siteId, happening.siteName), atMs: happening.renewsAtMs };
    case 'report-due':
      return { ...named(happening.dueDay, happening.title), reason: happening.dueDay };
    case 'report-received':
      return { ...named(happening.reportId, happening.areaName), reason: happening.what };
    case 'airing-hindered': {
      const { hindrance: reason, playAtMs: atMs } = happening;
      return { ...named(happening.bulletinId, happening.title), reason, atMs };
    }
    case 'want-answered':
    case 'change-wanted':
    case 'override-decided':
      return askedFacts(happening, named);
    case 'rehearsal-found': {
      const { found: amount, fromMs: atMs } = happening;
      return { ...named(happening.rehearsalId, happening.title), amount, atMs };
    }
    case 'notice-not-said':
    case 'programme-broken':
    case 'recording-confirmed':
    case 'bulletin-failed':
      return soundFacts(happening, { named, personal });
    case 'bulletin-approved':
      return { ...named(happening.bulletinId, happening.title), atMs: happening.airsAtMs };
    case 'disk-low':
      return { ...NOTHING, amount: happening.freePercent };
    case 'stopped':
      return { ...NOTHING, amount: happening.airings };
    case 'document-ended': {
      const { documentId: subjectId, airings: amount } = happening;
      return { ...named('', happening.title), subjectId, amount };
    }
    case 'assignment-given':
    case 'assignment-reminder':
      return { ...named(happening.assignmentId, happening.title), atMs: happening.dueAtMs };
    case 'assignment-declined': {
      const { assignmentId, title, communeName } = happening;
      return named(assignmentId, title === '' ? communeName : `${communeName}: ${title}`);
    }
    case 'order-wanted':
      return { ...NOTHING, names: titlesIn(happening), atMs: happening.untilMs };
    case 'source-refused':
    case 'source-emergency':
    case 'source-trusted':
      return { ...sourceFacts(happening, named), subjectId: null };
    case 'emergency-out':
      return { ...named(happening.airingId, happening.title), drill: happening.drill };
    case 'all-clear': {
      const { airings: amount, drill } = happening;
      return { ...NOTHING, names: titlesIn(happening), amount, drill };
    }
    case 'airing-missed':
    case 'airing-failed':
      return airingFacts(happening, named);
    case 'approval-wanted':
      return { ...named(happening.bulletinId, happening.title), drill: happening.drill };
    default:
      return named(happening.bulletinId, happening.title);
  }
}

function titlesIn({ titles }: { titles: readonly string[] }): string[] {
  const names = titles.map(cleanName).filter((name) => name !== '');
  return names.slice(0, NAMES_MAX);
}

type OfSound = Extract<
  Happening,
  { kind: 'notice-not-said' | 'programme-broken' | 'recording-confirmed' | 'bulletin-failed' }
>;
type Naming = { named(id: string, name: string): Facts; personal: boolean };

function soundFacts(of: OfSound, { named, personal }: Naming): Facts {
  const facts = named(of.bulletinId, of.title);
  if (of.kind === 'notice-not-said') {
    const names = [...facts.names, of.languages.join(', ')].filter((name) => name !== '');
    return { ...facts, names: [cleanName(names.join(' – '))] };
  }
  if (of.kind === 'programme-broken') {
    const reason = of.rebuilt ? 'rebuilt' : 'silent';
    return { ...facts, reason, atMs: of.playAtMs };
  }
  if (of.kind === 'recording-confirmed')
    return { ...facts, reason: of.offered ? 'offered' : 'taken' };
  // a sentence for people may repeat the title it is about
  return { ...facts, reason: personal ? null : cleanReason(of.reason) };
}

type OfAsked = Extract<Happening, { kind: 'change-wanted' | 'override-decided' | 'want-answered' }>;

function askedFacts(of: OfAsked, named: (id: string, name: string) => Facts): Facts {
  const facts = named(of.bulletinId, of.title);
  if (of.kind === 'change-wanted') return { ...facts, reason: of.what, amount: of.maxSeconds };
  const isYes = of.kind === 'want-answered' ? of.granted : of.confirmed;
  return { ...facts, reason: isYes ? 'confirmed' : 'refused' };
}

type OfAiring = Extract<Happening, { kind: 'airing-missed' | 'airing-failed' }>;

function airingFacts(of: OfAiring, named: (id: string, name: string) => Facts): Facts {
  const facts = { ...named(of.airingId, of.title), outOf: of.speakers };
  if (of.kind === 'airing-failed') return { ...facts, amount: of.failed };
  return { ...facts, amount: of.missed, atMs: of.playAtMs };
}

type OfSource = Extract<
  Happening,
  { kind: 'source-refused' | 'source-emergency' | 'source-trusted' }
>;

function sourceFacts(of: OfSource, named: (id: string, name: string) => Facts): Facts {
  if (of.kind === 'source-refused') {
    const facts = named('', of.title);
    const detail = cleanName(of.detail ?? '');
    const names = detail === '' ? facts.names : [...facts.names, detail];
    return { ...facts, names, reason: of.why };
  }
  if (of.kind === 'source-emergency') return { ...named('', of.title), drill: of.drill };
  return { ...named('', of.keyName), reason: of.on ? 'on' : 'off' };
}

/** Two groups of one key; the first one's time stands. */
export function merged<T extends Pick<Group, 'kind' | 'count' | 'facts' | 'exceptIds'>>(
  into: T,
  more: Pick<Group, 'count' | 'facts' | 'exceptIds'>,
): T {
  const names = [...new Set([...into.facts.names, ...more.facts.names])].slice(0, NAMES_MAX);
  const same = into.facts.subjectId === more.facts.subjectId;
  const subjectId = same ? into.facts.subjectId : null;
  return {
    ...into,
    count: into.count + more.count,
    // of several bulletins each person may act on some: only who wrote all of them is left out
    exceptIds: into.exceptIds.filter((id) => more.exceptIds.includes(id)),
    facts: {
      ...{ ...into.facts, subjectId, names, amount: amountOf(into, more.facts.amount) },
      reason: into.facts.reason === more.facts.reason ? into.facts.reason : null,
    },
  };
}

/** What is free of a disk is what is free now; everything else is counted together. */
function amountOf({ kind, facts }: Pick<Group, 'kind' | 'facts'>, other: number | null) {
  return kind === 'disk-low' ? other : sum(facts.amount, other);
}

function sum(one: number | null, other: number | null): number | null {
  return one === null && other === null ? null : (one ?? 0) + (other ?? 0);
}

/** @param crowded urgent ones came too thick to stand alone */
export function opened(of: {
  group: Group;
  id: string;
  nowMs: number;
  crowded: boolean;
}): Notification {
  const { group, id, nowMs, crowded } = of;
  const alone = { gatherMs: 0, windowMs: 0 };
  const pace = !group.urgent ? paceOf(group.kind) : crowded ? CROWDED : alone;
  return {
    ...group,
    ...{ id, toldCount: 0, openedAtMs: nowMs },
    dueAtMs: nowMs + pace.gatherMs,
    closesAtMs: nowMs + pace.windowMs,
  };
}

/** After people were told: looked at once more when it closes, for what came meanwhile. */
export function afterTelling(notification: Notification, nowMs: number): Notification {
  const { count, closesAtMs } = notification;
  return { ...notification, toldCount: count, dueAtMs: closesAtMs > nowMs ? closesAtMs : null };
}
