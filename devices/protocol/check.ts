// The same doors for who needs no reason: a checked message or null, never a throw.
// It must never know what is done with a message.
import {
  type Parsed,
  parseClockQuestion,
  parseOrder,
  parseReceipt,
  parseRepair,
  parseStatus,
  parseTime,
} from './parse.ts';

export const asStatus = orNull(parseStatus);
export const asRepair = orNull(parseRepair);
export const asClockQuestion = orNull(parseClockQuestion);
export const asReceipt = orNull(parseReceipt);
export const asOrder = orNull(parseOrder);
export const asTimeOrder = orNull(parseTime);

function orNull<T>(parse: (body: unknown) => Parsed<T>): (body: unknown) => T | null {
  return (body) => {
    const parsed = parse(body);
    return parsed.ok ? parsed.value : null;
  };
}
