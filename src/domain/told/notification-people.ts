// Who is told of something, and by which channels: roles, what each person chose, who wrote it.
// It must never know when, in which words, or where a channel leads.

import type { Grant, Role } from '../model.ts';
import type { HappeningKind } from './happening.ts';
import { EVERYWHERE, HAPPENING_KINDS, ruleOf } from './notification-kinds.ts';
import {
  CHANNELS,
  type Channel,
  type Notification,
  type ToldSettings,
} from './notification-model.ts';

export type Person = {
  accountId: string;
  disabled: boolean;
  grants: readonly Grant[];
  settings: ToldSettings;
};
export type Receiver = { person: Person; channels: readonly Channel[] };
type Told = Pick<Notification, 'kind' | 'tenantId' | 'authorId' | 'exceptIds' | 'urgent'>;

/** @param chain ids of the tenant and of what lies above it: a role elsewhere hears nothing */
export function receivers(of: {
  told: Told;
  chain: readonly string[];
  people: readonly Person[];
}): Receiver[] {
  return of.people
    .map((person) => ({ person, channels: channelsFor({ ...of, person }) }))
    .filter(({ channels }) => channels.length > 0);
}

function channelsFor(of: { told: Told; chain: readonly string[]; person: Person }): Channel[] {
  const { told, chain, person } = of;
  const held = person.grants.filter(({ areaId }) => chain.includes(areaId));
  if (person.disabled || held.length === 0 || told.exceptIds.includes(person.accountId)) return [];
  const rule = ruleOf(told.kind);
  const near = held.filter(({ areaId }) => areaId === told.tenantId);
  const isAuthor = rule.author && told.authorId === person.accountId;
  // nobody has chosen away what is told of lives
  if (told.urgent && near.some(({ role }) => rule.urgentRoles?.includes(role)))
    return withApp(EVERYWHERE);
  const addressed = isAuthor || near.some(({ role }) => rule.roles.includes(role));
  const chosen = person.settings.choices[told.kind];
  if (addressed) return withApp(chosen ?? rule.defaults);
  // a province is told of its communes only what somebody there asked for
  if (!chosen?.length || !held.some(({ role }) => mayAsk(told.kind, role))) return [];
  return withApp(chosen);
}

/** Each message also stands in the list: there it is found again. */
function withApp(chosen: readonly Channel[]): Channel[] {
  return CHANNELS.filter((channel) => channel === 'app' || chosen.includes(channel));
}

/** What concerns a bulletin's author alone is nobody else's to ask for. */
function mayAsk(kind: HappeningKind, role: Role): boolean {
  const { roles } = ruleOf(kind);
  return roles.includes(role) || (role === 'administrator' && roles.length > 0);
}

export type OwnKind = { kind: HappeningKind; addressed: boolean; channels: readonly Channel[] };

/** The table a person sees of their own: only kinds that could ever reach them. */
export function ownKinds(of: {
  grants: readonly Grant[];
  /** provinces: a role there is told nothing unasked */
  above: readonly string[];
  settings: ToldSettings;
}): OwnKind[] {
  return HAPPENING_KINDS.flatMap((kind): OwnKind[] => {
    const rule = ruleOf(kind);
    const near = of.grants.filter(({ areaId }) => !of.above.includes(areaId));
    const writes = rule.author && of.grants.some(({ role }) => role === 'author');
    const addressed = writes || near.some(({ role }) => rule.roles.includes(role));
    if (!addressed && !of.grants.some(({ role }) => mayAsk(kind, role))) return [];
    const chosen = of.settings.choices[kind];
    if (addressed) return [{ kind, addressed, channels: withApp(chosen ?? rule.defaults) }];
    return [{ kind, addressed, channels: chosen?.length ? withApp(chosen) : [] }];
  });
}
