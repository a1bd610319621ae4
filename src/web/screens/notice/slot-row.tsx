// One slot of a template as its editor sees it.
// It must never know the sentences it stands in.
import { useId } from 'preact/hooks';
import type { Slot, SlotKind } from '../../../http/schemas/notice.ts';
import { words } from '../../words.ts';

type Props = { slot: Slot; number: number; change: (slot: Slot) => void; drop: () => void };
const TIMES: readonly SlotKind[] = ['day', 'hour', 'span'];

export function SlotRow({ slot, number, change, drop }: Props) {
  const w = words.value.notice.ofTemplates;
  const set = (part: Partial<Slot>) => change({ ...slot, ...part });
  const kind = (next: SlotKind) => {
    const { options: _options, event: _event, ...rest } = slot;
    const times = TIMES.includes(next) ? { event: true } : {};
    change({ ...rest, kind: next, ...times, ...(next === 'choice' ? { options: [] } : {}) });
  };
  return (
    <fieldset class="card slot-row">
      <legend>{w.slot(number)}</legend>
      <Line label={w.code} value={slot.name} set={(name) => set({ name })} />
      <Line
        label={w.label}
        value={slot.label.vi}
        set={(vi) => set({ label: { ...slot.label, vi } })}
      />
      <Line
        label={w.labelEn}
        value={slot.label.en}
        set={(en) => set({ label: { ...slot.label, en } })}
      />
      <KindChoice value={slot.kind} set={kind} />
      {slot.kind === 'choice' && (
        <Options options={slot.options ?? []} set={(options) => set({ options })} />
      )}
      <Tick label={w.required} on={slot.required} set={(required) => set({ required })} />
      {TIMES.includes(slot.kind) && (
        <Tick label={w.event} on={slot.event ?? false} set={(event) => set({ event })} />
      )}
      <button type="button" class="button button-quiet" onClick={drop}>
        {w.dropSlot(slot.label.vi || slot.name)}
      </button>
    </fieldset>
  );
}

function Line(of: { label: string; value: string; set: (value: string) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{of.label}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        maxLength={60}
        value={of.value}
        onInput={(event) => of.set(event.currentTarget.value)}
      />
    </div>
  );
}

function KindChoice({ value, set }: { value: SlotKind; set: (kind: SlotKind) => void }) {
  const id = useId();
  const w = words.value.notice.ofTemplates;
  return (
    <div class="field">
      <label for={id}>{w.kind}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => set(event.currentTarget.value as SlotKind)}
      >
        {Object.entries(w.kinds).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Options({
  options,
  set,
}: {
  options: readonly string[];
  set: (options: string[]) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{words.value.notice.ofTemplates.options}</label>
      <textarea
        id={id}
        rows={4}
        value={options.join('\n')}
        onChange={(event) => {
          const lines = event.currentTarget.value.split('\n').map((one) => one.trim());
          set(lines.filter(Boolean));
        }}
      />
    </div>
  );
}

function Tick(of: { label: string; on: boolean; set: (on: boolean) => void }) {
  return (
    <label class="pick">
      <input type="checkbox" checked={of.on} onChange={() => of.set(!of.on)} />
      <span>{of.label}</span>
    </label>
  );
}
