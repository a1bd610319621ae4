// A person's own choices: which kinds come by which channel, quiet hours, browsers; and a trial of each.
// It must never touch another person's.

import type { Actor } from '../../domain/model.ts';
import { isHappeningKind } from '../../domain/told/notification-kinds.ts';
import { trialWords } from '../../domain/told/notification-letters.ts';
import { CHANNELS, type ToldSettings } from '../../domain/told/notification-model.ts';
import { ownKinds } from '../../domain/told/notification-people.ts';
import { makeAllowance } from '../allowance.ts';
import type { Deps } from '../deps.ts';
import { plainLine } from '../plain-line.ts';
import { record } from '../record.ts';
import { missing, refusal } from '../refusals.ts';
import type { Reached, Told, ToldWish } from './notification-door.ts';
import { smsWords, toDevices } from './notifications-letter.ts';
import { onePerson, verifiedAddress } from './notifications-people.ts';
import type { Outcome } from './senders-port.ts';
import { ownLetter } from './told-contacts.ts';
import { tooManyTrials } from './told-refusals.ts';
import { settingsView } from './told-view.ts';

/** A phone, an office PC, one at home, and their successors; the oldest gives way. */
const DEVICES_MAX = 10;
const LABEL_MAX_CHARS = 80;
/** Each costs a message somewhere. */
const TRIALS_MAX = 5;
const TRIALS_MS = 600_000;

type Own = Pick<Told, 'settings' | 'setSettings' | 'addPush' | 'dropPush' | 'tryOut'>;

export function makeToldSettings(deps: Deps): Own {
  const { store } = deps;
  const monoMs = () => deps.clock.monoMs();
  const trials = makeAllowance({ max: TRIALS_MAX, windowMs: TRIALS_MS, monoMs });
  return {
    settings: (actor) => settingsView(deps, actor),
    setSettings(actor, wish) {
      changed(deps, { actor, did: 'choose' }, () =>
        store.toldSettings.put(chosen(deps, actor, wish)),
      );
      return settingsView(deps, actor);
    },
    addPush(actor, input) {
      if (deps.senders.webhook.refuses(input.endpoint) !== null) throw badEndpoint();
      const { accountId } = actor;
      const label = plainLine(input.label).slice(0, LABEL_MAX_CHARS);
      changed(deps, { actor, did: 'device' }, () => {
        const row = {
          ...input,
          label,
          accountId,
          id: deps.ids.next(),
          madeAtMs: deps.clock.wallMs(),
        };
        store.pushes.put(row);
        for (const { id } of store.pushes.of(accountId).slice(0, -DEVICES_MAX))
          store.pushes.drop(id);
      });
      return settingsView(deps, actor);
    },
    dropPush(actor, { deviceId }) {
      if (store.pushes.get(deviceId)?.accountId !== actor.accountId) throw missing();
      changed(deps, { actor, did: 'device-gone' }, () => store.pushes.drop(deviceId));
      return settingsView(deps, actor);
    },
    async tryOut(actor, { channel }) {
      if (!trials(actor.accountId)) throw tooManyTrials();
      return reached(await tried(deps, actor, channel));
    },
  };
}

function changed(deps: Deps, of: { actor: Actor; did: string }, act: () => void): void {
  const subject = `account:${of.actor.accountId}`;
  deps.store.transaction(() => {
    act();
    record(deps, {
      ...{ actor: of.actor, action: 'channel.set', subject, tenantId: null },
      detail: { did: of.did },
    });
  });
}

/** Only kinds that can reach this person are kept: what a role brings later follows its defaults. */
function chosen({ store }: Deps, actor: Actor, wish: ToldWish): ToldSettings {
  const { accountId, grants } = actor;
  const { quiet, language, plainSms } = wish;
  const settings = { accountId, choices: {}, quiet, language, plainSms };
  const provinces = store.areas.all().filter(({ kind }) => kind === 'province');
  const own = new Set(
    ownKinds({ grants, above: provinces.map(({ id }) => id), settings }).map(({ kind }) => kind),
  );
  const choices = wish.choices
    .filter(({ kind }) => isHappeningKind(kind) && own.has(kind))
    .map(({ kind, channels }) => [kind, CHANNELS.filter((one) => channels.includes(one))]);
  return { ...settings, choices: Object.fromEntries(choices) as ToldSettings['choices'] };
}

async function tried(
  deps: Deps,
  actor: Actor,
  channel: Parameters<Told['tryOut']>[1]['channel'],
): Promise<Outcome> {
  const { accountId } = actor;
  const settings = onePerson(deps, accountId)?.settings;
  const language = settings?.language ?? 'vi';
  const letter = ownLetter(deps, { ...trialWords(language), language });
  const signal = new AbortController().signal;
  if (channel === 'push') {
    const ready = toDevices(deps, { accountId, letter });
    return typeof ready === 'string' ? nowhere : ready.send(signal);
  }
  const address = verifiedAddress(deps, { accountId, channel });
  if (address === null) return nowhere;
  if (channel === 'mail') return deps.senders.mail.send({ to: address, letter, signal });
  const text = smsWords(letter, settings?.plainSms ?? true);
  return deps.senders.sms.send({ to: { number: address, text }, letter, signal });
}

const nowhere: Outcome = { kind: 'failed', reason: 'no-address', detail: null };

export function reached(outcome: Outcome): Reached {
  if (outcome.kind === 'failed' || outcome.kind === 'later')
    return { ok: false, reason: outcome.reason, detail: outcome.detail };
  return { ok: true, reason: null, detail: null };
}

function badEndpoint() {
  return refusal('caller', 'bad-endpoint', {
    vi: 'Trình duyệt đưa ra một địa chỉ nhận tin không dùng được.',
    en: 'The browser gave an address for messages that cannot be used.',
    place: 'endpoint',
  });
}
