// A list of thousands of rows in groups, of which only those in sight are in the page.
// It must never know what a row shows; a reader is told each row's place among all of its group.
import { useSignal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type Entry, flat, type Group, offsetsOf, type Slice, sliceOf } from './window.ts';

type Props<T> = {
  groups: readonly Group<T>[];
  keyOf: (row: T) => string;
  draw: (row: T) => ComponentChildren;
  /** a first guess, until a row of it was seen */
  rowPx: number;
};
const HEAD_PX = 56;

export function WindowList<T>({ groups, keyOf, draw, rowPx }: Props<T>) {
  const root = useRef<HTMLDivElement>(null);
  const entries = useMemo(() => flat(groups), [groups]);
  const heights = useRef(new Map<string, number>());
  const measured = useSignal(0);
  const keyAt = (entry: Entry<T>) =>
    entry.row === null ? `# ${entry.group.key}` : keyOf(entry.row);
  const offsets = useMemo(() => {
    const guess = average(heights.current) ?? rowPx;
    return offsetsOf(entries.length, (index) => {
      const entry = entries[index] as Entry<T>;
      return heights.current.get(keyAt(entry)) ?? (entry.row === null ? HEAD_PX : guess);
    });
  }, [entries, measured.value]);
  const { from, to } = useSlice(root, offsets);
  useLayoutEffect(() => {
    if (root.current && measure(root.current, heights.current)) measured.value += 1;
  });
  const shown = sections(entries.slice(from, to));
  // a title whose first rows are above the screen is drawn again over the rest of them
  const first = entries[from];
  const again = first && first.row !== null ? headPx(heights.current, first.group.key) : 0;
  const above = (offsets[from] ?? 0) - again;
  const below = (offsets[entries.length] ?? 0) - (offsets[to] ?? 0);
  return (
    <div ref={root} class="windowed">
      <div style={{ height: `${Math.max(0, above)}px` }} />
      {shown.map(({ group, rows }) => (
        <section key={group.key} aria-label={group.title}>
          <h2 class="windowed-title" data-key={`# ${group.key}`}>
            {group.title} <small>{group.sum}</small>
          </h2>
          <ul class="windowed-rows">
            {rows.map(({ row, place }) => (
              <li
                key={keyOf(row)}
                data-key={keyOf(row)}
                aria-setsize={group.rows.length}
                aria-posinset={place}
              >
                {draw(row)}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div style={{ height: `${Math.max(0, below)}px` }} />
    </div>
  );
}

const headPx = (heights: ReadonlyMap<string, number>, key: string): number =>
  heights.get(`# ${key}`) ?? HEAD_PX;

/** Follows the window's own scrolling: a list inside a list is a trap for a thumb. */
function useSlice(root: RefObject<HTMLDivElement | null>, offsets: Float64Array): Slice {
  const slice = useSignal<Slice>(sliceOf(offsets, { topPx: 0, heightPx: innerHeight }));
  useLayoutEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      if (root.current === null) return;
      const topPx = -root.current.getBoundingClientRect().top;
      const next = sliceOf(offsets, { topPx, heightPx: innerHeight });
      const { from, to } = slice.peek();
      if (next.from !== from || next.to !== to) slice.value = next;
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', soon, { passive: true });
    addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', soon);
      removeEventListener('resize', soon);
    };
  }, [offsets]);
  const count = offsets.length - 1;
  const { from, to } = slice.value;
  return { from: Math.min(from, count), to: Math.min(to, count) };
}

/** Notes how high what is drawn really is; true where that was not known. */
function measure(root: HTMLElement, heights: Map<string, number>): boolean {
  let isNew = false;
  for (const one of root.querySelectorAll<HTMLElement>('[data-key]')) {
    const key = one.dataset.key ?? '';
    if (Math.abs((heights.get(key) ?? 0) - one.offsetHeight) < 1) continue;
    heights.set(key, one.offsetHeight);
    isNew = true;
  }
  return isNew;
}

function average(heights: ReadonlyMap<string, number>): number | null {
  let sum = 0;
  let count = 0;
  for (const [key, height] of heights)
    if (!key.startsWith('# ')) {
      sum += height;
      count += 1;
    }
  return count === 0 ? null : sum / count;
}

type Drawn<T> = { group: Group<T>; rows: { row: T; place: number }[] };
function sections<T>(entries: readonly Entry<T>[]): Drawn<T>[] {
  const all: Drawn<T>[] = [];
  for (const { group, row, place } of entries) {
    if (all.at(-1)?.group !== group) all.push({ group, rows: [] });
    if (row !== null) all.at(-1)?.rows.push({ row, place });
  }
  return all;
}
