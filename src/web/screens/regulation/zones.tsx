// Hours of their own near clinics, schools and places of worship, where the commune gives them any.
// It must never know which poles stand there.
import type { HoursWindow } from '../../../http/schemas/area.ts';
import type { RulesWish } from '../../../http/schemas/regulation.ts';
import { Section } from '../../parts/page.tsx';
import { words } from '../../words.ts';
import { NEW_WINDOW } from './draft.ts';
import { Windows } from './windows.tsx';

export const SPECIAL = ['clinic', 'school', 'worship'] as const;

export function Zones(of: {
  zones: RulesWish['zones'];
  /** of the whole commune: what own hours begin as */
  windows: readonly HoursWindow[];
  set: (zones: RulesWish['zones']) => void;
}) {
  const w = words.value.regulation;
  const { zones, windows, set } = of;
  return (
    <Section title={w.zones}>
      {SPECIAL.map((zone) => {
        const own = zones[zone];
        const put = (next: HoursWindow[] | null) => set({ ...zones, [zone]: next });
        return (
          <div key={zone} class="zone">
            <label class="pick">
              <input
                type="checkbox"
                checked={own !== null}
                onChange={() => put(own === null ? [...windows] : null)}
              />
              <span>{w.ownHours(w.zone[zone])}</span>
            </label>
            {own !== null && (
              <fieldset class="group">
                <legend>{w.zone[zone]}</legend>
                {own.length === 0 && <p class="hint">{w.zoneSilent}</p>}
                <Windows windows={own} fresh={NEW_WINDOW} add={w.addZone(w.zone[zone])} set={put} />
              </fieldset>
            )}
          </div>
        );
      })}
    </Section>
  );
}
