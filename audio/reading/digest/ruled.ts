// What the rule that read a figure already knew of it: a document number, a day of a month, a telephone.
// It must never look at the words around.
import { dated } from './deadlines.ts';
import type { DigestKind, Hit } from './items.ts';
import type { Line } from './line.ts';
import { isoDay } from './values.ts';

const BY_RULE: readonly { rule: RegExp; kind: DigestKind; value: (shown: string) => string }[] = [
  { rule: /^(?:docno|standard)/, kind: 'document', value: (shown) => shown.replace(/\s/g, '') },
  { rule: /^day-month/, kind: 'date', value: (shown) => dayMonth(shown.match(/\d+/g) as string[]) },
  {
    rule: /^(?:telephone|hotline|service-number|identity)/,
    kind: 'number',
    value: (shown) => shown.replace(/\D/g, ''),
  },
];

/** Marks what it takes, so that no pattern takes it again. */
export function ruledIn({ shown, owner, trace }: Line, taken: Uint8Array): Hit[] {
  const hits: Hit[] = [];
  for (let start = 0; start < shown.length; ) {
    let end = start + 1;
    while (end < shown.length && owner[end] === owner[start]) end += 1;
    const { rule } = trace[owner[start] as number] as Line['trace'][number];
    const known = BY_RULE.find((one) => one.rule.test(rule));
    if (known !== undefined) {
      const source = shown.slice(start, end).replace(/[\s,;:.)]+$/u, '');
      const day = known.kind === 'date' ? (/ngày\s$/iu.exec(shown.slice(0, start))?.[0] ?? '') : '';
      const own = { start: start - day.length, end: start + source.length };
      hits.push(dated(shown, { ...own, kind: known.kind, value: known.value(source) }));
      taken.fill(1, own.start, end);
    }
    start = end;
  }
  return hits;
}

function dayMonth([day, month]: readonly string[]): string {
  return isoDay(day as string, month as string, undefined);
}
