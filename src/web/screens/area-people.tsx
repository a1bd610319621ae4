// What figures need of a place: how many live there, and whether it is urban or rural.
// It must never know what is counted with it.
import { useSignal } from '@preact/signals';
import type { Area } from '../../http/schemas/area.ts';
import { Form } from '../parts/act.tsx';
import { Choice, Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { recordsApi } from '../records-api.ts';
import { words } from '../words.ts';

export function AreaPeople({ area }: { area: Area }) {
  const w = words.value;
  const people = useSignal(area.population === null ? '' : `${area.population}`);
  const setting = useSignal<string>(area.setting ?? '');
  const saved = useSignal(false);
  const act = async () => {
    const chosen = setting.value === 'urban' || setting.value === 'rural' ? setting.value : null;
    const population = people.value === '' ? null : Number(people.value);
    await recordsApi.editArea(area.id, { population, setting: chosen });
    saved.value = true;
  };
  return (
    <details class="fold">
      <summary>{w.records.people}</summary>
      <Form act={act} label={w.common.save}>
        <Field label={w.areas.people} type="number" value={people} />
        <Choice
          label={w.records.setting}
          value={setting}
          options={[
            { value: '', label: w.records.settings.unsaid },
            { value: 'urban', label: w.records.settings.urban },
            { value: 'rural', label: w.records.settings.rural },
          ]}
        />
        {saved.value && <Notice tone="good">{w.common.saved}</Notice>}
      </Form>
    </details>
  );
}
