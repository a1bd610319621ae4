// When a notice is heard in each of its other languages, and where that cannot be: the calendar's own door, asked for each.
// It must never write anything: spoken-too.ts does when the notice is sent.
import { checkSchedule } from '../../domain/airing/schedule-rules.ts';
import { type AreaTree, areaTree, sitesIn } from '../../domain/areas.ts';
import { NO_SPECIAL_DAYS } from '../../domain/calendar/recurrence.ts';
import type { AppError } from '../../domain/errors.ts';
import { type LanguageTurn, turnsOf } from '../../domain/frames/turns.ts';
import type { Bulletin, Regulation, Schedule, Site } from '../../domain/model.ts';
import { regulations, sitesWithUnits } from '../airing/plan.ts';
import type { Deps } from '../deps.ts';
import { regulationFaults } from '../regulation/schedule-faults.ts';
import { type Offered, villagesOf } from './frame-offers.ts';
import type { Unheard } from './frames-door.ts';

export type ToTime = {
  offers: readonly Offered[];
  /** the notice itself, sent or as it would be, with its times */
  original: Bulletin;
  schedules: readonly Schedule[];
  /** of the notice itself, said as often as it is */
  seconds: number;
  areaIds: readonly string[];
};
/** variant: null where nothing of it will be heard */
export type Timed = Offered & { variant: Bulletin | null; schedules: Schedule[] };

/** At a set time one behind the other; "now" all of them at once, and the arbiter puts them behind the notice. */
export function timed(deps: Deps, of: ToTime): Timed[] {
  const { offers, original, seconds, areaIds } = of;
  const ready = offers.filter(({ offer, saying }) => offer.state === 'ready' && saying !== null);
  const lengths = new Map(
    ready.map(({ offer, saying }) => [
      offer.language,
      (saying?.durationMs ?? 0) * original.repeats,
    ]),
  );
  const villages = villagesOf(deps, areaIds);
  // an estimate has parts of a millisecond, an instant has none
  const turns = turnsOf({ villages, lengths, vietnameseMs: Math.ceil(seconds * 1_000) });
  const [tree, sites] = [areaTree(deps.store.areas.all()), sitesWithUnits(deps)];
  const under = sitesIn(tree, sites);
  const facts = { ...of, tree, sites, under, regulations: regulations(deps), lengths };
  return offers.map((offered) => {
    const { language } = offered.offer;
    if (!lengths.has(language)) return { ...offered, variant: null, schedules: [] };
    const own = turns.filter((turn) => turn.language === language);
    return timesOf(deps, { ...facts, offered, own });
  });
}

type Facts = ToTime & {
  tree: AreaTree;
  /** only those with a unit installed */
  sites: readonly Site[];
  under(areaIds: readonly string[]): readonly Site[];
  regulations: readonly Regulation[];
  lengths: ReadonlyMap<string, number>;
};
type One = Facts & { offered: Offered; own: readonly LanguageTurn[] };

function timesOf(deps: Deps, of: One): Timed {
  const { offered, own, original } = of;
  const { offer, saying } = offered;
  const variant = variantOf(deps, { original, offer, text: saying?.text ?? '' });
  const wanted = of.schedules.flatMap((schedule) => copies(deps, { schedule, variant, own }));
  const unheard: Unheard[] = [];
  const schedules = wanted.flatMap(({ schedule, offsetMs }) => {
    // a village without a loudspeaker hears no language: the others are not kept from theirs by it
    const heard = schedule.areaIds.filter((id) => of.under([id]).length > 0);
    const meant = heard.length === 0 ? schedule : { ...schedule, areaIds: heard };
    const fault = faultOf(deps, { ...of, variant, schedule: meant, offsetMs });
    if (fault === null) return [meant];
    unheard.push({ atMs: atOf(meant), areaIds: meant.areaIds, say: fault.say });
    return [];
  });
  if (schedules.length === 0)
    return { ...offered, offer: { ...offer, state: 'no-time', unheard }, variant: null, schedules };
  return { ...offered, offer: { ...offer, unheard }, variant, schedules };
}

function variantOf(
  deps: Deps,
  of: { original: Bulletin; offer: Offered['offer']; text: string },
): Bulletin {
  const { original, offer, text } = of;
  return {
    ...original,
    ...{ id: deps.ids.next(), originalId: original.id, language: offer.language, text },
    title: `${original.title} – ${offer.languageName}`.slice(0, TITLE_CHARS),
  };
}

const TITLE_CHARS = 300;

type Copy = { schedule: Schedule; offsetMs: number };

function copies(
  deps: Deps,
  of: { schedule: Schedule; variant: Bulletin; own: readonly LanguageTurn[] },
): Copy[] {
  const { schedule, variant, own } = of;
  const copy = { ...schedule, bulletinId: variant.id };
  const { rule } = schedule;
  if (rule.kind !== 'once') {
    const areaIds = own.flatMap((turn) => turn.areaIds);
    return [{ schedule: { ...copy, id: deps.ids.next(), areaIds }, offsetMs: 0 }];
  }
  return own.map(({ areaIds, offsetMs }) => {
    const later = { kind: 'once' as const, atMs: rule.atMs + offsetMs };
    return { schedule: { ...copy, id: deps.ids.next(), areaIds, rule: later }, offsetMs };
  });
}

type Asked = Facts & { variant: Bulletin; schedule: Schedule; offsetMs: number };

/** What any schedule is asked, of itself; and what the regulation is asked, of the whole chain up to its end. */
function faultOf(deps: Deps, of: Asked): AppError | null {
  const { variant, schedule, offsetMs, tree, sites, lengths } = of;
  const durationMs = lengths.get(variant.language) ?? 0;
  const { rule, areaIds, air } = schedule;
  const fault = checkSchedule({
    ...{ bulletin: variant, clip: { durationMs }, areaIds, rule, air, fields: null },
    ...{ special: NO_SPECIAL_DAYS, nowMs: deps.clock.planMs(), tree, sites },
    regulations: of.regulations,
  });
  // "now" begins when its hour allows it (src/services/airing/waited.ts)
  const waits = rule.kind === 'now' && fault?.code === 'out-of-hours';
  if (fault && !waits) return fault;
  if (rule.kind !== 'once') return null;
  const chain = { ...schedule, rule: { ...rule, atMs: rule.atMs - offsetMs } };
  const unsaved = { bulletin: variant, durationMs: offsetMs + durationMs };
  return regulationFaults(deps, { schedule: chain, unsaved }).refusal;
}

function atOf({ rule }: Schedule): number | null {
  return rule.kind === 'once' ? rule.atMs : null;
}
