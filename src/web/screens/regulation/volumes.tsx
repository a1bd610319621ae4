// How loud at which hour in which zone, as rows with bars; nothing written means as loud as the pole is set.
// It must never know decibels: percent in, percent out.
import { useId } from 'preact/hooks';
import type { RulesWish, VolumeCap, Zone } from '../../../http/schemas/regulation.ts';
import { Clock } from '../../parts/moment.tsx';
import { Section } from '../../parts/page.tsx';
import { words } from '../../words.ts';
import { Fold } from '../pole/fold.tsx';

const ZONES: readonly Zone[] = ['ordinary', 'clinic', 'school', 'worship'];
const PERCENTS = [100, 90, 75, 60, 50, 42, 33, 24, 15, 10];

type Props = { volumes: RulesWish['volumes']; set: (next: VolumeCap[]) => void };

export function Volumes({ volumes, set }: Props) {
  const w = words.value.regulation;
  const add = (zone: Zone) =>
    set([...volumes, { zone, fromMinute: 1_260, toMinute: 1_440, percent: 42 }]);
  return (
    <Section title={w.volumes}>
      <p class="hint">{w.volumesHint}</p>
      {ZONES.map((zone) => (
        <fieldset key={zone} class="group">
          <legend>{w.zone[zone]}</legend>
          <Bars volumes={volumes.filter((cap) => cap.zone === zone)} />
          <Fold title={w.figures} open={false}>
            {volumes.map(
              (cap, at) =>
                cap.zone === zone && (
                  <OneCap
                    key={at}
                    cap={cap}
                    change={(part) =>
                      set(volumes.map((one, n) => (n === at ? { ...one, ...part } : one)))
                    }
                    drop={() => set(volumes.filter((_, n) => n !== at))}
                  />
                ),
            )}
            <button type="button" class="button" onClick={() => add(zone)}>
              {w.addVolume(w.zone[zone])}
            </button>
          </Fold>
        </fieldset>
      ))}
    </Section>
  );
}

/** The day in 24 bars; the rows below say the same in figures. */
function Bars({ volumes }: { volumes: readonly VolumeCap[] }) {
  const at = (hour: number) =>
    volumes
      .filter(({ fromMinute, toMinute }) => fromMinute < (hour + 1) * 60 && toMinute > hour * 60)
      .reduce((least, { percent }) => Math.min(least, percent), 100);
  return (
    <div class="volume-bars" aria-hidden="true">
      {Array.from({ length: 24 }, (_, hour) => (
        <i key={hour} style={{ blockSize: `${Math.max(3, at(hour))}%` }} />
      ))}
      <span>0</span>
      <span>6</span>
      <span>12</span>
      <span>18</span>
      <span>24</span>
    </div>
  );
}

function OneCap(of: {
  cap: VolumeCap;
  change: (part: Partial<VolumeCap>) => void;
  drop: () => void;
}) {
  const w = words.value;
  const id = useId();
  const { cap, change, drop } = of;
  const percents = [...new Set([...PERCENTS, cap.percent])].sort((a, b) => b - a);
  return (
    <div class="card window">
      <div class="span">
        <Clock
          label={w.areas.from}
          minute={cap.fromMinute}
          set={(fromMinute) => change({ fromMinute })}
        />
        <Clock
          end
          label={w.areas.to}
          minute={cap.toMinute}
          set={(toMinute) => change({ toMinute })}
        />
      </div>
      <div class="field">
        <label for={id}>{w.regulation.atMost}</label>
        <select
          id={id}
          value={`${cap.percent}`}
          onChange={({ currentTarget }) => change({ percent: Number(currentTarget.value) })}
        >
          {percents.map((percent) => (
            <option key={percent} value={`${percent}`}>
              {percent} %
            </option>
          ))}
        </select>
      </div>
      <button type="button" class="button button-quiet" onClick={drop}>
        {w.common.remove}
      </button>
    </div>
  );
}
