// The source system on screen: what came, what was refused, what waits to go up, who gave the standing trust.
// It must never show a commune another one's bulletins, nor a stranger's bytes to anybody but administrators.

import { tenantChain } from '../../domain/areas.ts';
import type { Actor } from '../../domain/model.ts';
import { type Action, may } from '../../domain/rights.ts';
import { refusedWords } from '../../domain/source/refused-words.ts';
import type { IncomingRow } from '../../domain/source/source-model.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { missing } from '../refusals.ts';
import { permitAtProvince, tenantsSeenBy } from '../scope.ts';
import type { Arriving } from './arriving.ts';
import type { Contact } from './contact.ts';
import type { Frames } from './frames.ts';
import { provinceOf } from './refusing.ts';
import type { IncomingView, SourceDesk, SourceView, TrustView } from './source-door.ts';
import { viewParts } from './source-views.ts';
import { isLapsed, setTrust } from './trusting.ts';

type Parts = { deps: Deps; arriving: Arriving; contact: Contact; frames: Frames };

export function makeSourceDesk({ deps, arriving, contact, frames }: Parts): SourceDesk {
  const { store } = deps;
  const view = (actor: Actor) => viewOf(deps, { actor, contact, frames });
  return {
    take: (parcel) => arriving.take(parcel, 'push'),
    view,
    list(actor, page) {
      const seen = new Set(tenantsSeenBy(deps, actor));
      const all = mayAtProvince(deps, actor, 'source.view');
      const rows = store.incoming.list({ tenantIds: all ? null : [...seen], ...page });
      return rows.map((row) => incomingView(deps, { row, seen, all }));
    },
    refusals(actor, page) {
      permitAtProvince(deps, { actor, action: 'source.refusals' });
      return store.refusals.list(page).map((row) => ({ ...row, reason: refusedWords(row) }));
    },
    letters(actor, page) {
      permitAtProvince(deps, { actor, action: 'source.refusals' });
      return store.letters.list(page).map(({ body: _, ...letter }) => letter);
    },
    raw(actor, { id }) {
      permitAtProvince(deps, { actor, action: 'source.raw' });
      const bytes = store.incoming.raw(id) ?? store.refusals.raw(id);
      if (bytes === null) throw missing();
      const subject = `incoming:${id}`;
      record(deps, { actor, action: 'source.raw', subject, tenantId: provinceOf(deps) });
      return { bytes, name: `nguon-${id}.bin` };
    },
    setTrust(actor, { keyId, on }) {
      setTrust(deps, { actor, keyId, on });
      return view(actor);
    },
  };
}

function viewOf(
  deps: Deps,
  { actor, contact, frames }: { actor: Actor } & Pick<Parts, 'contact' | 'frames'>,
): SourceView {
  const { setting } = deps.source;
  const may = {
    trust: mayAtProvince(deps, actor, 'source.trust'),
    refusals: mayAtProvince(deps, actor, 'source.refusals'),
    raw: mayAtProvince(deps, actor, 'source.raw'),
  };
  return {
    name: setting?.name ?? null,
    reachable: setting?.reachable ?? false,
    ...contact.read(),
    letters: deps.store.letters.waiting(),
    trusts: trustsOf(deps),
    frames: frames.count(),
    may,
  };
}

function trustsOf(deps: Deps): TrustView[] {
  const { store, source } = deps;
  const given = new Map(store.trusts.all().map((trust) => [trust.keyId, trust]));
  return (source.setting?.keys ?? []).map(({ id: keyId, name: keyName }) => {
    const trust = given.get(keyId);
    if (!trust) return { keyId, keyName, by: null, lapsed: false };
    const name = store.accounts.get(trust.approverId)?.fullName ?? '';
    const by = { name, sinceMs: trust.sinceMs };
    return { keyId, keyName, by, lapsed: isLapsed(deps, trust) };
  });
}

function incomingView(
  deps: Deps,
  { row, seen, all }: { row: IncomingRow; seen: ReadonlySet<string>; all: boolean },
): IncomingView {
  const { toldState: _, source: __, ...shown } = row;
  const parts = viewParts(deps, row.id)
    .filter(({ tenantId }) => all || seen.has(tenantId))
    .map(({ tenantId, areaName, bulletinId, bulletinState, role, playAtMs }) => ({
      ...{ tenantId, areaName, bulletinId, bulletinState, role, playAtMs },
    }));
  return { ...shown, reason: row.refused && refusedWords(row.refused), parts };
}

function mayAtProvince(deps: Deps, actor: Actor, action: Action): boolean {
  const province = provinceOf(deps);
  if (province === null) return false;
  return may(actor, action, tenantChain(treeAbove(deps.store.areas, province), province));
}
