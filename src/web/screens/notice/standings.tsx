// Who stands for which template, and an approver standing for one after reading its words.
// It must never decide what a standing approval covers.
import { useSignal } from '@preact/signals';
import type { Standing, StandingList, Template } from '../../../http/schemas/notice.ts';
import { useAsk } from '../../ask.ts';
import { planNow } from '../../clock.ts';
import { when } from '../../format.ts';
import { noticeApi } from '../../notice-api.ts';
import { Form } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Group, Radios } from '../../parts/field.tsx';
import { Chip } from '../../parts/icons.tsx';
import { Empty, Notice } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { holds, session } from '../../session.ts';
import { said, words } from '../../words.ts';
import { Words } from './templates.tsx';
import { ForTenant } from './tenant.tsx';

export function Standings() {
  const w = words.value.notice.ofStandings;
  return (
    <Page title={w.title} back="#/notice">
      <p>{w.hint}</p>
      <ForTenant roles={['approver', 'author', 'operator', 'administrator']}>
        {(areaId) => <OfTenant key={areaId} areaId={areaId} />}
      </ForTenant>
    </Page>
  );
}

function OfTenant({ areaId }: { areaId: string }) {
  const w = words.value.notice.ofStandings;
  const ask = useAsk({
    ask: async () => {
      const [list, { templates }] = await Promise.all([
        noticeApi.standings(areaId),
        noticeApi.templates(areaId),
      ]);
      return { ...list, templates };
    },
    key: areaId,
    on: ['notice'],
  });
  return (
    <Shown ask={ask}>
      {(list) => (
        <>
          <Section title={w.now}>
            {list.standings.length === 0 ? (
              <Empty title={w.none} hint={w.noneHint} />
            ) : (
              <ul class="rows">
                {list.standings.map((one) => (
                  <One key={one.id} {...{ one, areaId }} makers={list.makers} again={ask.again} />
                ))}
              </ul>
            )}
          </Section>
          <Section title={w.give}>
            {holds('approver') ? (
              <ul class="rows">
                {list.templates
                  .filter(({ hidden }) => !hidden)
                  .map((template) => (
                    <li key={template.id} class="row">
                      <Stand {...{ template, areaId }} makers={list.makers} again={ask.again} />
                    </li>
                  ))}
              </ul>
            ) : (
              <Notice tone="wait">{w.notApprover}</Notice>
            )}
          </Section>
        </>
      )}
    </Shown>
  );
}

type Makers = StandingList['makers'];

function One(of: { one: Standing; areaId: string; makers: Makers; again: () => void }) {
  const w = words.value.notice.ofStandings;
  const { one } = of;
  const names = one.accountIds?.map(
    (id) => of.makers.find(({ accountId }) => accountId === id)?.name ?? id,
  );
  const mine = one.approverId === session.value?.account.id;
  return (
    <li class="row">
      <span class="row-head">
        <strong>{one.templateTitle ? said(one.templateTitle) : one.templateId}</strong>
        {!one.inForce && <Chip tone="bad">{words.value.notice.tone.bad}</Chip>}
      </span>
      <span>
        {one.approverName}, {w.until(when(one.untilMs))}
        {one.emergency && `, ${w.urgent}`}
        {names && `, ${w.only(names.join(', '))}`}
      </span>
      {one.reason && <p class="wrong">{said(one.reason.say)}</p>}
      {(holds('administrator') || (holds('approver') && mine)) && (
        <Confirm
          quiet
          label={w.end}
          title={w.end}
          ask={w.endAsk}
          act={() => noticeApi.unstand(of.areaId, one.id).then(of.again)}
        />
      )}
    </li>
  );
}

const MONTHS = [1, 3, 6, 12];
/** A year of them stays within the service's twelve months. */
const MONTH_MS = 30 * 86_400_000;

function Stand(of: { template: Template; areaId: string; makers: Makers; again: () => void }) {
  const w = words.value.notice.ofStandings;
  const { template } = of;
  const months = useSignal('3');
  const emergency = useSignal(false);
  const sure = useSignal(false);
  const only = useSignal<ReadonlySet<string>>(new Set());
  const act = async () => {
    const { id: templateId, hash: templateHash } = template;
    const untilMs = Math.round(planNow.peek() + Number(months.value) * MONTH_MS);
    const accountIds = only.value.size === 0 ? null : [...only.value];
    const wish = { templateId, templateHash, untilMs, emergency: emergency.value, accountIds };
    await noticeApi.stand(of.areaId, wish);
    sure.value = false;
    of.again();
  };
  return (
    <details class="fold">
      <summary>{said(template.title)}</summary>
      <Form act={act} label={w.give} disabled={!sure.value}>
        <p>{w.words}:</p>
        <Words template={template} />
        <Radios
          legend={w.howLong}
          value={months.value}
          options={MONTHS.map((n) => ({ value: `${n}`, label: w.months(n) }))}
          choose={(value) => (months.value = value)}
        />
        <Who makers={of.makers} only={only} />
        {template.priority !== 'normal' && <Tick label={w.emergency} on={emergency} />}
        <Tick label={w.sure} on={sure} />
      </Form>
    </details>
  );
}

type Flag = { value: boolean };
function Tick({ label, on }: { label: string; on: Flag }) {
  return (
    <label class="pick">
      <input type="checkbox" checked={on.value} onChange={() => (on.value = !on.value)} />
      <span>{label}</span>
    </label>
  );
}

function Who({ makers, only }: { makers: Makers; only: { value: ReadonlySet<string> } }) {
  const w = words.value.notice.ofStandings;
  const flip = (id: string) => {
    const next = new Set(only.value);
    if (!next.delete(id)) next.add(id);
    only.value = next;
  };
  return (
    <Group legend={w.who}>
      <label class="pick">
        <input
          type="checkbox"
          checked={only.value.size === 0}
          onChange={() => (only.value = new Set())}
        />
        <span>{w.everyone}</span>
      </label>
      {makers.map(({ accountId, name }) => (
        <label key={accountId} class="pick">
          <input
            type="checkbox"
            checked={only.value.has(accountId)}
            onChange={() => flip(accountId)}
          />
          <span>{name}</span>
        </label>
      ))}
    </Group>
  );
}
