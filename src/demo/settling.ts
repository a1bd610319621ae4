// Makes the demonstration's commune in a fresh service: people, areas, hours, sites and their units.
// It must never know documents, bulletins or sound.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Person, signIn } from './api.ts';
import type { DemoCommune } from './commune.ts';

export type Credential = { name: string; fullName: string; password: string; roles: string };
export type Settled = {
  administrator: Person;
  author: Person;
  approver: Person;
  planner: Person;
  communeId: string;
  villageIds: string[];
  credentials: Credential[];
};
type Made = { id: string };

export async function settle(parts: {
  base: string;
  setupToken: string;
  commune: DemoCommune;
  enrolments: string;
}): Promise<Settled> {
  const { base, commune } = parts;
  const first = { ...commune.accounts.administrator, password: newPassword() };
  const administrator = await signIn(base, '/api/setup', {
    token: parts.setupToken,
    ...first,
    provinceName: commune.province.name,
    provinceCode: commune.province.code,
  });
  const places = await makePlaces(administrator, commune, parts.enrolments);
  const invite = (who: 'author' | 'approver' | 'planner', roles: readonly string[]) =>
    invited({ base, administrator, account: commune.accounts[who], roles, at: places.communeId });
  const author = await invite('author', ['author']);
  const approver = await invite('approver', ['approver']);
  const planner = await invite('planner', ['planner', 'operator']);
  return {
    administrator,
    author: author.person,
    approver: approver.person,
    planner: planner.person,
    ...places,
    credentials: [
      { ...first, roles: 'administrator' },
      author.credential,
      approver.credential,
      planner.credential,
    ],
  };
}

async function makePlaces(
  administrator: Person,
  commune: DemoCommune,
  enrolments: string,
): Promise<{ communeId: string; villageIds: string[] }> {
  const { areas } = await administrator.call<{ areas: (Made & { kind: string })[] }>(
    'GET',
    '/api/areas',
  );
  const provinceId = areas.find(({ kind }) => kind === 'province')?.id;
  const area = (body: object) => administrator.call<Made>('POST', '/api/areas', body);
  const { id: communeId } = await area({
    kind: 'commune',
    parentId: provinceId,
    ...commune.commune,
  });
  await administrator.call('PUT', `/api/areas/${communeId}/regulation`, { hours: commune.hours });
  const villageIds: string[] = [];
  for (const { sites, ...village } of commune.villages) {
    const { id } = await area({ kind: 'village', parentId: communeId, ...village });
    villageIds.push(id);
    for (const site of sites) await install(administrator, { ...site, areaId: id }, enrolments);
  }
  return { communeId, villageIds };
}

/** What a technician does: a site, a unit, and the file it is given, which alone holds its secret. */
async function install(
  administrator: Person,
  site: { id: string; areaId: string },
  enrolments: string,
): Promise<void> {
  await administrator.call('POST', '/api/sites', site);
  const { enrolment } = await administrator.call<{ enrolment: object }>(
    'POST',
    `/api/sites/${site.id}/units`,
    {},
  );
  writeFileSync(join(enrolments, `${site.id}.json`), JSON.stringify(enrolment), { mode: 0o600 });
}

export async function invited(parts: {
  base: string;
  administrator: Person;
  account: { name: string; fullName: string };
  roles: readonly string[];
  at: string;
}): Promise<{ person: Person; credential: Credential }> {
  const { invitationToken } = await parts.administrator.call<{ invitationToken: string }>(
    'POST',
    '/api/accounts',
    { ...parts.account, grants: parts.roles.map((role) => ({ role, areaId: parts.at })) },
  );
  const password = newPassword();
  const person = await signIn(parts.base, '/api/invitation', { token: invitationToken, password });
  return { person, credential: { ...parts.account, password, roles: parts.roles.join(', ') } };
}

/** 96 random bits: nobody has to remember it beyond the demonstration. */
function newPassword(): string {
  return randomBytes(12).toString('base64url');
}
