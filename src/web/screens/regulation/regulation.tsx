// A commune's regulation: begun from a template or by hand, tried against the plan, saved; who approves below.
// It must never judge it: the service refuses what cannot stand, the loudspeaker keeps what is saved.
import { type Signal, useSignal } from '@preact/signals';
import type { ApprovalMode } from '../../../http/schemas/approval.ts';
import type { Regulation, RegulationPreview } from '../../../http/schemas/regulation.ts';
import { useAsk } from '../../ask.ts';
import { Form } from '../../parts/act.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { usePlaces } from '../../places.ts';
import { regulationApi } from '../../regulation-api.ts';
import { recall, remember } from '../../remember.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';
import { ApprovalRule } from '../approve/rule.tsx';
import { LanguageOrders } from '../languages/order.tsx';
import { type Draft, draftOf, NEW_QUIET, NEW_WINDOW, readDraft } from './draft.ts';
import { Order } from './order.tsx';
import { Sessions } from './sessions.tsx';
import { setApproval } from './set-approval.ts';
import { Silenced, Try } from './silenced.tsx';
import { Templates } from './templates.tsx';
import { Volumes } from './volumes.tsx';
import { Windows } from './windows.tsx';
import { Zones } from './zones.tsx';

export function RegulationScreen({ areaId }: { areaId: string }) {
  const w = words.value;
  const places = usePlaces();
  // what a template says of it, until the regulation is saved
  const approval = useSignal<ApprovalMode | null>(null);
  const ask = useAsk({ ask: () => regulationApi.get(areaId), key: areaId });
  return (
    <Page title={w.areas.hoursTitle(places.answer.value?.name(areaId) ?? '…')} back="#/areas">
      <p>{w.areas.hoursIntro}</p>
      <p>
        <a href="#/overrides">{w.regulation.overrides.link}</a>
      </p>
      <Shown ask={ask}>
        {(regulation) => <Writing regulation={regulation} approval={approval} />}
      </Shown>
      <Shown ask={places}>{(known) => <LanguageOrders areaId={areaId} places={known} />}</Shown>
      <ApprovalRule areaId={areaId} offered={approval.value} />
    </Page>
  );
}

type WritingProps = { regulation: Regulation; approval: Signal<ApprovalMode | null> };

function Writing({ regulation, approval }: WritingProps) {
  const { areaId } = regulation;
  const name = `regulation.${areaId}`;
  const stands = useSignal<Draft>(draftOf(regulation));
  const draft = useSignal<Draft>(readDraft(recall(name)) ?? stands.value);
  const tried = useSignal<RegulationPreview | null>(null);
  const silences = useSignal<number | null>(null);
  const set = (next: Draft) => {
    draft.value = next;
    tried.value = null;
    silences.value = null;
    remember(name, JSON.stringify(next));
  };
  const wish = () => ({
    hours: { utcOffsetMin: regulation.hours.utcOffsetMin, windows: draft.value.windows },
    rules: draft.value.rules,
  });
  const save = async () => {
    const made = await regulationApi.set(areaId, wish());
    if (approval.value !== null) await setApproval(areaId, approval.value);
    approval.value = null;
    remember(name, null);
    stands.value = draft.value;
    tried.value = null;
    silences.value = made.silences;
  };
  if (!holds('administrator'))
    return (
      <fieldset class="plain-set" disabled>
        <Parts draft={draft} set={set} />
      </fieldset>
    );
  return (
    <>
      <Templates
        before={stands.value}
        draft={draft.value}
        take={(next, mode) => {
          set(next);
          approval.value = mode;
        }}
      />
      <Form act={save} label={words.value.common.save}>
        <Parts draft={draft} set={set} />
        <Try
          act={async () => {
            tried.value = await regulationApi.preview(areaId, wish());
          }}
        />
        {tried.value && <Silenced preview={tried.value} />}
        {silences.value !== null && (
          <Notice tone={silences.value > 0 ? 'wait' : 'good'}>
            {words.value.common.saved}{' '}
            {silences.value > 0 && words.value.regulation.silences(silences.value)}
          </Notice>
        )}
      </Form>
    </>
  );
}

function Parts({ draft, set }: { draft: Signal<Draft>; set: (next: Draft) => void }) {
  const w = words.value;
  const { windows, rules } = draft.value;
  const change = (part: Partial<Draft['rules']>) => set({ windows, rules: { ...rules, ...part } });
  return (
    <>
      <Section title={w.regulation.windows}>
        {windows.length === 0 && <Notice tone="wait">{w.areas.noHours}</Notice>}
        <Windows
          windows={windows}
          fresh={NEW_WINDOW}
          add={w.areas.addWindow}
          set={(next) => set({ windows: next, rules })}
        />
      </Section>
      <Section title={w.regulation.quiet}>
        <p class="hint">{w.regulation.quietHint}</p>
        <Windows
          windows={rules.quiet}
          fresh={NEW_QUIET}
          add={w.regulation.addQuiet}
          set={(quiet) => change({ quiet })}
        />
      </Section>
      <Zones zones={rules.zones} windows={windows} set={(zones) => change({ zones })} />
      <Sessions rules={rules} set={change} />
      <Volumes volumes={rules.volumes} set={(volumes) => change({ volumes })} />
      <Order order={rules.order} set={(order) => change({ order })} />
    </>
  );
}
