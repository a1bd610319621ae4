// The links that are used once: the set-up of an empty service, and an invitation taken.
// It must never print a link; it hands the token out once and keeps only its hash.
import type { Account, Area } from '../../domain/model.ts';
import { NO_RULES } from '../../domain/regulation/regulation-model.ts';
import type { Session } from '../door.ts';
import { goodPassword, line, signInName, slug } from '../names.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { openSession, type SessionParts } from './session.ts';
import { newToken, tokenHash } from './tokens.ts';

/** A set-up link that nobody used in a day is made anew by starting again. */
const SETUP_MS = 24 * 3_600_000;

/** A token for the first administrator, or null when there are accounts already. */
export function offerSetUp({ deps }: Pick<SessionParts, 'deps'>): string | null {
  const { store, clock } = deps;
  if (store.accounts.all().length > 0) return null;
  const token = newToken();
  store.transaction(() => {
    store.invitations.dropPurpose('setup', null);
    store.invitations.put({
      tokenHash: tokenHash(token),
      accountId: null,
      purpose: 'setup',
      expiresAtMs: clock.wallMs() + SETUP_MS,
    });
  });
  return token;
}

export function makeFirstDay(parts: SessionParts): Pick<Session, 'setUp' | 'acceptInvitation'> {
  return { setUp: setUp(parts), acceptInvitation: acceptInvitation(parts) };
}

function setUp(parts: SessionParts): Session['setUp'] {
  const { deps, passwords } = parts;
  const { store } = deps;
  return async (input) => {
    const hashed = tokenHash(input.token);
    checkLink(parts, { hashed, purpose: 'setup' });
    const name = signInName(input.name);
    const account: Account = {
      id: deps.ids.next(),
      name,
      fullName: line(input.fullName, 'fullName'),
      disabledAtMs: null,
    };
    const province = newProvince(deps.ids.next(), input);
    const hash = await passwords.hash(goodPassword(input.password, name));
    return store.transaction(() => {
      checkLink(parts, { hashed, purpose: 'setup' }); // two browsers, one link
      store.invitations.drop(hashed);
      store.areas.insert(province);
      const { firstHours: hours } = deps.terms;
      store.regulations.put({ areaId: province.id, hours, rules: NO_RULES, counter: 1 });
      store.accounts.insert(account);
      store.accounts.setPasswordHash(account.id, hash);
      store.accounts.putGrant({
        accountId: account.id,
        role: 'administrator',
        areaId: province.id,
      });
      record(deps, {
        actor: null,
        action: 'session.setup',
        subject: `account:${account.id}`,
        tenantId: province.id,
        detail: { name, province: province.code },
      });
      return openSession(deps, account);
    });
  };
}

function acceptInvitation(parts: SessionParts): Session['acceptInvitation'] {
  const { deps, passwords } = parts;
  const { store } = deps;
  return async ({ token, password }) => {
    const hashed = tokenHash(token);
    const account = checkLink(parts, { hashed, purpose: 'invite' });
    if (!account) throw deadLink();
    const hash = await passwords.hash(goodPassword(password, account.name));
    return store.transaction(() => {
      checkLink(parts, { hashed, purpose: 'invite' });
      store.invitations.drop(hashed);
      store.accounts.setPasswordHash(account.id, hash);
      record(deps, {
        actor: null,
        action: 'session.accept',
        subject: `account:${account.id}`,
        tenantId: null,
      });
      return openSession(deps, account);
    });
  };
}

function newProvince(id: string, input: { provinceCode: string; provinceName: string }): Area {
  return {
    id,
    code: slug(input.provinceCode, 'provinceCode'),
    kind: 'province',
    name: line(input.provinceName, 'provinceName'),
    parentId: null,
    tenantId: id,
    population: null,
  };
}

/** @throws AppError when the link is unknown, used, or too old */
function checkLink(
  { deps }: SessionParts,
  link: { hashed: string; purpose: 'setup' | 'invite' },
): Account | null {
  const row = deps.store.invitations.get(link.hashed);
  const alive = row?.purpose === link.purpose && row.expiresAtMs > deps.clock.wallMs();
  if (!alive) throw deadLink();
  if (link.purpose === 'setup' && deps.store.accounts.all().length > 0) throw deadLink();
  const account = row.accountId === null ? null : deps.store.accounts.get(row.accountId);
  if (account && account.disabledAtMs !== null) throw deadLink();
  return account;
}

function deadLink() {
  return refusal('caller', 'dead-link', {
    vi: 'Đường dẫn này đã được dùng hoặc đã hết hạn. Hãy xin người quản trị một đường dẫn mới.',
    en: 'This link has been used or has expired. Ask your administrator for a new one.',
    place: 'token',
  });
}
