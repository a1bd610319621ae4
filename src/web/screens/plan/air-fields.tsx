// The rules of the air, folded away: what happens when times meet, are missed, or are said again.
// It must never know which of two sounds: the arbiter's own words are elsewhere.
import type { Signal } from '@preact/signals';
import { Choice, Field, Radios } from '../../parts/field.tsx';
import { words } from '../../words.ts';
import type { FieldSignals } from './fields-kept.ts';
import { Playlist } from './playlist.tsx';

type Props = { fields: FieldSignals; bulletins: readonly { id: string; title: string }[] };

export function AirFields({ fields, bulletins }: Props) {
  const w = words.value.schedule;
  const { start, missed, under, said, filler } = fields;
  return (
    <details class="fold">
      <summary>{w.air}</summary>
      <Picks
        legend={w.start.legend}
        value={start}
        names={w.start}
        kinds={['after', 'exact', 'within']}
      />
      {start.value === 'within' && <Field label={w.withinMinutes} value={fields.withinMinutes} />}
      <Picks
        legend={w.missed.legend}
        value={missed}
        names={w.missed}
        kinds={['join', 'skip', 'late', 'escalate']}
      />
      {missed.value === 'late' && <Field label={w.lateMinutes} value={fields.lateMinutes} />}
      <Picks
        legend={w.under.legend}
        value={under}
        names={w.under}
        kinds={['pause', 'silent', 'drop']}
      />
      <Choice
        label={w.said}
        value={said}
        options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: w.saidTimes(value) }))}
      />
      {said.value !== '1' && <Field label={w.gapMinutes} value={fields.gapMinutes} />}
      <label class="pick">
        <input
          type="checkbox"
          checked={filler.value}
          onChange={(event) => {
            filler.value = event.currentTarget.checked;
          }}
        />
        <span>
          {w.filler}
          <small>{w.fillerHint}</small>
        </span>
      </label>
      {filler.value && <Playlist value={fields.playlist} bulletins={bulletins} />}
    </details>
  );
}

type Named<K extends string> = Record<K, { label: string; hint: string }>;

function Picks<K extends string>(of: {
  legend: string;
  value: Signal<K>;
  names: Named<K>;
  kinds: readonly K[];
}) {
  return (
    <Radios
      legend={of.legend}
      value={of.value.value}
      options={of.kinds.map((value) => ({ value, ...of.names[value] }))}
      choose={(value) => {
        of.value.value = value as K;
      }}
    />
  );
}
