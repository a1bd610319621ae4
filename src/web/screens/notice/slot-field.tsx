// One slot of a template as the field a thumb fills fastest: chips, lists, digits, or plain words.
// It must never know what is wrong with a value: the service says.
import { useId } from 'preact/hooks';
import type { Slot } from '../../../http/schemas/notice.ts';
import { said, words } from '../../words.ts';
import { DayPick, HourPick, SpanPick } from './day-slot.tsx';

type Field = Omit<Slot, 'options'> & { options?: readonly string[] };
type Props = {
  slot: Field;
  value: string;
  set: (value: string) => void;
  /** said at earlier notices, or names of villages */
  offered: readonly string[];
  problem: string | null;
};

export function SlotField({ slot, value, set, offered, problem }: Props) {
  const id = useId();
  const w = words.value;
  const label = `${said(slot.label)}${slot.required ? '' : ` (${w.common.optional})`}`;
  const describedBy = problem === null ? undefined : `${id}-wrong`;
  const common = { label, value, set, describedBy };
  return (
    <div class="slot">
      {slot.kind === 'day' && <DayPick {...common} past={!slot.event} />}
      {slot.kind === 'hour' && <HourPick {...common} />}
      {slot.kind === 'span' && <SpanPick {...common} />}
      {slot.kind === 'choice' && <OneOf {...common} options={slot.options ?? []} />}
      {!['day', 'hour', 'span', 'choice'].includes(slot.kind) && (
        <Words {...common} slot={slot} offered={offered} />
      )}
      {problem !== null && (
        <p class="wrong" id={describedBy}>
          {problem}
        </p>
      )}
    </div>
  );
}

type Common = {
  label: string;
  value: string;
  set: (value: string) => void;
  describedBy: string | undefined;
};

function OneOf({
  label,
  value,
  set,
  options,
  describedBy,
}: Common & { options: readonly string[] }) {
  return (
    <fieldset class="group" aria-describedby={describedBy}>
      <legend>{label}</legend>
      <div class="choices">
        {options.map((option) => (
          <button
            key={option}
            type="button"
            class="choice"
            aria-pressed={value === option}
            onClick={() => set(value === option ? '' : option)}
          >
            {option}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Words(of: Common & { slot: Field; offered: readonly string[] }) {
  const id = useId();
  const { slot, value } = of;
  const figures = slot.kind === 'phone' || slot.kind === 'money';
  return (
    <div class="field">
      <label for={id}>{of.label}</label>
      <input
        id={id}
        type="text"
        inputMode={slot.kind === 'phone' ? 'tel' : figures ? 'numeric' : 'text'}
        autocomplete="off"
        // one more than fits, so that a long paste is told of and not cut in silence
        maxLength={slot.maxChars + 200}
        placeholder={slot.example}
        value={value}
        aria-required={slot.required}
        aria-describedby={of.describedBy}
        aria-invalid={of.describedBy !== undefined}
        onInput={(event) => of.set(event.currentTarget.value)}
      />
      {value === '' && of.offered.length > 0 && (
        <div class="choices">
          {of.offered.map((one) => (
            <button key={one} type="button" class="choice" onClick={() => of.set(one)}>
              {one}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
