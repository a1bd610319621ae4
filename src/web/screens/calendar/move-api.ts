// One occurrence moved, put back, and asked about beforehand.
// It must never change a rule: only this one time.
import { send } from '../../send.ts';
import type { Item } from './items.ts';

type Sentence = { vi: string; en: string };
export type Conflict = { rule: string; says: Sentence; atMs: number; areaNames: readonly string[] };
export type WayOut =
  | { kind: 'move'; atMs: number }
  | { kind: 'shorten'; maxSeconds: number }
  | { kind: 'ask-priority' };
export type Clashes = { conflicts: readonly Conflict[]; ways: readonly WayOut[] };

export function askClashes(
  of: { item: Item; toMs: number },
  signal: AbortSignal,
): Promise<Clashes> {
  const { bulletinId, areaIds, scheduleId } = of.item;
  const rule = { kind: 'once', atMs: of.toMs };
  const body = { bulletinId, areaIds, rule, exceptScheduleId: scheduleId };
  return send<Clashes>({ method: 'POST', path: '/api/schedules/conflicts', body, signal });
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
