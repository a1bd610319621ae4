// A programme put together: what it holds, where and when it airs, what it will sound like, and what was built.
// It must never choose a bulletin or add up a length: the service answers while it is filled in.
import { useSignal } from '@preact/signals';
import type { BulletinBrief } from '../../../http/schemas/bulletin.ts';
import type { ProgrammeTemplate, ProgrammeWish } from '../../../http/schemas/programme.ts';
import { api } from '../../api.ts';
import { fewest, within } from '../../area-tree.ts';
import { useAsk } from '../../ask.ts';
import { givenBulletins } from '../../assign-api.ts';
import { planNow } from '../../clock.ts';
import { nextHalfHour } from '../../format.ts';
import { AreaPicker } from '../../parts/area-picker.tsx';
import { Choice, Radios } from '../../parts/field.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Places, usePlaces } from '../../places.ts';
import { programmesApi } from '../../programmes-api.ts';
import { words } from '../../words.ts';
import { Built } from './built.tsx';
import { ItemList } from './item-list.tsx';
import { Previewed } from './previewed.tsx';

/** @param params `items` and `areas`, as they were pressed elsewhere */
export function Programmes({ params }: { params: URLSearchParams }) {
  const w = words.value.programme;
  const ask = useAsk({ ask: askAll, on: ['bulletin', 'assignment'] });
  const places = usePlaces();
  return (
    <Page
      title={w.title}
      back="#/plan"
      aside={
        <a class="button" href="#/programmes/templates">
          {w.templates}
        </a>
      }
    >
      <p class="hint">{w.lead}</p>
      <Shown ask={places}>
        {(known) => (
          <Shown ask={ask}>{(there) => <Making {...there} places={known} params={params} />}</Shown>
        )}
      </Shown>
    </Page>
  );
}

export type Item = { id: string; title: string; tenantId: string };

type There = {
  templates: readonly ProgrammeTemplate[];
  items: readonly Item[];
  /** of what stands in the list and may not be said any more too */
  titleOf(id: string): string;
};

async function askAll(): Promise<There> {
  const [{ templates }, { bulletins }, given] = await Promise.all([
    programmesApi.templates(),
    api.bulletins(),
    givenBulletins(),
  ]);
  const titles = new Map([...bulletins, ...given].map(({ id, title }) => [id, title]));
  const titleOf = (id: string) => titles.get(id) ?? '…';
  return { templates, items: [...bulletins.filter(mayStand), ...given], titleOf };
}

/** What the service would refuse anyway is not offered. */
const mayStand = ({ state, priority, drill }: BulletinBrief): boolean =>
  state === 'approved' && priority !== 'emergency' && !drill;

type Props = There & {
  places: Places;
  params: URLSearchParams;
};

const listed = (text: string | null) => (text ?? '').split(',').filter(Boolean);

function Making({ templates, items, titleOf, places, params }: Props) {
  const w = words.value.programme;
  const pressed = listed(params.get('items'));
  const templateId = useSignal(pressed.length > 0 ? '' : (templates[0]?.id ?? ''));
  const byRule = useSignal(pressed.length === 0 && templates.length > 0);
  const itemIds = useSignal<readonly string[]>(pressed);
  const chosen = useSignal<ReadonlySet<string>>(new Set(listed(params.get('areas'))));
  const atMs = useSignal(nextHalfHour(planNow.peek()));
  const template = templates.find(({ id }) => id === templateId.value) ?? null;
  const nodes = template ? within(places.nodes, template.tenantId) : places.nodes;
  const areaIds = fewest(nodes, chosen.value);
  const ruled = template !== null && byRule.value;
  const wish: ProgrammeWish = {
    ...{ templateId: template?.id ?? null, areaIds, atMs: atMs.value },
    itemIds: ruled ? null : [...itemIds.value],
  };
  const lacking = areaIds.length === 0 || (!ruled && itemIds.value.length === 0);
  const options = templates.map(({ id, name, tenantId }) => ({
    value: id,
    label: `${name} (${places.name(tenantId)})`,
  }));
  return (
    <>
      <Section title={w.what} step={1}>
        <Choice
          label={w.template}
          value={templateId}
          options={[...options, { value: '', label: w.noTemplate }]}
        />
        {template && <HowChosen byRule={byRule.value} choose={(is) => (byRule.value = is)} />}
        {!ruled && <ItemList value={itemIds} items={items} titleOf={titleOf} />}
      </Section>
      <Section title={w.where} step={2}>
        <AreaPicker nodes={nodes} chosen={chosen} legend={w.where} />
      </Section>
      <Section title={w.when} step={3}>
        <Moment value={atMs} />
      </Section>
      <Section title={w.preview} step={4}>
        {lacking ? <p class="card">{w.lacking}</p> : <Previewed wish={wish} />}
      </Section>
      <Built />
    </>
  );
}

function HowChosen({ byRule, choose }: { byRule: boolean; choose: (byRule: boolean) => void }) {
  const w = words.value.programme;
  return (
    <Radios
      legend={w.how}
      value={byRule ? 'rule' : 'hand'}
      options={[
        { value: 'rule', label: w.byRule },
        { value: 'hand', label: w.byHand },
      ]}
      choose={(value) => choose(value === 'rule')}
    />
  );
}
