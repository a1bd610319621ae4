// How many sessions a day, how long each, and what silence parts two of them.
// It must never count sessions.
import { useId } from 'preact/hooks';
import type { RulesWish } from '../../../http/schemas/regulation.ts';
import { Section } from '../../parts/page.tsx';
import { words } from '../../words.ts';

type Set = (part: Partial<RulesWish>) => void;

export function Sessions({ rules, set }: { rules: RulesWish; set: Set }) {
  const w = words.value.regulation;
  return (
    <Section title={w.sessions}>
      <p class="hint">{w.sessionsHint}</p>
      <div class="numbers">
        <Figure
          label={w.perDay}
          value={rules.sessionsPerDay}
          most={24}
          put={(sessionsPerDay) => set({ sessionsPerDay })}
        />
        <Figure
          label={w.perSession}
          value={rules.minutesPerSession}
          most={1_440}
          put={(minutesPerSession) => set({ minutesPerSession })}
        />
        <Figure
          label={w.gap}
          value={rules.sessionGapMinutes}
          most={240}
          needed
          put={(gap) => gap !== null && set({ sessionGapMinutes: gap })}
        />
      </div>
    </Section>
  );
}

/** Empty: no limit. */
function Figure(of: {
  label: string;
  value: number | null;
  most: number;
  needed?: boolean;
  put: (value: number | null) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{of.label}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={1}
        max={of.most}
        required={of.needed ?? false}
        placeholder={of.needed ? '' : words.value.regulation.noLimit}
        value={of.value ?? ''}
        onInput={({ currentTarget: { value } }) => {
          const figure = Math.round(Number(value));
          const isFit = value !== '' && figure >= 1 && figure <= of.most;
          if (isFit || value === '') of.put(isFit ? figure : null);
        }}
      />
    </div>
  );
}
