// Where a day has more places than columns: which of them are drawn, and the way to the others.
// It must never know what stands in a column.
import type { Signal } from '@preact/signals';
import { Notice } from '../../parts/notice.tsx';
import { words } from '../../words.ts';
import type { ColumnPage } from './columns.ts';

export function ColumnPages({ of, page }: { of: ColumnPage; page: Signal<number> }) {
  if (of.pages === 1) return null;
  const w = words.value.calendar;
  const turn = (by: 1 | -1, label: string) => (
    <button
      type="button"
      class="button"
      disabled={of.page + by < 0 || of.page + by >= of.pages}
      onClick={() => {
        page.value = of.page + by;
      }}
    >
      {label}
    </button>
  );
  return (
    <div class="calendar-feet">
      <Notice tone="wait">{w.columnsShown(of.first, of.last, of.all)}</Notice>
      {turn(-1, w.columnsBefore)}
      {turn(1, w.columnsAfter)}
    </div>
  );
}
