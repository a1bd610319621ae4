// The bulletins made of a message as they stand now: whose, in which state, airing when.
// It must never know who asks.
import type { Airing, Bulletin } from '../../domain/model.ts';
import type { IncomingPart } from '../../domain/source/source-model.ts';
import type { Deps } from '../deps.ts';
import type { PartView } from './source-door.ts';

export type PartNow = PartView & {
  areaCode: string;
  bulletin: Bulletin;
  part: IncomingPart;
  scheduled: boolean;
  aired: boolean;
  hasAirings: boolean;
};

export function viewParts(deps: Deps, incomingId: string): PartNow[] {
  return deps.store.incomingParts.of(incomingId).flatMap((part) => {
    const bulletin = deps.store.bulletins.get(part.bulletinId);
    const area = deps.store.areas.get(part.tenantId);
    if (!bulletin || !area) return [];
    const { tenantId, bulletinId, role } = part;
    const times = timesOf(deps, bulletinId);
    return [
      {
        ...{ part, bulletin, tenantId, bulletinId, role, ...times },
        ...{ areaName: area.name, areaCode: area.code, bulletinState: bulletin.state },
      },
    ];
  });
}

/** Of its schedules the first airing, or the first hour that is set for one. */
function timesOf({ store }: Deps, bulletinId: string) {
  const schedules = store.schedules.ofBulletin(bulletinId);
  const airings = schedules.flatMap(({ id }): Airing[] => store.airings.ofSchedule(id));
  const hours = schedules
    .filter(({ endedAtMs }) => endedAtMs === null)
    .flatMap(({ rule }) =>
      (rule.kind === 'once' || rule.kind === 'now') && rule.atMs !== null ? [rule.atMs] : [],
    );
  const times = [...airings.map(({ playAtMs }) => playAtMs), ...hours];
  return {
    playAtMs: times.length === 0 ? null : Math.min(...times),
    scheduled: schedules.some(({ endedAtMs }) => endedAtMs === null) || airings.length > 0,
    hasAirings: airings.length > 0,
    aired: airings.some(({ state }) => state === 'closed'),
  };
}
