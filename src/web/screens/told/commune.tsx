// For a commune's administrator: how its messages went, and its webhooks.
// It must never show what a message said.
import { useSignal } from '@preact/signals';
import type { DeliveryList } from '../../../http/schemas/notification.ts';
import { useAsk } from '../../ask.ts';
import { when } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Choice } from '../../parts/field.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Places, usePlaces } from '../../places.ts';
import { tenantsHeld } from '../../places-held.ts';
import { toldApi } from '../../told-api.ts';
import { words } from '../../words.ts';
import { Webhooks } from './webhooks.tsx';
import { Went } from './went.tsx';

export function CommuneMessages() {
  const places = usePlaces();
  return (
    <Page title={words.value.told.commune} back="#/told">
      <Shown ask={places}>{(known) => <OfPlace places={known} />}</Shown>
    </Page>
  );
}

function OfPlace({ places }: { places: Places }) {
  const w = words.value.told;
  const held = tenantsHeld(places.areas, 'administrator');
  // a commune first: a province has few messages of its own
  const first = held.find(({ kind }) => kind === 'commune') ?? held[0];
  const areaId = useSignal(first?.id ?? '');
  if (first === undefined) return <Empty title={w.noCommune} />;
  const options = held.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {held.length > 1 && <Choice label={w.ofPlace} value={areaId} options={options} />}
      <Section title={w.deliveries}>
        <Deliveries key={areaId.value} areaId={areaId.value} />
      </Section>
      <Section title={w.webhooks}>
        <p>{w.webhooksWhy}</p>
        <Webhooks key={areaId.value} areaId={areaId.value} />
      </Section>
    </>
  );
}

function Deliveries({ areaId }: { areaId: string }) {
  const ask = useAsk({
    ask: () => toldApi.deliveries(areaId, null),
    key: areaId,
    on: ['notification'],
  });
  return <Shown ask={ask}>{(first) => <Rows areaId={areaId} first={first} />}</Shown>;
}

function Rows({ areaId, first }: { areaId: string; first: DeliveryList }) {
  const w = words.value;
  const more = useSignal<DeliveryList['deliveries']>([]);
  const end = useSignal(first.deliveries.length < 50);
  const all = [...first.deliveries, ...more.value];
  const load = async () => {
    const { deliveries } = await toldApi.deliveries(areaId, all.at(-1)?.id ?? null);
    more.value = [...more.value, ...deliveries];
    end.value = deliveries.length < 50;
  };
  if (all.length === 0) return <Empty title={w.told.noDeliveries} />;
  return (
    <>
      <ul class="rows">
        {byPerson(all).map(({ key, first: one, ways }) => (
          <li key={key} class="row sent">
            <span class="row-head">
              <span>
                <strong>{w.told.kinds[one.kind]}</strong> → {one.fullName ?? w.told.by.webhook}
              </span>
              <small>{when(one.madeAtMs)}</small>
            </span>
            <Went deliveries={ways} />
          </li>
        ))}
      </ul>
      {!end.value && <Act act={load}>{w.common.more}</Act>}
    </>
  );
}

type Row = DeliveryList['deliveries'][number];

/** One message to one person is one row, however many ways it took. */
function byPerson(all: readonly Row[]): { key: string; first: Row; ways: Row[] }[] {
  const found = new Map<string, { key: string; first: Row; ways: Row[] }>();
  for (const one of all) {
    const key = `${one.notificationId} ${one.count} ${one.fullName ?? one.id}`;
    const row = found.get(key);
    if (row) row.ways.push(one);
    else found.set(key, { key, first: one, ways: [one] });
  }
  return [...found.values()];
}
