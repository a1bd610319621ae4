// Parts of the year with times of their own: added, filled in, taken away; what is wrong stands beside its field.
// It must never judge a season: which days exist and which two meet, the service says.
import type { Signal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { said, words } from '../../words.ts';
import { ClockList } from './clock-list.tsx';
import type { Fault } from './fault.ts';
import { monthDay, oneMore, SEASONS_MAX, type SeasonTexts } from './season-texts.ts';

type Props = {
  seasons: Signal<readonly SeasonTexts[]>;
  /** what the service refuses of the rule as it stands */
  fault: Fault | null;
};

export function SeasonList({ seasons, fault }: Props) {
  const w = words.value.schedule;
  const { box, adds } = useFocus(seasons.value.length);
  const set = (at: number, part: Partial<SeasonTexts>) => {
    seasons.value = seasons.value.map((each, n) => (n === at ? { ...each, ...part } : each));
  };
  return (
    <fieldset class="group seasons" ref={box}>
      <legend>{w.seasons}</legend>
      <p class="hint">{w.seasonsHint}</p>
      {seasons.value.map((season, n) => (
        <Season
          // a season has no name of its own but its place
          key={n}
          n={n + 1}
          season={season}
          fault={placed(fault, n)}
          set={(part) => set(n, part)}
          drop={() => {
            seasons.value = seasons.value.filter((_, other) => other !== n);
          }}
        />
      ))}
      {seasons.value.length < SEASONS_MAX && (
        <button
          ref={adds}
          type="button"
          class="button button-quiet"
          onClick={() => {
            seasons.value = [...seasons.value, oneMore(seasons.value)];
          }}
        >
          {w.addSeason}
        </button>
      )}
    </fieldset>
  );
}

/** The eye and the keyboard go where something appeared; to the button where something went. */
function useFocus(count: number) {
  const box = useRef<HTMLFieldSetElement>(null);
  const adds = useRef<HTMLButtonElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current)
      box.current?.querySelector<HTMLInputElement>('.season:last-of-type input')?.focus();
    if (count < before.current) adds.current?.focus();
    before.current = count;
  }, [count]);
  return { box, adds };
}

/** "rule.seasons.1.from" → of the second: its first day */
function placed(fault: Fault | null, n: number): Fault | null {
  const [, at, part = ''] = /^rule\.seasons\.(\d+)\.?(.*)$/.exec(fault?.place ?? '') ?? [];
  return fault !== null && Number(at) === n ? { ...fault, place: part } : null;
}

type SeasonProps = {
  n: number;
  season: SeasonTexts;
  fault: Fault | null;
  set: (part: Partial<SeasonTexts>) => void;
  drop: () => void;
};

function Season({ n, season, fault, set, drop }: SeasonProps) {
  const w = words.value.schedule;
  const wrong = (part: string) => (fault?.place === part ? said(fault.say) : null);
  return (
    <fieldset class="season">
      <legend>{w.season(n)}</legend>
      <div class="field-row">
        <DayMonth
          label={w.seasonFrom}
          text={season.from}
          wrong={wrong('from')}
          set={(from) => set({ from })}
        />
        <DayMonth
          label={w.seasonUntil}
          text={season.until}
          wrong={wrong('until')}
          set={(until) => set({ until })}
        />
      </div>
      {fault?.place === '' && <p class="wrong">{said(fault.say)}</p>}
      <ClockList
        legend={w.seasonTimes}
        times={season.times}
        change={(times) => set({ times })}
        hinted={false}
      />
      <button type="button" class="button button-quiet" onClick={drop}>
        {w.dropSeason(n)}
      </button>
    </fieldset>
  );
}

type DayProps = { label: string; text: string; wrong: string | null; set: (text: string) => void };

/** Written, not picked: a day of every year is in no calendar. */
function DayMonth({ label, text, wrong, set }: DayProps) {
  const id = useId();
  const unread = text.trim() !== '' && monthDay(text) === null;
  const says = unread ? words.value.schedule.dayMonthWrong : wrong;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={text}
        maxLength={10}
        autocomplete="off"
        aria-invalid={says !== null}
        aria-describedby={`${id}-wrong`}
        onInput={(event) => set(event.currentTarget.value)}
      />
      <span id={`${id}-wrong`} class="wrong" aria-live="polite">
        {says}
      </span>
    </div>
  );
}
