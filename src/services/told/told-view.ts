// A person's own settings of being told, as their screen shows them.
// It must never show a subscription's keys or address: only what tells one browser from another.
import type { Actor } from '../../domain/model.ts';
import { ownKinds } from '../../domain/told/notification-people.ts';
import { firstSettings, PER_HOUR_MAX } from '../../domain/told/notification-times.ts';
import type { Deps } from '../deps.ts';
import type { ContactView, ToldSettingsView } from './notification-door.ts';
import type { ContactRow } from './notification-store.ts';

export function settingsView(deps: Deps, actor: Actor): ToldSettingsView {
  const { store, senders } = deps;
  const { accountId, grants } = actor;
  const settings = store.toldSettings.get(accountId) ?? firstSettings(accountId);
  const provinces = store.areas.all().filter(({ kind }) => kind === 'province');
  const above = provinces.map(({ id }) => id);
  return {
    push: {
      ready: senders.push.ready(),
      publicKey: senders.push.publicKey,
      devices: store.pushes.of(accountId).map(({ id, label, endpoint, madeAtMs }) => ({
        ...{ id, label, madeAtMs },
        service: new URL(endpoint).hostname,
      })),
    },
    mail: contactView(deps, { accountId, channel: 'mail' }),
    sms: contactView(deps, { accountId, channel: 'sms' }),
    kinds: ownKinds({ grants, above, settings }),
    quiet: settings.quiet,
    language: settings.language,
    plainSms: settings.plainSms,
    perHourMax: PER_HOUR_MAX,
  };
}

function contactView(
  { store, senders }: Deps,
  of: { accountId: string; channel: ContactRow['channel'] },
): ContactView {
  const found = store.contacts.of(of.accountId).find(({ channel }) => channel === of.channel);
  return {
    ready: senders[of.channel].ready(),
    address: found?.address ?? null,
    verified: found !== undefined && found.verifiedAtMs !== null,
  };
}
