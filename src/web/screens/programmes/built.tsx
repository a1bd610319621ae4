// Editions that were built: how far their sound is, listened to, placed, rebuilt when a part of them broke.
// It must never decide whether one may air: the service says so.
import { useSignal } from '@preact/signals';
import type { ProgrammeEdition } from '../../../http/schemas/programme.ts';
import { api } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { planNow } from '../../clock.ts';
import { nextHalfHour } from '../../format.ts';
import { progress } from '../../live.ts';
import { Act } from '../../parts/act.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Empty, Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { Player } from '../../parts/player.tsx';
import { Shown } from '../../parts/shown.tsx';
import { programmesApi } from '../../programmes-api.ts';
import { said, words } from '../../words.ts';
import { exact } from './exact.ts';
import { useLanguageNames } from './previewed.tsx';

/** Of yesterday and today: older ones are looked up by their schedules. */
const SHOWN_MAX = 12;

export function Built() {
  const w = words.value.programme;
  const ask = useAsk({ ask: () => programmesApi.editions(null), on: ['bulletin', 'schedule'] });
  return (
    <Section title={w.built}>
      <p class="hint">{w.builtHint}</p>
      <Shown ask={ask}>
        {({ editions }) =>
          editions.length === 0 ? (
            <Empty title={w.none} hint={w.noneHint} />
          ) : (
            <>
              <PlaceTogether editions={builtTogether(editions)} />
              {editions.slice(0, SHOWN_MAX).map((edition) => (
                <Edition key={edition.bulletinId} edition={edition} />
              ))}
            </>
          )
        }
      </Shown>
    </Section>
  );
}

/** The newest and those of the same press: one programme in several orders of languages. */
function builtTogether(editions: readonly ProgrammeEdition[]): readonly ProgrammeEdition[] {
  const [newest] = editions;
  if (!newest) return [];
  const near = (one: ProgrammeEdition) => newest.builtAtMs - one.builtAtMs < 1_000;
  return editions.filter((one) => near(one) && one.tenantId === newest.tenantId);
}

function PlaceTogether({ editions }: { editions: readonly ProgrammeEdition[] }) {
  const w = words.value.programme;
  const atMs = useSignal(nextHalfHour(planNow.peek()));
  const placed = useSignal(false);
  const open = editions.some((one) => !one.placed);
  if (editions.some(({ state }) => state !== 'approved')) return null;
  if (!open && !placed.value) return null;
  const bulletinIds = editions.map(({ bulletinId }) => bulletinId);
  const place = async () => {
    await programmesApi.place({ bulletinIds, rule: { kind: 'once', atMs: atMs.value } });
    placed.value = true;
  };
  return (
    <div class="card edition-card">
      <h3>{w.placeAll(String(editions.length))}</h3>
      <p>{editions.map(({ title }) => title).join(' · ')}</p>
      <Moment value={atMs} />
      {placed.value && (
        <Notice tone="good">
          {w.placed}{' '}
          <a class="button button-quiet" href="#/plan">
            {w.seePlan}
          </a>
        </Notice>
      )}
      {open && (
        <div class="actions">
          <Act kind="main" act={place}>
            {w.place}
          </Act>
        </div>
      )}
    </div>
  );
}

function Edition({ edition }: { edition: ProgrammeEdition }) {
  const w = words.value.programme;
  const { bulletinId, title, areaNames, languages, durationMs, state } = edition;
  const nameOf = useLanguageNames();
  const areas = edition.areaIds.join(',');
  return (
    <article class="card edition-card">
      <h3>{title}</h3>
      <p class="hint">
        {nameOf(languages)} · {w.heardIn(areaNames.join(', '))}
        {durationMs !== null && ` · ${exact(durationMs)}`}
      </p>
      <Standing edition={edition} />
      {durationMs !== null && <Listen bulletinId={bulletinId} />}
      <div class="actions">
        {(edition.broken || state === 'failed') && (
          <Act act={() => programmesApi.rebuild(bulletinId)}>{w.rebuild}</Act>
        )}
        {state === 'approved' && (
          <a class="button" href={`#/plan/new?bulletin=${bulletinId}&areas=${areas}`}>
            {w.placeOther}
          </a>
        )}
      </div>
    </article>
  );
}

function Standing({ edition }: { edition: ProgrammeEdition }) {
  const w = words.value;
  const { bulletinId, state, stateReason, says, placed } = edition;
  if (says !== null) return <Notice tone="bad">{said(says)}</Notice>;
  if (state === 'approved')
    return <p class="good">{placed ? w.programme.placed : w.programme.ready}</p>;
  if (state !== 'making') return <p class="wrong">{stateReason ?? w.state[state]}</p>;
  const at = progress.value[bulletinId];
  if (!at) return <p role="status">{w.programme.waiting}</p>;
  return (
    <>
      <p role="status">{w.programme.joining(String(at.done), String(at.total))}</p>
      <progress value={Number(at.done)} max={Number(at.total)} aria-label={edition.title} />
    </>
  );
}

/** The sound is asked for when somebody wants to hear it. */
function Listen({ bulletinId }: { bulletinId: string }) {
  const open = useSignal(false);
  return (
    <details onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{words.value.programme.listen}</summary>
      {open.value && <Sound bulletinId={bulletinId} />}
    </details>
  );
}

function Sound({ bulletinId }: { bulletinId: string }) {
  const ask = useAsk({ ask: () => api.bulletin(bulletinId), key: bulletinId, on: ['bulletin'] });
  return <Shown ask={ask}>{({ clip }) => clip && <Player clip={clip} />}</Shown>;
}
