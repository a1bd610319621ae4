// Units kept in store for a commune: made, labelled, and what became of each.
// It must never show an enrolment or a label's code a second time.
import { useSignal } from '@preact/signals';
import type { Spare, SparesMade } from '../../../http/schemas/spare.ts';
import { api } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { when } from '../../format.ts';
import { Form } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Choice, type Option } from '../../parts/field.tsx';
import { Chip, type Tone } from '../../parts/icons.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { tenantsHeld } from '../../places-held.ts';
import { poleApi } from '../../pole-api.ts';
import { words } from '../../words.ts';
import { shortUnit } from './label.ts';
import { MadeSpares } from './made-spares.tsx';
import { PoleTabs } from './pole-tabs.tsx';

async function askSpares() {
  const [{ spares }, { areas }] = await Promise.all([poleApi.spares(), api.areas()]);
  return { spares, tenants: tenantsHeld(areas, 'technician', 'administrator') };
}

export function Spares() {
  const w = words.value;
  const ask = useAsk({ ask: askSpares, on: ['speaker'] });
  const made = useSignal<SparesMade['spares']>([]);
  return (
    <Page title={w.speakers.title}>
      <PoleTabs at="spares" />
      <p class="hint">{w.spares.intro}</p>
      {made.value.length > 0 && <MadeSpares made={made.value} />}
      <Shown ask={ask}>
        {({ spares, tenants }) => (
          <>
            {tenants.length > 0 && (
              <Make
                tenants={tenants.map(({ id, name }) => ({ value: id, label: name }))}
                made={(all) => {
                  made.value = all;
                  ask.again();
                }}
              />
            )}
            <Section title={w.spares.list}>
              {spares.length === 0 && <Empty title={w.spares.empty} />}
              <ul class="rows">
                {spares.map((one) => (
                  <One key={one.id} spare={one} again={ask.again} />
                ))}
              </ul>
            </Section>
          </>
        )}
      </Shown>
    </Page>
  );
}

/** A van takes a handful; the service makes at most twenty at once. */
const COUNTS = ['1', '2', '3', '5', '10', '20'];

function Make(of: { tenants: readonly Option[]; made: (all: SparesMade['spares']) => void }) {
  const w = words.value.spares;
  const tenantId = useSignal(of.tenants[0]?.value ?? '');
  const count = useSignal('1');
  const make = async () => {
    const wish = { tenantId: tenantId.value, count: Number(count.value) };
    of.made([...(await poleApi.makeSpares(wish)).spares]);
  };
  return (
    <Section title={w.make}>
      <Form act={make} label={w.makeAct}>
        {of.tenants.length > 1 && <Choice label={w.tenant} value={tenantId} options={of.tenants} />}
        <Choice
          label={w.count}
          value={count}
          options={COUNTS.map((value) => ({ value, label: value }))}
        />
      </Form>
    </Section>
  );
}

const TONE: Record<Spare['state'], Tone> = {
  'never-seen': 'plain',
  ready: 'good',
  waiting: 'wait',
  installed: 'plain',
  withdrawn: 'plain',
};

function One({ spare, again }: { spare: Spare; again: () => void }) {
  const w = words.value.spares;
  const { id, state, heardAtMs, createdAtMs, by, siteName } = spare;
  const open = state === 'never-seen' || state === 'ready';
  return (
    <li class="row">
      <span class="row-head">
        <strong>{shortUnit(id)}</strong>
        <Chip tone={TONE[state]}>{w.states[state]}</Chip>
      </span>
      {siteName !== null && <span>{w.at(siteName)}</span>}
      <small>
        {w.madeBy(by, when(createdAtMs))}
        {heardAtMs !== null && ` · ${w.heard(when(heardAtMs))}`}
      </small>
      {open && (
        <Confirm
          quiet
          label={w.withdraw}
          title={w.withdrawSure}
          ask={w.withdrawAsk}
          act={() => poleApi.withdrawSpare(id).then(again)}
        />
      )}
    </li>
  );
}
