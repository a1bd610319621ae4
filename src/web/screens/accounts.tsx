// Who may come in and with what roles where; inviting somebody; shutting an account.
// It must never see a password: an invited person chooses their own.
import { type Signal, useSignal } from '@preact/signals';
import type { AccountView, Invited } from '../../http/schemas/account.ts';
import type { Grant, Role } from '../../http/schemas/session.ts';
import { api } from '../api.ts';
import { useAsk } from '../ask.ts';
import { useKept } from '../kept.ts';
import { Act, Form } from '../parts/act.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { CopyBox } from '../parts/copy.tsx';
import { Choice, Field, Group } from '../parts/field.tsx';
import { Chip } from '../parts/icons.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Shown } from '../parts/shown.tsx';
import { type Places, usePlaces } from '../places.ts';
import { tenantsHeld } from '../places-held.ts';
import { session } from '../session.ts';
import { words } from '../words.ts';

export function Accounts() {
  const w = words.value.accounts;
  const ask = useAsk({ ask: api.accounts });
  const places = usePlaces();
  return (
    <Page title={w.title}>
      <Shown ask={places}>
        {(known) => (
          <>
            <Shown ask={ask}>
              {({ accounts }) => (
                <ul class="rows">
                  {accounts.map((view) => (
                    <Person key={view.account.id} view={view} places={known} again={ask.again} />
                  ))}
                </ul>
              )}
            </Shown>
            <Invite places={known} again={ask.again} />
          </>
        )}
      </Shown>
    </Page>
  );
}

function Person(of: { view: AccountView; places: Places; again: () => void }) {
  const { account, grants } = of.view;
  const w = words.value;
  const me = session.value?.account.id === account.id;
  return (
    <li class="row">
      <span class="row-head">
        <strong>{account.fullName}</strong>
        {account.disabledAtMs !== null && <Chip tone="bad">{w.accounts.disabled}</Chip>}
      </span>
      <small>
        {account.name}
        {me && ` (${w.accounts.you})`}
      </small>
      <span>
        {grants.map(({ role, areaId }) => `${w.role[role]}, ${of.places.name(areaId)}`).join(' · ')}
      </span>
      {!me && account.disabledAtMs === null && <Open id={account.id} again={of.again} />}
      {account.disabledAtMs !== null && (
        <Act act={() => api.enableAccount(account.id).then(of.again)}>{w.accounts.enable}</Act>
      )}
    </li>
  );
}

/** What may be done to somebody who can come in: a new link for a lost one, or shut. */
function Open({ id, again }: { id: string; again: () => void }) {
  const w = words.value.accounts;
  const link = useSignal('');
  const invite = async () => {
    link.value = (await api.inviteAgain(id)).invitationUrl;
  };
  return (
    <>
      {link.value !== '' && (
        <>
          <Notice tone="good">{w.link}</Notice>
          <CopyBox text={link.value} />
        </>
      )}
      <Confirm
        quiet
        label={w.inviteAgain}
        title={w.inviteAgain}
        ask={w.inviteAgainAsk}
        act={invite}
      />
      <Confirm
        quiet
        label={w.disable}
        title={w.disableSure}
        ask={w.disableAsk}
        act={() => api.disableAccount(id).then(again)}
      />
    </>
  );
}

function Invite({ places, again }: { places: Places; again: () => void }) {
  const w = words.value.accounts;
  const name = useKept('account.name');
  const fullName = useKept('account.full-name');
  const held = tenantsHeld(places.areas, 'administrator');
  const areaId = useSignal(held.at(-1)?.id ?? '');
  const roles = useSignal<ReadonlySet<Role>>(new Set());
  const made = useSignal<Invited | null>(null);
  const act = async () => {
    const grants: Grant[] = [...roles.value].map((role) => ({ role, areaId: areaId.value }));
    const wish = { name: name.value.trim(), fullName: fullName.value.trim(), grants };
    made.value = await api.invite(wish);
    name.value = '';
    fullName.value = '';
    again();
  };
  const tenants = held.map(({ id, name: label }) => ({ value: id, label }));
  return (
    <Section title={w.invite}>
      {made.value !== null && (
        <>
          <Notice tone="good">{w.link}</Notice>
          <CopyBox text={made.value.invitationUrl} />
        </>
      )}
      <Form act={act} label={w.act} disabled={name.value.trim() === '' || roles.value.size === 0}>
        <Field label={w.fullName} value={fullName} required />
        <Field label={w.name} hint={w.nameHint} value={name} required autocomplete="off" />
        <Choice label={w.where} value={areaId} options={tenants} />
        <Roles roles={roles} />
      </Form>
    </Section>
  );
}

function Roles({ roles }: { roles: Signal<ReadonlySet<Role>> }) {
  const w = words.value;
  const flip = (role: Role) => {
    const next = new Set(roles.value);
    if (!next.delete(role)) next.add(role);
    roles.value = next;
  };
  return (
    <Group legend={w.accounts.roles}>
      {(Object.entries(w.role) as [Role, string][]).map(([role, label]) => (
        <label key={role} class="pick">
          <input type="checkbox" checked={roles.value.has(role)} onChange={() => flip(role)} />
          <span>{label}</span>
        </label>
      ))}
    </Group>
  );
}
