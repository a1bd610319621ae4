// A list of windows: from, to, on which days of the week; added, changed, removed.
// It must never know what the windows allow or forbid.
import type { HoursWindow } from '../../../http/schemas/area.ts';
import { Days } from '../../parts/field.tsx';
import { Clock } from '../../parts/moment.tsx';
import { words } from '../../words.ts';

type Props = {
  windows: readonly HoursWindow[];
  /** what a new one begins as */
  fresh: HoursWindow;
  add: string;
  set: (next: HoursWindow[]) => void;
};

export function Windows({ windows, fresh, add, set }: Props) {
  const changeAt = (at: number, part: Partial<HoursWindow>) =>
    set(windows.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <>
      {windows.map((one, at) => (
        <OneWindow
          key={at}
          one={one}
          change={(part) => changeAt(at, part)}
          drop={() => set(windows.filter((_, index) => index !== at))}
        />
      ))}
      <button type="button" class="button" onClick={() => set([...windows, fresh])}>
        {add}
      </button>
    </>
  );
}

function OneWindow(of: {
  one: HoursWindow;
  change: (part: Partial<HoursWindow>) => void;
  drop: () => void;
}) {
  const w = words.value;
  const { one, change, drop } = of;
  return (
    <div class="card window">
      <div class="span">
        <Clock
          label={w.areas.from}
          minute={one.fromMinute}
          set={(fromMinute) => change({ fromMinute })}
        />
        <Clock
          end
          label={w.areas.to}
          minute={one.toMinute}
          set={(toMinute) => change({ toMinute })}
        />
      </div>
      <Days
        legend={w.plan.days}
        names={w.dayShort}
        long={w.day}
        chosen={one.days}
        change={(days) => days.length > 0 && change({ days })}
      />
      <button type="button" class="button button-quiet" onClick={drop}>
        {w.common.remove}
      </button>
    </div>
  );
}
