// Labelled fields bound to signals: text, long text, choice, one of a few.
// It must never know what is asked.
import type { Signal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

type Filled = 'username' | 'current-password' | 'new-password' | 'name' | 'off';
type Props = {
  label: string;
  value: Signal<string>;
  hint?: string;
  type?: 'text' | 'password' | 'number';
  autocomplete?: Filled;
  required?: boolean;
};

export function Field({ label, value, hint, type = 'text', ...rest }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        {...rest}
        id={id}
        // the attributes' type is a union by type; a text field's are the ones used here
        type={type as 'text'}
        value={value.value}
        maxLength={300}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        onInput={(event) => {
          value.value = event.currentTarget.value;
        }}
      />
    </div>
  );
}

export function LongField(of: {
  label: string;
  value: Signal<string>;
  hint?: string;
  rows?: number;
  maxLength?: number;
  /** false: what is pasted stays outside. Ten megabytes in a field hold a browser for ten seconds */
  admits?: (pasted: string) => boolean;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{of.label}</label>
      {of.hint && (
        <p class="hint" id={`${id}-hint`}>
          {of.hint}
        </p>
      )}
      <textarea
        id={id}
        rows={of.rows ?? 6}
        {...(of.maxLength === undefined ? {} : { maxLength: of.maxLength })}
        value={of.value.value}
        {...(of.hint ? { 'aria-describedby': `${id}-hint` } : {})}
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData('text') ?? '';
          if (of.admits?.(pasted) === false) event.preventDefault();
        }}
        onInput={(event) => {
          of.value.value = event.currentTarget.value;
        }}
      />
    </div>
  );
}

export type Option = { value: string; label: string };
export function Choice(of: {
  label: string;
  value: Signal<string>;
  options: readonly Option[];
  /** what stands chosen while the signal holds none of the options */
  otherwise?: string;
  changed?: (value: string) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{of.label}</label>
      <select
        id={id}
        value={of.otherwise ?? of.value.value}
        onChange={(event) => {
          of.value.value = event.currentTarget.value;
          of.changed?.(event.currentTarget.value);
        }}
      >
        {of.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export type RadioOption = Option & { hint?: string };
/** A few choices, all in sight, each a whole row to press. */
export function Radios(of: {
  legend: string;
  value: string;
  options: readonly RadioOption[];
  choose: (value: string) => void;
  quiet?: boolean;
}) {
  const name = useId();
  return (
    <Group legend={of.legend} quiet={of.quiet ?? false}>
      {of.options.map((option) => (
        <label key={option.value} class="pick">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={of.value === option.value}
            onChange={() => of.choose(option.value)}
          />
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </Group>
  );
}

/** @param quiet the title above says the same: the legend is for the ear alone */
export function Group(of: { legend: string; quiet?: boolean; children: ComponentChildren }) {
  return (
    <fieldset class={of.quiet ? 'group group-quiet' : 'group'}>
      <legend>{of.legend}</legend>
      {of.children}
    </fieldset>
  );
}

/** Days of the week as small buttons that stay pressed. */
export function Days(of: {
  legend: string;
  names: readonly string[];
  long: readonly string[];
  chosen: readonly number[];
  change: (days: number[]) => void;
}): JSX.Element {
  const flip = (day: number) =>
    of.chosen.includes(day) ? of.chosen.filter((one) => one !== day) : [...of.chosen, day].sort();
  return (
    <Group legend={of.legend}>
      <div class="days">
        {of.names.map((name, index) => (
          <button
            key={name}
            type="button"
            class="day"
            aria-pressed={of.chosen.includes(index + 1)}
            // what is seen stands in the name too: who speaks to the phone says what is seen (WCAG 2.5.3)
            aria-label={`${name} (${of.long[index]})`}
            onClick={() => of.change(flip(index + 1))}
          >
            {name}
          </button>
        ))}
      </div>
    </Group>
  );
}
