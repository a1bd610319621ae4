// Who answers for an item, by when, with what result: its lines as one sentence.
// It must never know which lines these are, only how they are put together.
import type { Mapped } from '../source/mapped.ts';
import type { Trace } from '../types.ts';

/** What the long labels of plans come down to. */
const SHORT: readonly [RegExp, string][] = [
  [/chủ trì/iu, 'chủ trì:'],
  [/phối hợp/iu, 'phối hợp:'],
  [/thời gian/iu, 'thời gian:'],
  [/sản phẩm/iu, 'sản phẩm:'],
  [/kinh phí/iu, 'kinh phí:'],
  [/./u, 'thực hiện:'],
];

/** "Chủ trì: Sở Tư pháp; phối hợp: …; thời gian: …." */
export function dutyTraces(
  lines: readonly Mapped[],
  read: (body: Mapped, from: number) => Trace[],
): Trace[] {
  const said = lines.map((line) => dutyOf(line, read)).filter((traces) => traces.length > 0);
  return said.flatMap((traces, index) => {
    const at = (traces.at(-1) as Trace).to;
    const words = index === said.length - 1 ? '.' : ';';
    return [...traces, { words, from: at, to: at, rule: 'duty' }];
  });
}

function dutyOf(line: Mapped, read: (body: Mapped, from: number) => Trace[]): Trace[] {
  const colon = line.text.indexOf(':');
  const label = line.text.slice(0, colon);
  const words = (SHORT.find(([pattern]) => pattern.test(label)) as [RegExp, string])[1];
  const rest = read(line, colon + 1);
  while (/^[.,;:]$/u.test(rest.at(-1)?.words ?? '')) rest.pop();
  if (rest.length === 0) return [];
  const said = { words, from: line.from[0] as number, to: line.to[colon] as number, rule: 'duty' };
  return [said, ...rest.map((trace) => (trace.words === '.' ? { ...trace, words: ';' } : trace))];
}
