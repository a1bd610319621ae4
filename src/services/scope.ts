// Whether somebody may do something to something of a tenant: rows fetched, the rights table asked.
// It must never hold a rule of its own: rights.ts decides.
import { type AreaTree, areaTree, tenantChain } from '../domain/areas.ts';
import type { Actor, Area } from '../domain/model.ts';
import { type Action, may, visibleTenants } from '../domain/rights.ts';
import { treeAbove } from './chain.ts';
import type { Deps } from './deps.ts';
import { missing, notYourRole } from './refusals.ts';

type Asked = { actor: Actor; action: Action; tenantId: string };

/** @throws AppError missing when the tenant is not theirs to see, forbidden when the role is */
export function permit(deps: Deps, { actor, action, tenantId }: Asked): void {
  const chain = tenantChain(treeAbove(deps.store.areas, tenantId), tenantId);
  if (!may(actor, 'area.view', chain)) throw missing();
  if (!may(actor, action, chain)) throw notYourRole();
}

/** For what is no tenant's: a role held anywhere at the province. */
export function permitAtProvince(deps: Deps, asked: Omit<Asked, 'tenantId'>): void {
  const province = deps.store.areas.all().find((area) => area.kind === 'province');
  permit(deps, { ...asked, tenantId: province?.id ?? '' });
}

/** The thing, once the actor may do this to it; what is not there and what is not theirs look alike. */
export function permitted<T extends { tenantId: string }>(
  deps: Deps,
  asked: { actor: Actor; action: Action; thing: T | null },
): T {
  const { actor, action, thing } = asked;
  if (thing === null) throw missing();
  permit(deps, { actor, action, tenantId: thing.tenantId });
  return thing;
}

export function tenantsSeenBy(deps: Deps, actor: Actor): string[] {
  return visibleTenants(actor, deps.store.areas.all());
}

export function treeOf(deps: Deps): AreaTree {
  return areaTree(deps.store.areas.all());
}

/** An area this actor may see. */
export function seenArea(deps: Deps, of: { actor: Actor; areaId: string }): Area {
  const area = deps.store.areas.get(of.areaId);
  const chain = tenantChain(treeAbove(deps.store.areas, of.areaId), of.areaId);
  if (!area || !may(of.actor, 'area.view', chain)) throw missing();
  return area;
}
