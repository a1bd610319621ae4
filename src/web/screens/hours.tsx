// The hours in which a commune's loudspeakers may sound: windows by days of the week.
// It must never judge them: the loudspeaker and the service keep to what is saved.
import { type Signal, useSignal } from '@preact/signals';
import type { HoursWindow } from '../../http/schemas/area.ts';
import type { Regulation } from '../../http/schemas/regulation.ts';
import { useAsk } from '../ask.ts';
import { Form } from '../parts/act.tsx';
import { Days } from '../parts/field.tsx';
import { Clock } from '../parts/moment.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Shown } from '../parts/shown.tsx';
import { usePlaces } from '../places.ts';
import { regulationApi } from '../regulation-api.ts';
import { holds } from '../session.ts';
import { words } from '../words.ts';
import { ApprovalRule } from './approve/rule.tsx';

export function Hours({ areaId }: { areaId: string }) {
  const w = words.value.areas;
  const places = usePlaces();
  const ask = useAsk({ ask: () => regulationApi.get(areaId), key: areaId });
  return (
    <Page title={w.hoursTitle(places.answer.value?.name(areaId) ?? '…')} back="#/areas">
      <p>{w.hoursIntro}</p>
      <Shown ask={ask}>{(regulation) => <Windows regulation={regulation} />}</Shown>
      <ApprovalRule areaId={areaId} />
    </Page>
  );
}

/** From six in the morning, every day: what most communes begin with. */
const NEW_WINDOW: HoursWindow = { days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 360, toMinute: 420 };

function Windows({ regulation }: { regulation: Regulation }) {
  const w = words.value;
  const windows = useSignal<HoursWindow[]>(regulation.hours.windows);
  const saved = useSignal(false);
  const set = (next: HoursWindow[]) => {
    windows.value = next;
    saved.value = false;
  };
  const act = async () => {
    const hours = { ...regulation.hours, windows: windows.value };
    await regulationApi.set(regulation.areaId, { hours });
    saved.value = true;
  };
  const rows = windows.value.map((one, index) => (
    <OneWindow key={index} one={one} at={index} all={windows} set={set} />
  ));
  if (!holds('administrator')) return <fieldset disabled>{rows}</fieldset>;
  return (
    <Form act={act} label={w.common.save}>
      {windows.value.length === 0 && <Notice tone="wait">{w.areas.noHours}</Notice>}
      {rows}
      <button type="button" class="button" onClick={() => set([...windows.value, NEW_WINDOW])}>
        {w.areas.addWindow}
      </button>
      {saved.value && <Notice tone="good">{w.common.saved}</Notice>}
    </Form>
  );
}

function OneWindow(of: {
  one: HoursWindow;
  at: number;
  all: Signal<HoursWindow[]>;
  set: (next: HoursWindow[]) => void;
}) {
  const w = words.value;
  const change = (part: Partial<HoursWindow>) =>
    of.set(of.all.value.map((one, index) => (index === of.at ? { ...one, ...part } : one)));
  const drop = () => of.set(of.all.value.filter((_, index) => index !== of.at));
  return (
    <div class="card window">
      <div class="span">
        <Clock
          label={w.areas.from}
          minute={of.one.fromMinute}
          set={(fromMinute) => change({ fromMinute })}
        />
        <Clock
          end
          label={w.areas.to}
          minute={of.one.toMinute}
          set={(toMinute) => change({ toMinute })}
        />
      </div>
      <Days
        legend={w.plan.days}
        names={w.dayShort}
        long={w.day}
        chosen={of.one.days}
        change={(days) => days.length > 0 && change({ days })}
      />
      <button type="button" class="button button-quiet" onClick={drop}>
        {w.common.remove}
      </button>
    </div>
  );
}
