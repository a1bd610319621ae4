// Messages on this very device: what it means, turning it on, off, trying it; and the other devices of one's own.
// It must never ask the browser for permission before a person pressed the button.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ToldSettings } from '../../../http/schemas/notification.ts';
import { when } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Chip } from '../../parts/icons.tsx';
import { Notice } from '../../parts/notice.tsx';
import { toldApi } from '../../told-api.ts';
import { type PushState, pushState, turnOff, turnOn } from '../../told-push.ts';
import { words } from '../../words.ts';
import { Trial } from './trial.tsx';

type Props = { settings: ToldSettings; again: () => void };

export function Devices({ settings, again }: Props) {
  const w = words.value.told;
  const state = useSignal<PushState | null>(null);
  const failed = useSignal(false);
  const look = async () => {
    state.value = await pushState();
  };
  useEffect(() => void look(), []);
  const on = async () => {
    failed.value = false;
    try {
      await turnOn(settings.push.publicKey);
      again();
    } catch (reason) {
      // the browser's push service cannot be reached, or is none: its own words help nobody
      if (!(reason instanceof DOMException)) throw reason;
      failed.value = true;
    } finally {
      await look();
    }
  };
  const isHere = state.value === 'on' && settings.push.devices.length > 0;
  return (
    <div class="card way">
      <h3>
        {w.push.title} {isHere && <Chip tone="good">{w.push.on}</Chip>}
      </h3>
      <p>{w.push.why}</p>
      {state.value !== null && <State state={state.value} isHere={isHere} on={on} />}
      {failed.value && <Notice tone="bad">{w.push.failed}</Notice>}
      {settings.push.devices.length > 0 && <Trial channel="push" />}
      <Others settings={settings} again={again} look={look} />
    </div>
  );
}

function State(of: { state: PushState; isHere: boolean; on: () => Promise<void> }) {
  const w = words.value.told.push;
  if (of.isHere) return null;
  if (of.state === 'off' || of.state === 'on')
    return (
      <div class="actions">
        <Act kind="main" act={of.on}>
          {w.turnOn}
        </Act>
      </div>
    );
  return <Notice tone="wait">{w[of.state]}</Notice>;
}

function Others({ settings, again, look }: Props & { look: () => Promise<void> }) {
  const w = words.value;
  if (settings.push.devices.length === 0) return null;
  const drop = async (id: string, isLast: boolean) => {
    await toldApi.dropDevice(id);
    // of several it cannot be known which is this one; the service asks no device it has forgotten
    if (isLast) await turnOff();
    await look();
    again();
  };
  const isLast = settings.push.devices.length === 1;
  return (
    <ul class="rows ways">
      {settings.push.devices.map(({ id, label, madeAtMs }) => (
        <li key={id} class="way-row">
          <span>
            {label} <small>{w.told.push.since(when(madeAtMs))}</small>
          </span>
          <Act kind="quiet" act={() => drop(id, isLast)}>
            {w.told.push.turnOff(label)}
          </Act>
        </li>
      ))}
    </ul>
  );
}
