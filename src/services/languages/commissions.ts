// Recordings asked of collaborators, from the desk's side: a link given, given anew, closed; what was agreed and paid.
// It must never keep a token, nor let a recording become a sound before a second speaker has heard it.
import {
  type Commission,
  DUE_DAYS_MAX,
  dueFits,
  GRACE_DAYS,
  isOpen,
  isOverdue,
  isSameName,
  linkLives,
} from '../../domain/languages/commission.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import { type Action, tenantsWhere } from '../../domain/rights.ts';
import { type BulletinParts, theirs } from '../bulletins/bulletins.ts';
import { languageOf } from '../bulletins/languages.ts';
import type { Deps } from '../deps.ts';
import { newToken, tokenHash } from '../people/tokens.ts';
import { plainLine } from '../plain-line.ts';
import { record } from '../record.ts';
import { refusal } from '../refusals.ts';
import { permitted, tenantsSeenBy } from '../scope.ts';
import { named, samePerson, write } from './commission-rows.ts';
import { isOffered, takeOffered } from './commissioned-sound.ts';
import { judgeSound } from './judging-sound.ts';
import type {
  CommissionLink,
  Commissions,
  CommissionView,
  CommissionWish,
} from './languages-door.ts';
import { languageName } from './names-of.ts';
import { mayBeRecorded } from './recordable.ts';
import { createVariant } from './variants.ts';

/** A commune's month of work; more open at once is a program that makes them. */
const OPEN_MAX = 200;
/** Of one bulletin in one language: each asks somebody for the same hour of work. */
const OPEN_OF_BULLETIN_MAX = 3;

export function makeCommissions(parts: BulletinParts): Commissions {
  const { deps } = parts;
  const { store } = deps;
  const ofId = (actor: Actor, action: Action, commissionId: string) =>
    permitted(deps, { actor, action, thing: store.commissions.get(commissionId) });
  return {
    list: (actor, page) => listed(deps, actor, page),
    create: (actor, wish) => create(parts, actor, wish),
    renew(actor, { commissionId, dueDay }) {
      const before = open(ofId(actor, 'commission.edit', commissionId));
      if (dueDay !== null) checkDay(deps, dueDay);
      else if (!linkLives(before, deps.clock.planMs())) throw badDay();
      const token = newToken();
      const commission = {
        ...{ ...before, tokenHash: tokenHash(token), dueDay: dueDay ?? before.dueDay },
        ...{ remindedAtMs: deps.clock.planMs(), dueToldAtMs: null, sends: 0 },
      };
      write(deps, { actor, action: 'commission.edit', commission, detail: { link: 'new' } });
      return linkOf(deps, { commission, path: 'thu-am', token });
    },
    invite(actor, { commissionId, listenerName }) {
      const before = open(ofId(actor, 'commission.edit', commissionId));
      const name = named(listenerName, 'listenerName');
      const speakers = [before.collaboratorName, before.speakerName ?? ''];
      if (speakers.some((one) => isSameName(one, name))) throw samePerson();
      const token = newToken();
      const commission = { ...before, listenerName: name, listenerHash: tokenHash(token) };
      const detail = { listenerName: name };
      write(deps, { actor, action: 'commission.edit', commission, detail });
      return linkOf(deps, { commission, path: 'nghe-lai', token });
    },
    note(actor, { commissionId, feeNote, paidNote }) {
      const before = ofId(actor, 'commission.edit', commissionId);
      const commission = {
        ...before,
        ...(feeNote === undefined ? {} : { feeNote: optional(feeNote) }),
        ...(paidNote === undefined ? {} : { paidNote: optional(paidNote) }),
      };
      const { feeNote: fee, paidNote: paid } = commission;
      write(deps, { actor, action: 'commission.edit', commission, detail: { fee, paid } });
      return viewOf(deps, commission);
    },
    revoke(actor, { commissionId }) {
      const before = open(ofId(actor, 'commission.end', commissionId));
      const commission: Commission = { ...before, state: 'revoked' };
      write(deps, { actor, action: 'commission.end', commission });
      return viewOf(deps, commission);
    },
    judge(actor, { commissionId, ...verdict }) {
      const commission = ofId(actor, 'commission.judge', commissionId);
      const { fullName } = store.accounts.get(actor.accountId) ?? { fullName: actor.name };
      const listener = { name: fullName, accountId: actor.accountId };
      return viewOf(deps, judgeSound(parts, { commission, listener, actor, ...verdict }));
    },
    take(actor, { commissionId }) {
      const commission = ofId(actor, 'commission.view', commissionId);
      takeOffered(parts, { actor, commission });
      return viewOf(deps, commission);
    },
  };
}

function listed(
  deps: Deps,
  actor: Actor,
  page: { limit: number; beforeId: string | null; bulletinId: string | null },
): CommissionView[] {
  const { store } = deps;
  const { bulletinId } = page;
  const areas = store.areas.all();
  const tenantIds = tenantsWhere({ actor, action: 'commission.view', areas });
  const seen = new Set(tenantsSeenBy(deps, actor).filter((id) => tenantIds.includes(id)));
  if (bulletinId === null)
    return store.commissions.ofTenants([...seen], page).map((one) => viewOf(deps, one));
  const of = [bulletinId, ...store.bulletins.variantsOf(bulletinId).map(({ id }) => id)];
  const found = of.flatMap((id) => store.commissions.ofBulletin(id));
  const theirs = found.filter(({ tenantId }) => seen.has(tenantId));
  return theirs.slice(0, page.limit).map((one) => viewOf(deps, one));
}

