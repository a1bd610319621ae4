// Where and when a bulletin shall air, and the sending to an approver.
// It must never know who approves.
import { type Signal, useSignal } from '@preact/signals';
import type { BulletinView } from '../../http/schemas/bulletin.ts';
import type { ScheduleWish } from '../../http/schemas/schedule.ts';
import { api } from '../api.ts';
import { fewest, heardBy, within } from '../area-tree.ts';
import { useAsk } from '../ask.ts';
import { planNow } from '../clock.ts';
import { nextHalfHour } from '../format.ts';
import { Act } from '../parts/act.tsx';
import { AreaPicker } from '../parts/area-picker.tsx';
import { Radios } from '../parts/field.tsx';
import { Moment } from '../parts/moment.tsx';
import { Section } from '../parts/page.tsx';
import type { Places } from '../places.ts';
import { scheduleApi } from '../schedule-api.ts';
import { words } from '../words.ts';
import { HushedLine } from './pole/hushed-line.tsx';

type Props = { view: BulletinView; places: Places; again: () => void };

export function SendForApproval({ view, places, again }: Props) {
  const { bulletin } = view;
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const how = useSignal<'now' | 'once'>('now');
  const at = useSignal(nextHalfHour(planNow.peek()));
  const w = words.value;
  // a schedule made before a change of text still stands: it is not asked for twice
  const planned = view.schedules.some(({ endedAtMs }) => endedAtMs === null);
  const rule = ruleOf(how.value, at.value);
  const nodes = within(places.nodes, bulletin.tenantId);
  const areaIds = fewest(nodes, chosen.value);
  const act = async () => {
    if (!planned) await scheduleApi.add({ bulletinId: bulletin.id, areaIds, rule });
    await api.submit(bulletin.id);
    again();
  };
  const lacking = !planned && areaIds.length === 0;
  const heard = heardBy(nodes, chosen.value);
  return (
    <>
      {!planned && (
        <>
          <Section title={w.say.where}>
            <AreaPicker nodes={nodes} chosen={chosen} legend={w.say.where} />
            {areaIds.length > 0 && (
              <p role="status">{w.approvals.hearsSpeakers(heard.speakers, heard.online)}</p>
            )}
          </Section>
          <Section title={w.say.when}>
            <WhenFields how={how} at={at} />
            {areaIds.length > 0 && (
              <Hushed
                bulletinId={bulletin.id}
                areaIds={areaIds}
                atMs={silentAt(how.value, at.value)}
              />
            )}
          </Section>
        </>
      )}
      <div class="card">
        <p>{lacking ? w.say.noPlace : w.say.sendHint}</p>
        <Act kind="main" act={act} disabled={lacking}>
          {w.say.send}
        </Act>
      </div>
    </>
  );
}

type Slot = { bulletinId: string; areaIds: readonly string[]; atMs: number };

/** The service says who would stay silent; a wish it refuses is refused in words when it is sent. */
function Hushed({ bulletinId, areaIds, atMs }: Slot) {
  const rule = { kind: 'once' as const, atMs };
  const ask = useAsk({
    ask: () => scheduleApi.preview({ bulletinId, areaIds: [...areaIds], rule }),
    key: `${areaIds.join(' ')} ${atMs}`,
    on: ['hush'],
  });
  return <HushedLine hushed={ask.answer.value?.next[0]?.hushed ?? []} />;
}

const MINUTE_MS = 60_000;
/** "Once approved" is tried as soon as it can be: whole minutes, or each second would be another question. */
const silentAt = (how: 'now' | 'once', atMs: number): number =>
  how === 'once' ? atMs : (Math.floor(planNow.peek() / MINUTE_MS) + 2) * MINUTE_MS;

const ruleOf = (how: 'now' | 'once', atMs: number): ScheduleWish =>
  how === 'now' ? { kind: 'now' } : { kind: 'once', atMs };

type WhenProps = {
  how: { value: 'now' | 'once' };
  at: Signal<number>;
};
function WhenFields({ how, at }: WhenProps) {
  const w = words.value.say;
  return (
    <>
      <Radios
        quiet
        legend={w.when}
        value={how.value}
        options={[
          { value: 'now', label: w.whenApproved },
          { value: 'once', label: w.whenAt },
        ]}
        choose={(value) => {
          how.value = value as 'now' | 'once';
        }}
      />
      {how.value === 'once' && <Moment value={at} />}
    </>
  );
}
