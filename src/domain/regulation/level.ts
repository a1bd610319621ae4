// Whose programme a bulletin is: the nation's by the document it says, else of the province or the commune that made it.
// It must never know bulletins' rows; a number as written and the kind of place are enough.
import { numberKey } from '../documents/document-number.ts';
import type { AreaKind } from '../model.ts';
import type { Level } from './regulation-model.ts';

/**
 * Councils and committees sign "…-HĐND" and "…-UBND" (Nghị định 30/2020, phụ lục III); whatever else has a
 * number with an organ behind it was issued by the Assembly, the Government, a ministry or the Party above.
 */
const LOCAL = /HĐND|UBND|HDND/u;
const WITH_ORGAN = /\/(.*-)?[A-ZĐ]{2,}|\/QH\d+/u;

export function levelOf({ number, kind }: { number: string | null; kind: AreaKind }): Level {
  const key = numberKey(number);
  if (key !== null && WITH_ORGAN.test(key) && !LOCAL.test(key)) return 'national';
  return kind === 'province' ? 'province' : 'commune';
}
