// Where the person signed in holds a role, so that a screen offers only what the service will take.
// It must never decide rights: the service checks again, and its table is the one that counts.
import type { Area } from '../http/schemas/area.ts';
import type { Role } from '../http/schemas/session.ts';
import { tenantsOf } from './places.ts';
import { session } from './session.ts';

/** Tenants at which one of these roles is held, there or at the province above. */
export function tenantsHeld(areas: readonly Area[], ...roles: Role[]): Area[] {
  const held = new Set(
    session.value?.grants.filter(({ role }) => roles.includes(role)).map(({ areaId }) => areaId),
  );
  return tenantsOf(areas).filter(
    ({ id, parentId }) => held.has(id) || (parentId !== null && held.has(parentId)),
  );
}
