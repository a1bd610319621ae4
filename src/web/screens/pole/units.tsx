// Which boxes hung at this pole and when, and the ways to put another there.
// It must never show a unit's secret again.
import { useSignal } from '@preact/signals';
import type { Installed } from '../../../http/schemas/site.ts';
import { api } from '../../api.ts';
import { when } from '../../format.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Section } from '../../parts/page.tsx';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';
import { Enrolled, InstallUnit } from './install-unit.tsx';
import type { Part } from './one-speaker.tsx';

export function Units({ detail, changed }: Part) {
  const w = words.value;
  const { site, unitId } = detail.speaker;
  const made = useSignal<Installed | null>(null);
  return (
    <Section title={w.pole.units}>
      {detail.units.length === 0 && <p class="hint">{w.speakers.noUnit}</p>}
      <ul class="rows">
        {detail.units.map(({ id, installedAtMs, removedAtMs }) => (
          <li key={id} class="row">
            <strong>{id}</strong>
            <small>
              {removedAtMs === null
                ? w.pole.unitSince(when(installedAtMs))
                : w.pole.unitUntil(when(installedAtMs), when(removedAtMs))}
            </small>
          </li>
        ))}
      </ul>
      {holds('technician', 'administrator') && (
        <div class="actions">
          <a class="button button-main" href={`#/speakers/${site.id}/swap`}>
            {w.pole.swapByLabel}
          </a>
          <InstallUnit siteId={site.id} unitId={unitId} made={made} />
          {unitId !== null && (
            <Confirm
              quiet
              label={w.speakers.removeUnit}
              title={w.speakers.removeSure}
              ask={w.speakers.removeAsk}
              act={() => api.removeUnit(unitId).then(changed)}
            />
          )}
        </div>
      )}
      <Enrolled made={made} done={changed} />
    </Section>
  );
}
