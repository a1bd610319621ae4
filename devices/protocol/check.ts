// Foreign JSON against the schemas: a checked message or null, never a throw (HOUSE law 3).
// It must never know what is done with a message.
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import {
  type Order as AnyOrder,
  type Receipt as AnyReceipt,
  ClockQuestion,
  Order,
  Receipt,
  Repair,
  Status,
  TimeOrder,
} from './messages.ts';

export const asStatus = checker<Status>(Status);
export const asRepair = checker<Repair>(Repair);
export const asClockQuestion = checker<ClockQuestion>(ClockQuestion);
export const asReceipt = checker<AnyReceipt>(Receipt);
export const asOrder = checker<AnyOrder>(Order);
export const asTimeOrder = checker<TimeOrder>(TimeOrder);

/** UTF-8 JSON as it came, or `undefined` when it is none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function checker<T>(schema: TSchema): (value: unknown) => T | null {
  const compiled = Compile(schema);
  return (value) => (compiled.Check(value) ? (value as T) : null);
}
