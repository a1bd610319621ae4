// A schedule to be saved against the regulation of every commune that would hear it: refused, or where it stays silent.
// It must never know how a rule fires or who asks: what is heard, old and new, in; one refusal or some warnings out.
import type { AreaTree } from '../areas.ts';
import { AppError, type Sentence } from '../errors.ts';
import type { Regulation, Site } from '../model.ts';
import { dayNumber } from '../vietnam-time.ts';
import { checkRegulation, type Planned, type Violation } from './check-regulation.ts';
import { byList, type Hearers, heardBy, hearersOf } from './hearers.ts';
import type { ZoneKind } from './regulation-model.ts';
import { silentInZones, silentThere, violationSays } from './violation-words.ts';

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
type In = { faults: Found[]; zones: ZoneKind[] };

export function regulationFaults(asked: FaultsAsked): RegulationFaults {
  const { planned, tree } = asked;
  const groups = hearersOf({ ...asked, reach: planned.map(({ areaIds }) => areaIds) });
  const lists = byList(planned);
  const place = (communeId: string) => tree.get(communeId)?.name ?? communeId;
  const parts = groups.map((group) => {
    return { ...inGroup(group, heardBy(group, lists)), communeId: group.regulation.areaId };
  });
  const found = parts.flatMap(({ faults }) => faults);
  const communes = new Set(groups.map(({ regulation }) => regulation.areaId));
  const say = (all: readonly Found[]) =>
    distinct(all.map(({ communeId, violation }) => violationSays(violation, place(communeId))));
  const lost = found.filter(({ dayNo }) => {
    const those = new Set(found.filter((one) => one.dayNo === dayNo).map((one) => one.communeId));
    return those.size === communes.size;
  });
  const zoned = warningsOfZones(parts, place);
  // no exception lifts the hours: where they are at fault too, they are what is said
  const first = lost.find(({ violation }) => violation.kind === 'out-of-hours') ?? lost[0];
  if (first) {
    const { vi, en } = violationSays(first.violation, place(first.communeId));
    return { refusal: refused(first, { vi, en }), faults: say(lost), warnings: zoned };
  }
  // in the wrong order it is heard all the same: nothing at the pole keeps it from that
  const silent = found.filter(({ violation }) => violation.kind !== 'wrong-order');
  const names = [...new Set(silent.map(({ communeId }) => place(communeId)))];
  const orders = say(found.filter(({ violation }) => violation.kind === 'wrong-order'));
  return {
    refusal: null,
    faults: [],
    warnings: [...(names.length > 0 ? [silentThere(names)] : []), ...zoned, ...orders],
  };
}

/** Where only poles of some zone stay silent, said once for all such places. */
function warningsOfZones(
  parts: readonly (In & { communeId: string })[],
  place: (communeId: string) => string,
): Sentence[] {
  const silent = parts.filter(({ zones }) => zones.length > 0);
  const zones = new Set(silent.flatMap((part) => part.zones));
  const names = new Set(silent.map(({ communeId }) => place(communeId)));
  return zones.size === 0 ? [] : [silentInZones([...zones], [...names])];
}

/** Day by day; outside the hours of one zone only, the others of the commune still hear it. */
function inGroup({ regulation, zones }: Hearers, all: readonly Hearable[]): In {
  const byDay = new Map<number, Planned[]>();
  for (const one of all) {
    const dayNo = dayNumber(one.playAtMs);
    const known = byDay.get(dayNo);
    if (known) known.push(one);
    else byDay.set(dayNo, [one]);
  }
  const silent = new Set<ZoneKind>();
  const faults = [...byDay].flatMap(([dayNo, planned]) => {
    const violations = checkRegulation({ regulation, zones, planned });
    return violations.flatMap((violation) => {
      if (violation.kind === 'out-of-hours' && !isEverywhere(violation, { violations, zones })) {
        silent.add(violation.zone);
        return [];
      }
      return [{ communeId: regulation.areaId, dayNo, violation }];
    });
  });
  return { faults, zones: [...silent] };
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
