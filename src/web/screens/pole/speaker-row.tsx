// One speaker among many: each fact for itself, and the two things done most.
// It must never be one light for all of it.
import type { ComponentChildren } from 'preact';
import type { Speaker } from '../../../http/schemas/speaker.ts';
import { Chip } from '../../parts/icons.tsx';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';
import { nowish } from './ages.ts';
import { clockOf, type Fact, heardOf, holdsOf, lastOf, linkOf, powerOf, simOf } from './facts.ts';
import { stateOf } from './filters.ts';
import { HushControl, sayHush } from './hush.tsx';
import { InstallUnit, type Made } from './install-unit.tsx';

type Props = { speaker: Speaker; again: () => void; made: Made };

export function SpeakerRow({ speaker, again, made }: Props) {
  const w = words.value;
  const nowMs = nowish.value;
  const { site, hush, incidents, unitId } = speaker;
  const facts = [heardOf(speaker, nowMs), powerOf(speaker), clockOf(speaker), holdsOf(speaker)];
  const sim = simOf(speaker);
  const mayInstall = unitId === null && holds('technician', 'administrator');
  return (
    <div class="pole">
      <span class="pole-name">
        <a class="name-link" href={`#/speakers/${site.id}`}>
          {site.name}
        </a>
        {site.zone !== 'ordinary' && <small>{w.speakers.zones[site.zone]}</small>}
      </span>
      <span class="chips pole-states">
        <LinkChip fact={linkOf(speaker, nowMs)} state={stateOf(speaker)} />
        {hush !== null && <Chip tone="wait">{sayHush(hush, nowMs)}</Chip>}
        {sim && <Chip tone={sim.tone}>{sim.says}</Chip>}
        {incidents > 0 && <Chip tone="bad">{w.pole.incidents(incidents)}</Chip>}
      </span>
      <dl class="pole-facts">
        {unitId !== null &&
          facts.map((fact) => fact !== null && <FactLine key={fact.name} fact={fact} />)}
        <FactLine fact={lastOf(speaker)} wide />
      </dl>
      <span class="actions pole-acts">
        {mayInstall && <InstallUnit siteId={site.id} unitId={null} made={made} />}
        <HushControl site={site} hush={hush} changed={again} />
      </span>
    </div>
  );
}

/** Its shape says it too, as on the map: round is there, on its corner late, square silent. */
export function LinkChip({ fact, state }: { fact: Fact; state: Speaker['link']['state'] }) {
  return (
    <span class={`chip chip-${fact.tone} link-${state}`}>
      <LinkShape state={state} />
      {fact.says}
    </span>
  );
}

const SHAPES: Record<Speaker['link']['state'], ComponentChildren> = {
  online: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  late: (
    <>
      <path d="m8 1.5 6.5 6.5L8 14.5 1.5 8Z" />
      <path d="m8 1.5 6.5 6.5L8 14.5Z" fill="currentColor" />
    </>
  ),
  silent: <path d="M2.5 2.5h11v11h-11Zm3 3 5 5m0-5-5 5" />,
  never: <circle cx="8" cy="8" r="6" stroke-dasharray="3 2" />,
  'no-unit': <path d="M2 8h12" />,
};

export function LinkShape({ state }: { state: Speaker['link']['state'] }) {
  return (
    <svg class="link-shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[state]}
    </svg>
  );
}

export function FactLine({ fact, wide = false }: { fact: Fact; wide?: boolean }) {
  return (
    <div class={wide ? 'fact fact-wide' : 'fact'}>
      <dt>{fact.name}</dt>
      <dd class={`tone-${fact.tone}`}>{fact.says}</dd>
    </div>
  );
}
