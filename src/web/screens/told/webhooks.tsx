// A commune's webhooks: made (the secret is shown once), tried, taken away.
// It must never keep the secret: leaving the page is losing it.
import { useSignal } from '@preact/signals';
import type { Kind, Webhook, WebhookMade } from '../../../http/schemas/notification.ts';
import { useAsk } from '../../ask.ts';
import { Form } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { CopyBox } from '../../parts/copy.tsx';
import { Field, Group } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Shown } from '../../parts/shown.tsx';
import { toldApi } from '../../told-api.ts';
import { words } from '../../words.ts';
import { TrialOf } from './trial.tsx';
import { wentWords } from './went.tsx';

export function Webhooks({ areaId }: { areaId: string }) {
  const ask = useAsk({ ask: () => toldApi.webhooks(areaId), key: areaId });
  return (
    <>
      <Shown ask={ask}>
        {({ webhooks }) => (
          <ul class="rows">
            {webhooks.map((one) => (
              <One key={one.id} one={one} again={ask.again} />
            ))}
          </ul>
        )}
      </Shown>
      <Adding areaId={areaId} again={ask.again} />
    </>
  );
}

function One({ one, again }: { one: Webhook; again: () => void }) {
  const w = words.value;
  const drop = async () => {
    await toldApi.dropWebhook(one.id);
    again();
  };
  return (
    <li class="row">
      <strong>{one.url}</strong>
      <small>{one.kinds.map((kind) => w.told.kinds[kind]).join(' · ')}</small>
      {one.last && <small class={`went-${one.last.state}`}>{wentWords(one.last)}</small>}
      <TrialOf act={() => toldApi.tryWebhook(one.id)} by={w.told.by.webhook} />
      <div class="actions">
        <Confirm
          quiet
          label={w.common.remove}
          title={one.url}
          ask={w.told.dropWebhook}
          act={drop}
        />
      </div>
    </li>
  );
}

/** What a situation room wants first. */
const FIRST: readonly Kind[] = ['emergency-out', 'stopped', 'airing-failed'];

function Adding({ areaId, again }: { areaId: string; again: () => void }) {
  const w = words.value.told;
  const url = useSignal('');
  const kinds = useSignal<readonly Kind[]>(FIRST);
  const made = useSignal<WebhookMade | null>(null);
  const flip = (kind: Kind) => {
    const isOn = kinds.value.includes(kind);
    kinds.value = isOn ? kinds.value.filter((one) => one !== kind) : [...kinds.value, kind];
  };
  const add = async () => {
    const wish = { url: url.value.trim(), kinds: [...kinds.value] };
    made.value = await toldApi.addWebhook(areaId, wish);
    url.value = '';
    again();
  };
  return (
    <details class="fold">
      <summary>{w.addWebhook}</summary>
      <Form act={add} label={w.addWebhook} disabled={url.value === '' || kinds.value.length === 0}>
        <Field label={w.webhookUrl} hint={w.webhookHint} value={url} autocomplete="off" />
        <Group legend={w.webhookKinds}>
          <div class="kind-ways kind-wide">
            {(Object.keys(w.kinds) as Kind[]).map((kind) => (
              <label key={kind} class="way-pick">
                <input
                  type="checkbox"
                  checked={kinds.value.includes(kind)}
                  onChange={() => flip(kind)}
                />
                <span>{w.kinds[kind]}</span>
              </label>
            ))}
          </div>
        </Group>
      </Form>
      {made.value && (
        <Notice tone="good">
          <p>{w.secretOnce}</p>
          <CopyBox text={made.value.secret} />
        </Notice>
      )}
    </details>
  );
}
