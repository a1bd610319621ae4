// One speaker: every fact with its age, what it can be told, what stands at its pole and what became of it.
// It must never sum a speaker up in one light: each fact stands for itself.
import '../../styles/speakers.css';
import type { SpeakerDetail } from '../../../http/schemas/speaker.ts';
import { useAsk } from '../../ask.ts';
import { figure, when } from '../../format.ts';
import { Chip } from '../../parts/icons.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { poleApi } from '../../pole-api.ts';
import { holds } from '../../session.ts';
import { said, words } from '../../words.ts';
import { nowish } from './ages.ts';
import { Commands } from './commands.tsx';
import {
  clockOf,
  type Fact,
  heardOf,
  holdsOf,
  lastOf,
  linkOf,
  powerOf,
  VERDICT_TONE,
} from './facts.ts';
import { stateOf } from './filters.ts';
import { HushControl, sayHush } from './hush.tsx';
import { IncidentLine } from './incidents.tsx';
import { PlaceForm } from './place-form.tsx';
import { SimForm } from './sim-form.tsx';
import { SiteForm } from './site-form.tsx';
import { FactLine, LinkChip } from './speaker-row.tsx';
import { Units } from './units.tsx';
import { Volume } from './volume.tsx';

export type Part = { detail: SpeakerDetail; changed: () => void };

export function OneSpeaker({ id }: { id: string }) {
  const on = ['speaker', 'hush', 'incident', 'airing'] as const;
  const ask = useAsk({ ask: () => poleApi.speaker(id), key: id, on });
  const title = ask.answer.value?.speaker.site.name ?? words.value.common.loading;
  return (
    <Page title={title} back="#/speakers">
      <Shown ask={ask}>{(detail) => <Parts detail={detail} changed={ask.again} />}</Shown>
    </Page>
  );
}

/** The service's table: site.edit, speaker.command. */
const KEEPERS = ['technician', 'operator', 'administrator'] as const;

function Parts({ detail, changed }: Part) {
  const w = words.value.pole;
  const part = { detail, changed };
  return (
    <>
      <Hush {...part} />
      <Facts {...part} />
      {holds(...KEEPERS) && (
        <>
          <Commands {...part} />
          <Volume {...part} />
        </>
      )}
      <Open {...part} />
      <Section title={w.lastVerdicts}>
        <Verdicts {...part} />
      </Section>
      {holds(...KEEPERS) && (
        <>
          <SimForm {...part} />
          <PlaceForm {...part} />
          <SiteForm {...part} />
        </>
      )}
      <Units {...part} />
    </>
  );
}

function Hush({ detail: { speaker }, changed }: Part) {
  const { site, hush } = speaker;
  const w = words.value.hush;
  if (hush === null)
    return (
      <div class="actions">
        <HushControl site={site} hush={null} changed={changed} />
        <span class="hint">{w.passes}</span>
      </div>
    );
  return (
    <Notice tone="wait">
      <strong>{sayHush(hush, nowish.value)}</strong>
      <p>{w.passes}</p>
      <HushControl site={site} hush={hush} changed={changed} />
    </Notice>
  );
}

function Facts({ detail }: Part) {
  const w = words.value.pole;
  const { speaker } = detail;
  const nowMs = nowish.value;
  const plain = (name: string, says: string): Fact => ({ name, says, tone: 'plain' });
  const facts = [
    heardOf(speaker, nowMs),
    powerOf(speaker),
    clockOf(speaker),
    holdsOf(speaker),
    speaker.freeBytes === null ? null : plain(w.free, w.freeLeft(figure(speaker.freeBytes / 1e6))),
    speaker.bytesThisMonth === null
      ? null
      : plain(w.bytes, w.megabytes(figure(speaker.bytesThisMonth / 1e6, 1))),
    plain(w.volume, sayVolume(detail)),
    speaker.firmware === null ? null : plain(w.firmware, speaker.firmware),
    plain(w.deviceClass, w.deviceClasses[speaker.deviceClass]),
    plain(w.code, speaker.site.id),
  ];
  return (
    <Section title={w.facts}>
      <div class="card">
        <span class="chips pole-states">
          <LinkChip fact={linkOf(speaker, nowMs)} state={stateOf(speaker)} />
        </span>
        <dl class="pole-facts">
          {facts.map((fact) => fact !== null && <FactLine key={fact.name} fact={fact} />)}
          <FactLine fact={lastOf(speaker)} wide />
        </dl>
      </div>
    </Section>
  );
}

/** What is set and what the speaker says may differ for a while: both are said then. */
function sayVolume({ speaker, saidVolumePercent }: SpeakerDetail): string {
  const w = words.value.pole;
  const set = w.percent(figure(speaker.volumePercent));
  const differs = saidVolumePercent !== null && saidVolumePercent !== speaker.volumePercent;
  return differs ? w.volumeSaid(set, w.percent(figure(saidVolumePercent))) : set;
}

function Open({ detail: { incidents } }: Part) {
  const w = words.value.pole;
  return (
    <Section title={w.incidentsTab}>
      {incidents.length === 0 && <p class="hint">{w.noIncidents}</p>}
      <ul class="rows">
        {incidents.map((one) => (
          <li key={one.id} class="row">
            <IncidentLine incident={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Verdicts({ detail: { verdicts } }: Part) {
  const w = words.value;
  if (verdicts.length === 0) return <p class="hint">{w.speakers.noLast}</p>;
  return (
    <ul class="rows">
      {verdicts.map((one) => (
        <li key={one.airingId}>
          <a class="row" href={`#/airing/${one.airingId}`}>
            <span class="row-head">
              <strong>{one.title}</strong>
              <Chip tone={VERDICT_TONE[one.kind]}>{w.verdict[one.kind]}</Chip>
            </span>
            <span>{said(one.sentence)}</span>
            <small>{when(one.playAtMs)}</small>
          </a>
        </li>
      ))}
    </ul>
  );
}
