// A schedule to be saved against the regulation of every commune that would hear it: refused, or where it stays silent.
// It must never know how a rule fires or who asks: what is heard, old and new, in; one refusal or some warnings out.
import type { AreaTree } from '../areas.ts';
import { AppError, type Sentence } from '../errors.ts';
import type { Regulation, Site } from '../model.ts';
import { dayNumber } from '../vietnam-time.ts';
import { checkRegulation, type Planned, type Violation } from './check-regulation.ts';
import { byList, type Hearers, heardBy, hearersOf } from './hearers.ts';
import { silentThere, violationSays } from './violation-words.ts';

export type Hearable = Planned & { areaIds: readonly string[] };
export type FaultsAsked = {
  tree: AreaTree;
  /** where the schedule would be heard */
  sites: readonly Site[];
  regulations: readonly Regulation[];
  planned: readonly Hearable[];
};
export type RegulationFaults = {
  /** nowhere would it be heard as it is meant */
  refusal: AppError | null;
  /** every reason it is refused for, once each: what an exception would be about */
  faults: readonly Sentence[];
  warnings: readonly Sentence[];
};

/** The same sentence for every day of two weeks says no more than for the first three. */
const SAID_MAX = 3;

type Found = { communeId: string; dayNo: number; violation: Violation };

export function regulationFaults(asked: FaultsAsked): RegulationFaults {
  const { planned, tree } = asked;
  const groups = hearersOf({ ...asked, reach: planned.map(({ areaIds }) => areaIds) });
  const lists = byList(planned);
  const found = groups.flatMap((group) => inGroup(group, heardBy(group, lists)));
  const grave = found.filter(({ violation }) => violation.kind !== 'wrong-order');
  const communes = new Set(groups.map(({ regulation }) => regulation.areaId));
  const place = (communeId: string) => tree.get(communeId)?.name ?? communeId;
  const say = (all: readonly Found[]) =>
    distinct(all.map(({ communeId, violation }) => violationSays(violation, place(communeId))));
  const lost = grave.filter(({ dayNo }) => {
    const those = new Set(grave.filter((one) => one.dayNo === dayNo).map((one) => one.communeId));
    return those.size === communes.size;
  });
  const orders = say(found.filter(({ violation }) => violation.kind === 'wrong-order'));
  // no exception lifts the hours: where they are at fault too, they are what is said
  const first = lost.find(({ violation }) => violation.kind === 'out-of-hours') ?? lost[0];
  if (first) {
    const { vi, en } = violationSays(first.violation, place(first.communeId));
    return { refusal: refused(first, { vi, en }), faults: say(lost), warnings: orders };
  }
  const silent = [...new Set(grave.map(({ communeId }) => place(communeId)))];
  return {
    refusal: null,
    faults: [],
    warnings: silent.length > 0 ? [silentThere(silent), ...orders] : orders,
  };
}

/** Day by day; outside the hours of one zone only, the others of the commune still hear it. */
function inGroup({ regulation, zones }: Hearers, all: readonly Hearable[]): Found[] {
  const byDay = new Map<number, Planned[]>();
  for (const one of all) {
    const dayNo = dayNumber(one.playAtMs);
    const known = byDay.get(dayNo);
    if (known) known.push(one);
    else byDay.set(dayNo, [one]);
  }
  return [...byDay].flatMap(([dayNo, planned]) => {
    const violations = checkRegulation({ regulation, zones, planned });
    return violations
      .filter((one) => one.kind !== 'out-of-hours' || isEverywhere(one, { violations, zones }))
      .map((violation) => ({ communeId: regulation.areaId, dayNo, violation }));
  });
}

function isEverywhere(
  { atMs }: Violation,
  { violations, zones }: { violations: readonly Violation[]; zones: Hearers['zones'] },
): boolean {
  const outside = violations.filter((one) => one.kind === 'out-of-hours' && one.atMs === atMs);
  return outside.length >= zones.length;
}

function refused({ violation }: Found, say: Sentence): AppError {
  return new AppError({ code: violation.kind, fault: 'caller', say, place: 'rule' });
}

function distinct(sentences: readonly Sentence[]): Sentence[] {
  const once = new Map(sentences.map((sentence) => [sentence.vi, sentence]));
  return [...once.values()].slice(0, SAID_MAX);
}
