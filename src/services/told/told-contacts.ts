// An address or a number becomes a person's own by a code sent to it; before that it gets nothing else.
// It must never keep a code, nor let one account write to strangers as often as it likes.
import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../domain/model.ts';
import { CODE_MINUTES, codeWords } from '../../domain/told/notification-letters.ts';
import type { Language } from '../../domain/told/notification-model.ts';
import { smsText } from '../../domain/told/notification-text.ts';
import { makeAllowance } from '../allowance.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { missing, refusal } from '../refusals.ts';
import type { Told } from './notification-door.ts';
import type { ContactRow } from './notification-store.ts';
import type { Letter, Outcome } from './senders-port.ts';
import { contactAddress } from './told-addresses.ts';
import { unsent } from './told-refusals.ts';
import { settingsView } from './told-view.ts';

/** A mistyped number twice corrected, and no more: each code costs money or a stranger's patience. */
const CODES_PER_HOUR = 5;
const CODES_PER_ADDRESS = 3;
const HOUR_MS = 3_600_000;
/** One in 200,000 to guess six digits in five tries. */
const CODE_TRIES_MAX = 5;

type Contacts = Pick<Told, 'addContact' | 'confirmContact' | 'dropContact'>;

export function makeContacts(deps: Deps): Contacts {
  const { store, clock } = deps;
  const allow = (max: number) =>
    makeAllowance({ max, windowMs: HOUR_MS, monoMs: () => clock.monoMs() });
  const byAccount = allow(CODES_PER_HOUR);
  const byAddress = allow(CODES_PER_ADDRESS);
  return {
    async addContact(actor, { channel, address: written }) {
      const address = contactAddress(channel, written);
      if (!deps.senders[channel].ready()) throw notSetUp();
      if (!byAccount(actor.accountId) || !byAddress(address)) throw tooManyCodes();
      const code = `${randomInt(0, 1_000_000)}`.padStart(6, '0');
      const outcome = await sendCode(deps, { actor, channel, address, code });
      if (outcome.kind === 'failed' || outcome.kind === 'later') throw unsent(outcome);
      const row: ContactRow = {
        ...{ accountId: actor.accountId, channel, address },
        ...{ verifiedAtMs: null, codeTries: 0, codeSentAtMs: clock.wallMs() },
        codeHash: hashOf(actor, address, code),
      };
      changed(deps, { actor, did: 'ask', channel }, () => store.contacts.put(row));
      return settingsView(deps, actor);
    },
    confirmContact(actor, { channel, code }) {
      const row = store.contacts.of(actor.accountId).find((one) => one.channel === channel);
      if (!row || row.codeHash === null) throw missing();
      const isOld = clock.wallMs() - row.codeSentAtMs > CODE_MINUTES * 60_000;
      if (isOld || row.codeTries >= CODE_TRIES_MAX) throw codeOver();
      // counted before it is judged, so that a hundred at once are a hundred
      store.contacts.put({ ...row, codeTries: row.codeTries + 1 });
      if (!same(hashOf(actor, row.address, code.trim()), row.codeHash)) throw wrongCode();
      const verifiedAtMs = clock.wallMs();
      changed(deps, { actor, did: 'confirm', channel }, () =>
        store.contacts.put({ ...row, verifiedAtMs, codeHash: null, codeTries: 0 }),
      );
      return settingsView(deps, actor);
    },
    dropContact(actor, { channel }) {
      changed(deps, { actor, did: 'drop', channel }, () =>
        store.contacts.drop(actor.accountId, channel),
      );
      return settingsView(deps, actor);
    },
  };
}

/** The line names the channel and never the address. */
function changed(
  deps: Deps,
  of: { actor: Actor; did: string; channel: string },
  act: () => void,
): void {
  const { actor, did, channel } = of;
  const subject = `account:${actor.accountId}`;
  deps.store.transaction(() => {
    act();
    record(deps, {
      actor,
      action: 'channel.set',
      subject,
      tenantId: null,
      detail: { did, channel },
    });
  });
}

function sendCode(
  deps: Deps,
  of: { actor: Actor; channel: ContactRow['channel']; address: string; code: string },
): Promise<Outcome> {
  const language = deps.store.toldSettings.get(of.actor.accountId)?.language ?? 'vi';
  const words = codeWords(of.code, language);
  const letter = ownLetter(deps, { ...words, language });
  const signal = new AbortController().signal;
  if (of.channel === 'mail') return deps.senders.mail.send({ to: of.address, letter, signal });
  const says = `Vang Xa. ${words.title}. ${words.body}`;
  const text = smsText({ says, link: letter.link, plain: true });
  return deps.senders.sms.send({ to: { number: of.address, text }, letter, signal });
}

/** What a person asked for themselves: worth a quarter of an hour. */
export function ownLetter(
  deps: Deps,
  of: { title: string; body: string; language: Language },
): Letter {
  const id = deps.ids.next();
  const link = `${deps.terms.publicUrl()}/#/told/settings`;
  return { ...of, id, link, urgent: false, lifeMs: CODE_MINUTES * 60_000, topic: 'own' };
}

function hashOf(actor: Actor, address: string, code: string): string {
  return createHash('sha256').update(`${actor.accountId}\n${address}\n${code}`).digest('hex');
}

function same(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

export function notSetUp() {
  return refusal('world', 'channel-not-set-up', {
    vi: 'Máy chủ này chưa được cài kênh này. Hãy hỏi người quản trị máy chủ.',
    en: 'This channel is not set up on this server. Ask whoever runs it.',
  });
}

function tooManyCodes() {
  return refusal('caller', 'too-many-codes', {
    vi: 'Đã gửi nhiều mã rồi. Xin thử lại sau một giờ.',
    en: 'Several codes were sent already. Try again in an hour.',
  });
}

function codeOver() {
  return refusal('caller', 'code-over', {
    vi: 'Mã này đã hết hạn hoặc đã thử quá nhiều lần. Hãy xin mã mới.',
    en: 'This code is over, or was tried too often. Ask for a new one.',
    place: 'code',
  });
}

function wrongCode() {
  return refusal('caller', 'wrong-code', {
    vi: 'Mã không đúng. Hãy xem lại tin vừa nhận.',
    en: 'The code is wrong. Look at the message again.',
    place: 'code',
  });
}
