// Adds a site: the village, a name people use, and a code that becomes the speaker's.
// It must never know units: what stands at a site is installed afterwards.
import { useSignal } from '@preact/signals';
import type { Zone } from '../../../http/schemas/site.ts';
import { api } from '../../api.ts';
import { Form } from '../../parts/act.tsx';
import { CodeField } from '../../parts/code-field.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Places, usePlaces } from '../../places.ts';
import { go } from '../../router.ts';
import { codeOf } from '../../slug.ts';
import { words } from '../../words.ts';

export function NewSite() {
  const w = words.value.speakers;
  const places = usePlaces();
  return (
    <Page title={w.addSite} back="#/speakers">
      <Shown ask={places}>
        {(known) =>
          known.areas.some(({ kind }) => kind === 'village') ? (
            <Fields places={known} />
          ) : (
            <Empty title={w.noVillage}>
              <a class="button button-main" href="#/areas">
                {words.value.areas.add}
              </a>
            </Empty>
          )
        }
      </Shown>
    </Page>
  );
}

function Fields({ places }: { places: Places }) {
  const w = words.value.speakers;
  const villages = places.areas
    .filter(({ kind }) => kind === 'village')
    .map(({ id, name, tenantId }) => ({ value: id, label: `${name} (${places.name(tenantId)})` }));
  const areaId = useSignal(villages[0]?.value ?? '');
  const name = useSignal('');
  const code = useSignal('');
  const zone = useSignal<string>('ordinary');
  const zones = Object.entries(w.zones).map(([value, label]) => ({ value, label }));
  const act = async () => {
    const id = codeOf(code.value, name.value);
    await api.addSite({
      id,
      areaId: areaId.value,
      name: name.value.trim(),
      zone: zone.value as Zone,
    });
    go('/speakers');
  };
  return (
    <Form act={act} label={w.addSite} disabled={name.value.trim() === ''}>
      <Choice label={w.village} value={areaId} options={villages} />
      <Field label={w.siteName} hint={w.siteNameHint} value={name} required />
      <CodeField label={w.siteId} code={code} name={name.value} />
      <Choice label={w.zone} value={zone} options={zones} />
    </Form>
  );
}
