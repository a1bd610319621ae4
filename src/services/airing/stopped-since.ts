// Whether "Dừng phát" or "Hết khẩn cấp" was pressed after a person last agreed to something whose sound was still being made: it was meant as well.
// It must never end anything: what sounds or waits ends where the button is pressed.
import type { Bulletin } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { allClearSince } from './all-clear.ts';
import { STOP_LINE } from './stopping.ts';

/** More of one commune than this within the making of one sound is no day that was ever seen. */
const LATELY = 20;

export type Agreed = {
  bulletin: Pick<Bulletin, 'priority' | 'drill'>;
  tenantIds: readonly string[];
  /** of whatever was agreed to last; names are given in order of time, whatever a clock does meanwhile */
  sinceId: string;
  /** null: as soon as it can */
  beginsAtMs: number | null;
};

export function stoppedSince(deps: Pick<Deps, 'store'>, of: Agreed): boolean {
  const { bulletin, tenantIds, sinceId, beginsAtMs } = of;
  // an all-clear says nothing of a meeting
  if (bulletin.priority === 'emergency') {
    const { drill } = bulletin;
    if (allClearSince(deps, { tenantIds, sinceId, drill })) return true;
  }
  const filter = { tenantIds, beforeId: null, limit: LATELY, action: STOP_LINE };
  return deps.store.audit.list(filter).some(({ id, detail }) => {
    // what begins later than the stop reached was never meant by it
    const { untilMs = null } = JSON.parse(detail) as { untilMs?: number | null };
    const reached = beginsAtMs === null || untilMs === null || beginsAtMs <= untilMs;
    return id > sinceId && reached;
  });
}
