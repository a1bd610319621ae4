// Tomorrow, before it happens: what will fail, most listeners first, each with its remedy and the way to it.
// It must never foresee anything itself: the service plays the plan through.
import { useSignal } from '@preact/signals';
import type { Area } from '../../../http/schemas/area.ts';
import type { Rehearsal, RehearsalBrief } from '../../../http/schemas/rehearsal.ts';
import { useAsk } from '../../ask.ts';
import { planNow } from '../../clock.ts';
import { foresightApi } from '../../foresight-api.ts';
import { dayNumber, dayStartMs, figure, when } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Choice, Radios } from '../../parts/field.tsx';
import { Chip } from '../../parts/icons.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Places, tenantsOf, usePlaces } from '../../places.ts';
import { holds, session } from '../../session.ts';
import { words } from '../../words.ts';
import { Findings } from './findings.tsx';
import { PlanTabs } from './tabs.tsx';

export function RehearsalScreen({ id }: { id: string | null }) {
  const w = words.value.rehearsal;
  const list = useAsk({ ask: foresightApi.rehearsals });
  const places = usePlaces();
  const made = useSignal<string | null>(id);
  const done = (rehearsal: Rehearsal) => {
    made.value = rehearsal.id;
    list.again();
  };
  return (
    <Page title={w.title}>
      <PlanTabs view="rehearsal" />
      <p class="hint">{w.lead}</p>
      {holds('planner', 'author', 'operator', 'technician', 'administrator') && (
        <Shown ask={places}>{(known) => <Ask places={known} done={done} />}</Shown>
      )}
      <Shown ask={list}>
        {({ rehearsals }) => {
          const shown = made.value ?? rehearsals[0]?.id;
          if (shown === undefined) return <Empty title={w.none} hint={w.noneHint} />;
          const rest = rehearsals.filter((each) => each.id !== shown);
          return (
            <>
              <One key={shown} id={shown} />
              {rest.length > 0 && <Earlier all={rest} />}
            </>
          );
        }}
      </Shown>
    </Page>
  );
}

type SpanName = 'today' | 'tomorrow' | 'week';
const DAY_MS = 86_400_000;

function spanOf(name: SpanName, nowMs: number): { fromMs: number; toMs: number } {
  const midnightMs = dayStartMs(dayNumber(nowMs) + 1);
  if (name === 'tomorrow') return { fromMs: midnightMs, toMs: midnightMs + DAY_MS };
  const fromMs = Math.floor(nowMs);
  return { fromMs, toMs: name === 'today' ? midnightMs : fromMs + 7 * DAY_MS };
}

function Ask({ places, done }: { places: Places; done: (made: Rehearsal) => void }) {
  const w = words.value.rehearsal;
  const tenants = ownTenants(places);
  const tenantId = useSignal(tenants[0]?.id ?? '');
  const span = useSignal<SpanName>('tomorrow');
  const spans = (['today', 'tomorrow', 'week'] as const).map((value) => ({
    ...{ value, label: w.spans[value] },
  }));
  const options = tenants.map(({ id, name }) => ({ value: id, label: name }));
  const rehearse = async () =>
    done(
      await foresightApi.rehearse({
        tenantId: tenantId.value,
        ...spanOf(span.value, planNow.peek()),
      }),
    );
  return (
    <div class="card">
      {tenants.length > 1 && <Choice label={w.where} value={tenantId} options={options} />}
      <Radios
        legend={w.span}
        value={span.value}
        options={spans}
        choose={(value) => {
          span.value = value as SpanName;
        }}
      />
      <div class="actions">
        <Act kind="main" act={rehearse}>
          {w.start}
        </Act>
      </div>
    </div>
  );
}

/** Where this person has a role, or beneath it; a commune's own before the whole province. */
function ownTenants({ areas }: Places): Area[] {
  const held = new Set(session.value?.grants.map(({ areaId }) => areaId));
  return tenantsOf(areas)
    .filter(({ id, parentId }) => held.has(id) || held.has(parentId ?? ''))
    .sort((a, b) => Number(a.kind === 'province') - Number(b.kind === 'province'));
}

function One({ id }: { id: string }) {
  const ask = useAsk({ ask: () => foresightApi.rehearsal(id), key: id });
  return <Shown ask={ask}>{(rehearsal) => <Found rehearsal={rehearsal} />}</Shown>;
}

function Found({ rehearsal }: { rehearsal: Rehearsal }) {
  const w = words.value.rehearsal;
  const { occurrences, speakers, pairs, expected, found, came } = rehearsal;
  const outcomes = Object.entries(expected).filter(([, count]) => count > 0);
  return (
    <Section title={found === 0 ? w.allWell : w.willFail(figure(found))}>
      <div class="card">
        <p>
          <strong>{spanSaid(rehearsal)}</strong>
        </p>
        <p role="status">{w.checked(figure(occurrences), figure(speakers), figure(pairs))}</p>
        <div class="chips">
          {outcomes.map(([kind, count]) => (
            <Chip key={kind} tone={kind === 'played' ? 'good' : 'wait'}>
              {figure(count)} {w.expected[kind as keyof typeof w.expected]}
            </Chip>
          ))}
        </div>
        {came !== null && (
          <p>
            {w.came(figure(came.missed), figure(came.foreseen), figure(came.pairs))}
            {came.falseAlarms > 0 && ` ${w.falseAlarms(figure(came.falseAlarms))}`}
          </p>
        )}
        <p class="hint">{w.made(when(rehearsal.madeAtMs), rehearsal.by ?? w.byItself)}</p>
      </div>
      <Findings rehearsal={rehearsal} />
    </Section>
  );
}

function spanSaid({ tenantName, fromMs, toMs }: RehearsalBrief): string {
  return `${tenantName}: ${when(fromMs)} – ${when(toMs)}`;
}

function Earlier({ all }: { all: readonly RehearsalBrief[] }) {
  const w = words.value.rehearsal;
  return (
    <Section title={w.earlier}>
      <ul class="rows">
        {all.map((one) => (
          <li key={one.id}>
            <a class="row" href={`#/plan/rehearsal?id=${one.id}`}>
              <span class="row-body">
                <strong>{spanSaid(one)}</strong>
                <span class="hint">{w.made(when(one.madeAtMs), one.by ?? w.byItself)}</span>
              </span>
              <Chip tone={one.found === 0 ? 'good' : 'wait'}>
                {one.found === 0 ? w.well : w.found(figure(one.found))}
              </Chip>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
