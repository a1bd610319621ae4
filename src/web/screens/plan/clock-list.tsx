// Times of day as people write them, "5h chiều" or "17:30", each read back as the service understood it.
// It must never read a time itself.
import { signal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { Sentence } from '../../../http/schemas/common.ts';
import { scheduleApi } from '../../schedule-api.ts';
import { ApiFailure } from '../../send.ts';
import { said, words } from '../../words.ts';
import { clock } from './clock-texts.ts';

type Read = { seconds: number } | { wrong: Sentence } | 'asked';
/** A form has a dozen times; what was written on the way to them is dropped with the rest. */
const KEPT_MAX = 200;
const known = signal<ReadonlyMap<string, Read>>(new Map());
const TIMES_MAX = 24;

/** Whoever types is asked about once they pause. */
const PAUSE_MS = 300;

/** What the service made of it; null while it is asked, and where it refused. */
export function readClock(text: string): number | null {
  const found = known.value.get(text.trim());
  return typeof found === 'object' && 'seconds' in found ? found.seconds : null;
}

function ask(text: string): void {
  if (text === '' || known.peek().has(text)) return;
  learn(text, 'asked');
  scheduleApi.clock(text).then(
    ({ seconds }) => learn(text, { seconds }),
    (reason: unknown) => {
      if (reason instanceof ApiFailure) learn(text, { wrong: reason.say });
      else throw reason;
    },
  );
}

function learn(text: string, read: Read): void {
  const before = known.peek();
  const kept = before.size >= KEPT_MAX ? new Map<string, Read>() : new Map(before);
  known.value = kept.set(text, read);
}

type Props = {
  legend: string;
  times: readonly string[];
  change: (times: readonly string[]) => void;
  /** how a time may be written is said once on a page */
  hinted?: boolean;
};

export function ClockList({ legend, times, change, hinted = true }: Props) {
  const w = words.value.schedule;
  const without = (n: number) => () => change(times.filter((_, other) => other !== n));
  return (
    <fieldset class="group clock-list">
      <legend>{legend}</legend>
      {hinted && <p class="hint">{w.clockHint}</p>}
      {times.map((text, n) => (
        <ClockText
          // a time has no name of its own but its place
          key={n}
          label={w.timeNo(n + 1)}
          text={text}
          set={(next) => change(times.map((each, other) => (other === n ? next : each)))}
          drop={times.length > 1 ? without(n) : null}
        />
      ))}
      {times.length < TIMES_MAX && (
        <button type="button" class="button button-quiet" onClick={() => change([...times, ''])}>
          {w.addTime}
        </button>
      )}
    </fieldset>
  );
}

type TextProps = {
  label: string;
  text: string;
  set: (text: string) => void;
  drop: (() => void) | null;
};

function ClockText({ label, text, set, drop }: TextProps) {
  const id = useId();
  useEffect(() => {
    const timer = setTimeout(() => ask(text.trim()), known.peek().size === 0 ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = known.value.get(text.trim());
  const wrong = typeof found === 'object' && 'wrong' in found ? found.wrong : null;
  const seconds = typeof found === 'object' && 'seconds' in found ? found.seconds : null;
  const differs = seconds !== null && clock(seconds) !== text.trim();
  return (
    <div class="clock-text">
      <label for={id} class="unseen">
        {label}
      </label>
      <input
        id={id}
        type="text"
        value={text}
        maxLength={40}
        autocomplete="off"
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-read`}
        onInput={(event) => set(event.currentTarget.value)}
      />
      {drop && (
        <button
          type="button"
          class="button button-quiet"
          aria-label={words.value.schedule.dropTime(text)}
          onClick={drop}
        >
          ×
        </button>
      )}
      <span id={`${id}-read`} class={wrong ? 'wrong' : 'hint'} aria-live="polite">
        {wrong && said(wrong)}
        {differs && `= ${clock(seconds)}`}
      </span>
    </div>
  );
}