function create(parts: BulletinParts, actor: Actor, wish: CommissionWish): CommissionLink {
  const { deps } = parts;
  const { store } = deps;
  const { bulletinId } = wish;
  const bulletin = theirs(deps, { actor, action: 'commission.create', bulletinId });
  mayBeRecorded(deps, bulletin);
  const language = languageOf(deps, wish.language);
  checkDay(deps, wish.dueDay);
  const collaboratorName = named(wish.collaboratorName, 'collaboratorName');
  const { tenantId } = bulletin;
  if (store.commissions.countOpen(tenantId) >= OPEN_MAX) throw tooMany(OPEN_MAX);
  const token = newToken();
  const commission = store.transaction(() => {
    const own = variantIn(parts, { actor, bulletin, language });
    const open = store.commissions.ofBulletin(own.id).filter(isOpen);
    if (open.length >= OPEN_OF_BULLETIN_MAX) throw tooMany(OPEN_OF_BULLETIN_MAX);
    const made: Commission = {
      ...UNSENT,
      ...{ id: deps.ids.next(), tenantId, bulletinId: own.id, language, collaboratorName },
      ...{ contactNote: optional(wish.contactNote), feeNote: optional(wish.feeNote) },
      ...{ dueDay: wish.dueDay, tokenHash: tokenHash(token), createdBy: actor.accountId },
      createdAtMs: deps.clock.planMs(),
    };
    store.commissions.insert(made);
    const { dueDay } = made;
    const detail = { bulletinId: own.id, language, collaboratorName, dueDay, fee: made.feeNote };
    const subject = `commission:${made.id}`;
    record(deps, { actor, action: 'commission.create', subject, tenantId, detail });
    return made;
  });
  deps.changes.tell({ kind: 'bulletin', id: commission.bulletinId, tenantId });
  return linkOf(deps, { commission, path: 'thu-am', token });
}

const UNSENT = {
  ...{ paidNote: null, listenerName: null, listenerHash: null, state: 'asked' as const },
  ...{ openedAtMs: null, speakerName: null, clipId: null, contentHash: null, textHash: null },
  ...{ sends: 0, sentAtMs: null, remark: null, judgedBy: null, judgedById: null, judgedAtMs: null },
  ...{ remindedAtMs: null, dueToldAtMs: null },
};

/** The bulletin itself in its own language; else its variant, which is there from then on. */
function variantIn(
  parts: BulletinParts,
  of: { actor: Actor; bulletin: Bulletin; language: string },
): Bulletin {
  const { actor, bulletin, language } = of;
  if (bulletin.language === language) return bulletin;
  const originalId = bulletin.originalId ?? bulletin.id;
  const others = parts.deps.store.bulletins.variantsOf(originalId);
  const there = others.find((one) => one.language === language);
  return there ?? createVariant(parts, actor, { bulletinId: originalId, language, text: null });
}

function viewOf(deps: Deps, commission: Commission): CommissionView {
  const { tokenHash: _, listenerHash, tenantId: __, ...shown } = commission;
  const nowMs = deps.clock.planMs();
  return {
    ...shown,
    title: deps.store.bulletins.get(commission.bulletinId)?.title ?? '',
    languageName: languageName(deps, commission.language),
    byName: deps.store.accounts.get(commission.createdBy)?.fullName ?? '',
    overdue: isOverdue(commission, nowMs),
    open: linkLives(commission, nowMs),
    hasListenerLink: listenerHash !== null,
    offered: isOffered(deps, commission),
  };
}

function linkOf(
  deps: Deps,
  { commission, path, token }: { commission: Commission; path: string; token: string },
): CommissionLink {
  const url = `${deps.terms.publicUrl()}/${path}/${token}`;
  return { commission: viewOf(deps, commission), url };
}

function open(commission: Commission): Commission {
  if (isOpen(commission)) return commission;
  throw refusal('conflict', 'commission-over', {
    vi: 'Việc thu âm này đã xong hoặc đã thu hồi. Hãy đặt một bản thu mới.',
    en: 'This recording is confirmed, or its link was revoked. Ask for a new one.',
  });
}

const optional = (written: string | null): string | null => plainLine(written ?? '') || null;

function checkDay({ clock }: Deps, day: string): void {
  if (!dueFits(day, clock.planMs())) throw badDay();
}

const badDay = () =>
  refusal('caller', 'bad-due-day', {
    vi: `Hạn gửi phải từ hôm nay đến ${DUE_DAYS_MAX} ngày tới (đường dẫn còn mở thêm ${GRACE_DAYS} ngày).`,
    en: `The due day is today or within ${DUE_DAYS_MAX} days (the link stays open ${GRACE_DAYS} days longer).`,
    place: 'dueDay',
  });

const tooMany = (max: number) =>
  refusal('conflict', 'too-many-commissions', {
    vi: `Đã có ${max} bản thu đang chờ. Hãy thu hồi những đường dẫn không còn dùng.`,
    en: `${max} recordings are asked for already. Revoke the links that are no longer used.`,
  });
