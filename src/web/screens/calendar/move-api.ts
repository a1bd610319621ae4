// One occurrence moved, put back, and asked about beforehand.
// It must never change a rule: only this one time.
import type { ConflictAnswer, ConflictWish } from '../../../http/schemas/foresight.ts';
import { send } from '../../send.ts';
import type { Item } from './items.ts';

/** The same wish as a new schedule's, for this one time, without what it moves away from. */
export function wishOf({ item, toMs }: { item: Item; toMs: number }): ConflictWish {
  const { bulletinId, areaIds, scheduleId } = item;
  const rule = { kind: 'once' as const, atMs: toMs };
  return { bulletinId, areaIds: [...areaIds], rule, exceptScheduleId: scheduleId };
}

export function askClashes(
  of: { item: Item; toMs: number },
  signal: AbortSignal,
): Promise<ConflictAnswer> {
  const path = '/api/schedules/conflicts';
  return send<ConflictAnswer>({ method: 'POST', path, body: wishOf(of), signal });
}

export async function moveTo(of: { item: Item; toMs: number; reason: string }): Promise<void> {
  const { item, toMs, reason } = of;
  const body = { slotMs: item.slotMs, change: { kind: 'move', toMs }, reason };
  await send<unknown>({ method: 'POST', path: exceptionsOf(item), body });
}

/** To where it stood: its rule's own time, or an earlier move's. */
export async function putBack(item: Item, reason: string): Promise<void> {
  if (item.isMoved) await moveTo({ item, toMs: item.playAtMs, reason });
  else await send<unknown>({ method: 'DELETE', path: `${exceptionsOf(item)}/${item.slotMs}` });
}

const exceptionsOf = ({ scheduleId }: Item): string => `/api/schedules/${scheduleId}/exceptions`;

/** "5h chiều" as seconds after midnight. @throws ApiFailure that says what was not understood */
export async function secondsOf(text: string): Promise<number> {
  const path = '/api/clock-words';
  const { seconds } = await send<{ seconds: number }>({ method: 'POST', path, body: { text } });
  return seconds;
}
