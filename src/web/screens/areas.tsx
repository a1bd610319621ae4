// The areas as a tree, with a way to add one and to the hours of each commune.
// It must never know who may add what: the service refuses.
import { useSignal } from '@preact/signals';
import type { AreaKind } from '../../http/schemas/area.ts';
import { api } from '../api.ts';
import type { Node } from '../area-tree.ts';
import { figure } from '../format.ts';
import { useKept } from '../kept.ts';
import { Form } from '../parts/act.tsx';
import { CodeField } from '../parts/code-field.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Choice, Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Shown } from '../parts/shown.tsx';
import { type Places, usePlaces } from '../places.ts';
import { scheduleApi } from '../schedule-api.ts';
import { holds } from '../session.ts';
import { codeOf } from '../slug.ts';
import { words } from '../words.ts';
import { AreaPeople } from './area-people.tsx';
import { FirstSteps } from './first-steps.tsx';

export function Areas() {
  const places = usePlaces();
  const w = words.value.areas;
  return (
    <Page title={w.title}>
      <Shown ask={places}>
        {(known) => (
          <>
            <FirstSteps places={known} />
            <div class="card">
              <Branch nodes={known.nodes} again={places.again} />
            </div>
            {holds('administrator') && <NewArea places={known} again={places.again} />}
          </>
        )}
      </Shown>
    </Page>
  );
}

function Branch({ nodes, again }: { nodes: readonly Node[]; again: () => void }) {
  const w = words.value.areas;
  return (
    <ul class="tree">
      {nodes.map(({ area, children }) => (
        <li key={area.id}>
          <div class="area">
            <span>
              <strong>{area.name}</strong>
              <small>
                {w.kinds[area.kind]} · {area.code}
                {area.population !== null && ` · ${w.peopleOf(figure(area.population))}`}
              </small>
            </span>
            {area.tenantId === area.id && (
              <span class="actions">
                <a class="button button-quiet" href={`#/areas/${area.id}`}>
                  {w.hours}
                </a>
                <a class="button button-quiet" href={`#/reading/${area.id}`}>
                  {words.value.profile.link}
                </a>
                <a class="button button-quiet" href={`#/lexicon/${area.id}`}>
                  {words.value.lexicon.link}
                </a>
              </span>
            )}
            {area.tenantId !== area.id && children.length === 0 && holds('administrator') && (
              <Confirm
                quiet
                label={words.value.schedule.drop}
                title={words.value.schedule.dropArea(area.name)}
                ask={words.value.schedule.dropAreaAsk}
                act={() => scheduleApi.dropArea(area.id).then(again)}
              />
            )}
          </div>
          {holds('administrator') && area.kind !== 'group' && <AreaPeople area={area} />}
          {children.length > 0 && <Branch nodes={children} again={again} />}
        </li>
      ))}
    </ul>
  );
}

/** What stands under what: a province has communes, a commune villages and groups. */
const BENEATH: Record<AreaKind, AreaKind[]> = {
  province: ['commune', 'group'],
  commune: ['village', 'group'],
  village: [],
  group: [],
};

function NewArea({ places, again }: { places: Places; again: () => void }) {
  const parents = places.areas.filter(({ kind }) => BENEATH[kind].length > 0);
  const parentId = useSignal(
    (parents.find((area) => area.kind === 'commune') ?? parents[0])?.id ?? '',
  );
  const kind = useSignal<string>('');
  const name = useKept('area.name');
  const code = useKept('area.code');
  const people = useKept('area.people');
  const added = useSignal<string | null>(null);
  const w = words.value;
  const parent = parents.find(({ id }) => id === parentId.value);
  const kinds = parent === undefined ? [] : BENEATH[parent.kind];
  const chosen = kinds.find((one) => one === kind.value) ?? kinds[0];
  const act = async () => {
    if (chosen === undefined) return;
    const made = await api.addArea({
      parentId: parentId.value,
      kind: chosen,
      name: name.value.trim(),
      code: codeOf(code.value, name.value),
      population: people.value === '' ? null : Number(people.value),
    });
    added.value = made.name;
    for (const field of [name, code, people]) field.value = '';
    again();
  };
  return (
    <Section title={w.areas.add}>
      {added.value !== null && <Notice tone="good">{w.areas.added(added.value)}</Notice>}
      <Form act={act} label={w.areas.add} disabled={name.value.trim() === ''}>
        <Choice
          label={w.areas.parent}
          value={parentId}
          options={parents.map(({ id, name: label }) => ({ value: id, label }))}
        />
        <Choice
          label={w.areas.kind}
          value={kind}
          otherwise={chosen ?? ''}
          options={kinds.map((one) => ({ value: one, label: w.areas.kinds[one] }))}
        />
        <Field label={w.areas.name} value={name} required />
        <CodeField label={w.areas.code} code={code} name={name.value} />
        <Field label={`${w.areas.people} (${w.common.optional})`} type="number" value={people} />
      </Form>
    </Section>
  );
}
