// Gives an approved bulletin of the province to communes, with how often and by when.
// It must never know which communes may be given anything: the service refuses and says why.
import { useSignal } from '@preact/signals';
import type { BulletinBrief } from '../../../http/schemas/bulletin.ts';
import { api } from '../../api.ts';
import { fewest } from '../../area-tree.ts';
import { useAsk } from '../../ask.ts';
import { assignApi } from '../../assign-api.ts';
import { sent, useKept } from '../../kept.ts';
import { Form } from '../../parts/act.tsx';
import { AreaPicker } from '../../parts/area-picker.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Places, usePlaces } from '../../places.ts';
import { go } from '../../router.ts';
import { words } from '../../words.ts';
import { endOfDayMs } from './one-assignment.tsx';

export function GiveBulletin({ params }: { params: URLSearchParams }) {
  const w = words.value;
  const ask = useAsk({ ask: api.bulletins, on: ['bulletin'] });
  const places = usePlaces();
  return (
    <Page title={w.assign.give} back="#/assign">
      <Shown ask={places}>
        {(known) => (
          <Shown ask={ask}>
            {({ bulletins }) => {
              const given = bulletins.filter(canBeGiven(known));
              if (given.length === 0) return <Empty title={w.assign.noBulletin} />;
              return <Fields bulletins={given} places={known} first={params.get('bulletin')} />;
            }}
          </Shown>
        )}
      </Shown>
    </Page>
  );
}

const canBeGiven =
  ({ areas }: Places) =>
  ({ tenantId, state, priority }: BulletinBrief): boolean =>
    state === 'approved' &&
    priority !== 'emergency' &&
    areas.some(({ id, kind }) => id === tenantId && kind === 'province');

type Props = { bulletins: readonly BulletinBrief[]; places: Places; first: string | null };

function Fields({ bulletins, places, first }: Props) {
  const w = words.value.assign;
  const bulletinId = useSignal(first ?? bulletins[0]?.id ?? '');
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const least = useKept('assign.least', '3');
  const due = useKept('assign.due');
  const note = useKept('assign.note');
  const areaIds = fewest(places.nodes, chosen.value);
  const leastAirings = Number(least.value);
  const isWhole = Number.isInteger(leastAirings) && leastAirings >= 1 && leastAirings <= 60;
  const lacking = areaIds.length === 0 || due.value === '' || !isWhole;
  const act = async () => {
    const { id } = await assignApi.give({
      ...{ bulletinId: bulletinId.value, areaIds, leastAirings },
      ...{ dueAtMs: endOfDayMs(due.value), note: note.value.trim() || null },
    });
    sent('assign.least', 'assign.due', 'assign.note');
    go(`/assign/${id}`);
  };
  const options = bulletins.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Form act={act} label={w.giveAct} disabled={lacking}>
      <Section title={w.bulletin} step={1}>
        <Choice label={w.bulletin} value={bulletinId} options={options} />
      </Section>
      <Section title={w.where} step={2}>
        <AreaPicker nodes={places.nodes} chosen={chosen} legend={w.where} />
      </Section>
      <Section title={w.least} step={3}>
        <Field label={w.least} hint={w.leastHint} value={least} type="number" autocomplete="off" />
        <DayField label={w.due} value={due} />
        <Field
          label={`${w.note} (${words.value.common.optional})`}
          value={note}
          autocomplete="off"
        />
      </Section>
    </Form>
  );
}
