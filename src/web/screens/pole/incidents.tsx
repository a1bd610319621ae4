// What a technician must see, the oldest silence first, and what to put in the van for it.
// It must never close an incident: what is over says so itself.
import { useSignal } from '@preact/signals';
import type { Incident } from '../../../http/schemas/incident.ts';
import { useAsk } from '../../ask.ts';
import { figure, when } from '../../format.ts';
import { Chip } from '../../parts/icons.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { poleApi } from '../../pole-api.ts';
import { words } from '../../words.ts';
import { age, nowish } from './ages.ts';
import { day } from './facts.ts';
import { PoleTabs } from './pole-tabs.tsx';
import { bring, loadOf } from './van.ts';

/** A round of visits is planned from fewer; the rest is a press away. */
const AT_ONCE = 50;

export function Incidents() {
  const w = words.value;
  const ask = useAsk({ ask: poleApi.incidents, on: ['incident'] });
  return (
    <Page title={w.speakers.title}>
      <PoleTabs at="incidentsTab" />
      <Shown ask={ask}>
        {({ incidents }) => {
          const open = incidents.filter(({ closedAtMs }) => closedAtMs === null);
          const over = incidents.filter(({ closedAtMs }) => closedAtMs !== null);
          return (
            <>
              {open.length === 0 ? (
                <Empty title={w.pole.noIncidents} hint={w.pole.noIncidentsHint} />
              ) : (
                <>
                  <Van open={open} />
                  <Some title={w.pole.openIncidents(figure(open.length))} all={open} />
                </>
              )}
              {over.length > 0 && <Some title={w.pole.overIncidents} all={over} />}
            </>
          );
        }}
      </Shown>
    </Page>
  );
}

function Van({ open }: { open: readonly Incident[] }) {
  const w = words.value.pole;
  const load = loadOf(open);
  if (load.length === 0) return null;
  return (
    <Section title={w.van}>
      <ul class="van card">
        {load.map(({ thing, many }) => (
          <li key={thing}>
            <strong>{figure(many)}</strong> {w.things[thing]}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Some({ title, all }: { title: string; all: readonly Incident[] }) {
  const many = useSignal(AT_ONCE);
  return (
    <Section title={title}>
      <ul class="rows">
        {all.slice(0, many.value).map((one) => (
          <li key={one.id}>
            <a class="row" href={`#/speakers/${one.siteId}`}>
              <IncidentLine incident={one} named />
            </a>
          </li>
        ))}
      </ul>
      {all.length > many.value && (
        <button
          type="button"
          class="button"
          onClick={() => {
            many.value += AT_ONCE;
          }}
        >
          {words.value.common.more}
        </button>
      )}
    </Section>
  );
}

export function IncidentLine({ incident, named = false }: { incident: Incident; named?: boolean }) {
  const w = words.value.pole;
  const { kind, sinceMs, closedAtMs, siteName } = incident;
  const things = bring(kind).map((thing) => w.things[thing]);
  const detail = factsOf(incident);
  return (
    <>
      <span class="row-head">
        <strong>{named ? siteName : w.incident[kind]}</strong>
        <Chip tone={closedAtMs === null ? 'bad' : 'plain'}>
          {closedAtMs === null
            ? w.sinceFor(when(sinceMs), age(sinceMs, nowish.value))
            : w.closed(when(closedAtMs))}
        </Chip>
      </span>
      {(named || detail !== '') && (
        <span>{[named ? w.incident[kind] : '', detail].filter(Boolean).join(' · ')}</span>
      )}
      {closedAtMs === null && things.length > 0 && <small>{w.bring(things.join(', '))}</small>}
    </>
  );
}

function factsOf({ facts }: Incident): string {
  const w = words.value.pole;
  const { batteryPercent, clockErrorMs, freeBytes, renewsAtMs } = facts;
  if (typeof renewsAtMs === 'number') return w.simDue(day(renewsAtMs));
  if (typeof batteryPercent === 'number') return w.batteryAt(figure(batteryPercent));
  if (typeof clockErrorMs === 'number') return w.off(`${figure(Math.abs(clockErrorMs))} ms`);
  if (typeof freeBytes === 'number') return w.freeLeft(figure(freeBytes / 1e6));
  return '';
}
