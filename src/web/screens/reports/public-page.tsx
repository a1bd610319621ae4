// A commune's page for villagers: open or closed, whom to ring, and the posters that lead to it.
// It must never open a page by itself.
import { useSignal } from '@preact/signals';
import type { PublicPage as PageFacts } from '../../../http/schemas/report.ts';
import { useAsk } from '../../ask.ts';
import { Form } from '../../parts/act.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { Chip } from '../../parts/icons.tsx';
import { Empty, Notice } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Places, tenantsOf, usePlaces } from '../../places.ts';
import { tenantsHeld } from '../../places-held.ts';
import { reportsApi } from '../../reports-api.ts';
import { words } from '../../words.ts';
import { Tick } from './answer-form.tsx';

export function PublicPage() {
  const w = words.value.publicPage;
  const places = usePlaces();
  return (
    <Page title={w.title} back="#/reports">
      <p>{w.intro}</p>
      <Shown ask={places}>{(known) => <Communes places={known} />}</Shown>
    </Page>
  );
}

function Communes({ places }: { places: Places }) {
  const w = words.value.publicPage;
  const own = new Set(places.speakers.map(({ site }) => site.tenantId));
  const communes = tenantsOf(places.areas).filter(({ kind }) => kind === 'commune');
  // a province's officer begins with a commune that has poles
  const first = communes.find(({ id }) => own.has(id)) ?? communes[0];
  const chosen = useSignal(first?.id ?? '');
  if (communes.length === 0) return <Empty title={w.none} />;
  const options = communes.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {communes.length > 1 && <Choice label={w.commune} value={chosen} options={options} />}
      <One key={chosen.value} areaId={chosen.value} places={places} />
    </>
  );
}

function One({ areaId, places }: { areaId: string; places: Places }) {
  const ask = useAsk({ ask: () => reportsApi.page(areaId), key: areaId, on: ['area'] });
  return (
    <Shown ask={ask}>
      {(facts) => (
        <>
          <Settings facts={facts} places={places} again={ask.again} />
          <Posters facts={facts} places={places} />
        </>
      )}
    </Shown>
  );
}

function Settings({
  facts,
  places,
  again,
}: {
  facts: PageFacts;
  places: Places;
  again: () => void;
}) {
  const w = words.value;
  const open = useSignal(facts.open);
  const phone = useSignal(facts.phone ?? '');
  const saved = useSignal(false);
  const mayChange = tenantsHeld(places.areas, 'administrator').some(
    ({ id }) => id === facts.areaId,
  );
  const act = async () => {
    const line = phone.value.trim();
    await reportsApi.setPage(facts.areaId, { open: open.value, phone: line === '' ? null : line });
    saved.value = true;
    again();
  };
  return (
    <Section title={places.name(facts.areaId)}>
      <p>
        <Chip tone={facts.open ? 'good' : 'wait'}>
          {facts.open ? w.publicPage.isOpen : w.publicPage.isClosed}
        </Chip>{' '}
        {facts.open && (
          <a href={facts.url} target="_blank" rel="noreferrer">
            {w.publicPage.look}: {facts.url}
          </a>
        )}
      </p>
      {!mayChange && <Notice tone="wait">{w.publicPage.onlyAdministrator}</Notice>}
      {mayChange && (
        <Form act={act} label={w.common.save}>
          {!facts.open && <Notice tone="wait">{w.publicPage.before}</Notice>}
          <Tick label={w.publicPage.open} is={open} />
          <Field
            label={w.publicPage.phone}
            hint={w.publicPage.phoneHint}
            value={phone}
            autocomplete="off"
          />
          {saved.value && <Notice tone="good">{w.common.saved}</Notice>}
        </Form>
      )}
    </Section>
  );
}

function Posters({ facts, places }: { facts: PageFacts; places: Places }) {
  const w = words.value.publicPage;
  const chosen = useSignal('');
  const sites = places.speakers.filter(({ site }) => site.tenantId === facts.areaId);
  const options = [
    { value: '', label: w.wholeCommune },
    ...sites.map(({ site }) => ({
      value: site.id,
      label: `${site.name} · ${places.name(site.areaId)}`,
    })),
  ];
  const siteId = chosen.value === '' ? null : chosen.value;
  return (
    <Section title={w.posters}>
      <p>{facts.open ? w.posterHint : w.posterClosed}</p>
      {facts.open && (
        <>
          <Choice label={w.posterFor} value={chosen} options={options} />
          <p>
            <a
              class="button button-main"
              href={reportsApi.posterUrl(facts.areaId, siteId)}
              download
            >
              {w.print}
            </a>
          </p>
        </>
      )}
    </Section>
  );
}
