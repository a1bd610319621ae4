// One's own e-mail address or number: written, proved by a code, tried, taken away.
// It must never judge an address: the service does, and says what is wrong.
import { useSignal } from '@preact/signals';
import type { ToldSettings } from '../../../http/schemas/notification.ts';
import { Form } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Field } from '../../parts/field.tsx';
import { Chip } from '../../parts/icons.tsx';
import { Notice } from '../../parts/notice.tsx';
import { toldApi } from '../../told-api.ts';
import { words } from '../../words.ts';
import { Trial } from './trial.tsx';

type Props = { channel: 'mail' | 'sms'; contact: ToldSettings['mail']; again: () => void };

export function Contact(props: Props) {
  const { channel, contact } = props;
  const w = words.value.told[channel];
  const isOn = contact.ready && contact.verified;
  return (
    <div class="card way">
      <h3>
        {w.title} {isOn && <Chip tone="good">{contact.address}</Chip>}
      </h3>
      <p>{w.why}</p>
      {!contact.ready && <Notice tone="wait">{words.value.told.notReady}</Notice>}
      {contact.ready && (isOn ? <Own {...props} /> : <Steps {...props} />)}
    </div>
  );
}

function Steps(props: Props) {
  const { contact } = props;
  return (
    <>
      {contact.address !== null && <Code {...props} />}
      {contact.address === null ? <Address {...props} /> : <Another {...props} />}
    </>
  );
}

function Another(props: Props) {
  const w = words.value.told;
  return (
    <details class="fold way-fold">
      <summary>{w.another}</summary>
      <Address {...props} />
    </details>
  );
}

function Address({ channel, again }: Props) {
  const address = useSignal('');
  const w = words.value.told;
  const ask = async () => {
    await toldApi.addContact({ channel, address: address.value.trim() });
    again();
  };
  return (
    <Form act={ask} label={w.sendCode} disabled={address.value.trim().length < 3}>
      <Field label={w[channel].address} hint={w[channel].hint} value={address} autocomplete="off" />
    </Form>
  );
}

function Code({ channel, contact, again }: Props) {
  const code = useSignal('');
  const w = words.value.told;
  const confirm = async () => {
    await toldApi.confirm(channel, code.value.trim());
    again();
  };
  return (
    <Form act={confirm} label={w.confirm} disabled={code.value.trim() === ''}>
      <Notice tone="wait">{w.codeSent(contact.address ?? '')}</Notice>
      <Field label={w.code} value={code} autocomplete="off" />
    </Form>
  );
}

function Own(props: Props) {
  const { channel, contact, again } = props;
  const w = words.value;
  const drop = async () => {
    await toldApi.dropContact(channel);
    again();
  };
  return (
    <>
      <Trial channel={channel} />
      <Another {...props} />
      <div class="actions">
        <Confirm
          quiet
          label={w.common.remove}
          title={contact.address ?? ''}
          ask={w.told.dropContact}
          act={drop}
        />
      </div>
    </>
  );
}
