// Who may do what where: one table for every action of the product, and the scope of a grant.
// It must never know routes, sessions or rows: only roles, actions and chains of areas.
import { areaTree, isTenant, tenantChain } from './areas.ts';
import type { Actor, Area, Role } from './model.ts';

/** public: anybody who reaches the address · signed-in: any account · a role: held where the subject is */
type Allowed = 'public' | 'signed-in' | readonly Role[];

const EVERYONE: readonly Role[] = [
  'author',
  'approver',
  'operator',
  'planner',
  'technician',
  'administrator',
];

const TABLE = {
  'page.view': 'public',
  'podcast.hear': 'public', // what a commune opened to everybody, and nothing else
  'health.view': 'public',
  'report.send': 'public', // no account, no cookie, no name: limited by report-limits.ts
  'session.open': 'public',
  'session.setup': 'public', // the one-time token is the proof
  'session.accept': 'public', // so is the invitation's
  'session.view': 'signed-in',
  'session.close': 'signed-in',
  'session.password': 'signed-in', // the current one is the proof
  'event.watch': 'signed-in', // each change is then filtered by visibleTenants

  'account.view': ['administrator'],
  'account.create': ['administrator'],
  'account.grant': ['administrator'],
  'account.disable': ['administrator'],
  'account.enable': ['administrator'],
  'account.invite': ['administrator'],

  'area.view': EVERYONE,
  'area.create': ['administrator'],
  'area.remove': ['administrator'],
  'area.edit': ['administrator'],
  'regulation.view': EVERYONE,
  'regulation.set': ['administrator'], // the commune issues its own (Nghị định 49/2024 Art. 7)

  'site.view': EVERYONE,
  'site.create': ['technician', 'administrator'],
  'unit.install': ['technician', 'administrator'],
  'unit.remove': ['technician', 'administrator'],
  'speaker.view': EVERYONE,
  'site.edit': ['technician', 'operator', 'administrator'], // its note, volume, SIM, photo
  'speaker.command': ['technician', 'operator', 'administrator'],
  'spare.view': ['technician', 'administrator'],
  'spare.create': ['technician', 'administrator'],
  'spare.withdraw': ['technician', 'administrator'],
  'unit.swap': ['technician', 'administrator'],
  'incident.view': EVERYONE,
  'hush.view': EVERYONE,
  // whoever a family comes to (issue #4, 4)
  'hush.begin': ['operator', 'author', 'planner', 'technician', 'approver'],
  'hush.end': ['operator', 'author', 'planner', 'technician', 'approver'],

  'document.view': EVERYONE,
  'document.create': ['author'],
  'document.status': ['author', 'approver'], // a person's word, never the machine's
  'document.settle': ['author'],

  'reading.view': EVERYONE,
  'reading.set': ['author', 'administrator'],
  'lexicon.view': EVERYONE,
  'lexicon.edit': ['author', 'administrator'],

  'bulletin.view': EVERYONE,
  'bulletin.create': ['author'],
  'bulletin.edit': ['author'],
  'bulletin.submit': ['author'],
  'bulletin.remove': ['author'], // what nobody approved or heard
  'bulletin.approve': ['approver'], // and never the author: approval.ts
  'bulletin.return': ['approver'],
  'bulletin.want': ['planner', 'author', 'operator'], // whoever may place it asks
  'bulletin.prioritise': ['approver'], // and never its writer: approval/prioritise.ts
  'want.view': ['approver', 'planner', 'author', 'operator'], // one's own, and what waits for one
  'want.answer': ['approver'],
  'bulletin.withdraw': ['author', 'approver'], // its state says which of them: withdrawing.ts
  'slip.upload': ['author', 'approver'],
  'clip.hear': EVERYONE,
  'recording.make': ['author'],
  'recording.remove': ['author'],

  'voice.view': EVERYONE,
  'voice.choose': ['author', 'administrator'],
  'voice.hear': ['author', 'approver', 'operator', 'planner', 'administrator'],
  'voice.wake': ['author', 'technician', 'administrator'],
  // of the province for all beneath; of a commune only to keep it shut for itself
  'cloud.allow': ['planner', 'administrator'],
  'bulletin.retake': ['author'],
  // whoever waits behind it as well; its sentences are kept
  'bulletin.stop-making': ['author', 'operator'],
  'bulletin.make-again': ['author', 'operator'],

  // a bulletin in another language (issue #6, 3)
  'variant.create': ['author'],
  'variant.confirm': ['approver'], // and never who wrote the original's words: variants.ts
  'language-order.set': ['planner', 'operator', 'administrator'],
  // how a collaborator is reached and paid is not for everybody
  'commission.view': ['author', 'planner', 'operator', 'approver', 'administrator'],
  'commission.create': ['author'],
  'commission.edit': ['author', 'planner', 'operator', 'administrator'],
  'commission.end': ['author', 'planner', 'operator', 'administrator'],
  'commission.judge': ['author', 'planner', 'operator', 'approver'], // another than who speaks: commission.ts
  'commission.open': 'public', // the link's token is the proof
  'commission.send': 'public',

  'notice.view': EVERYONE,
  'notice.create': ['author', 'operator'], // within a template's words; free words are an author's
  'notice.template': ['author', 'administrator'],
  'frame.view': EVERYONE,
  'frame.edit': ['author', 'administrator'],
  'frame.record': ['author', 'operator', 'planner'], // whoever holds the microphone for a speaker
  'frame.confirm': ['author', 'approver', 'operator', 'planner'], // and never who recorded it: recording-frames.ts
  'frame.use': ['author', 'operator'], // within a frame's words, as with a notice's
  'standing.view': EVERYONE,
  'standing.give': ['approver'], // in their own name
  'standing.end': ['approver', 'administrator'],

  // what is foreseen is for whoever may act on it, and seen by all
  'use.view': EVERYONE,
  'rehearsal.view': EVERYONE,
  'rehearsal.make': ['planner', 'author', 'operator', 'technician', 'administrator'],

  'schedule.view': EVERYONE,
  'schedule.create': ['planner', 'author', 'operator'],
  // the head of the commune can stop what goes out under the commune's name (PRODUCT.md)
  'schedule.withdraw': ['planner', 'author', 'operator', 'approver'],
  'schedule.edit': ['planner', 'author', 'operator'],
  // one time of it, as whoever may withdraw the whole
  'schedule.except': ['planner', 'author', 'operator', 'approver'],
  'special-day.view': EVERYONE,
  'special-day.set': ['planner', 'operator', 'approver', 'administrator'],
  'assignment.view': EVERYONE,
  'assignment.give': ['author', 'planner'], // of the province: only its bulletins can be given
  'assignment.answer': ['planner', 'author', 'operator'], // whoever may place it
  'precedence.set': ['operator', 'planner', 'approver'], // the commune's user (Thông tư 39/2020)
  'programme.view': EVERYONE,
  'programme.template': ['author', 'planner', 'administrator'],
  'programme.build': ['planner', 'author', 'operator'], // of what is approved: whoever may place it
  'override.view': EVERYONE,
  'override.ask': ['planner', 'author'],
  'override.decide': ['approver'], // and never whoever asks: regulation/override.ts
  'plan.view': EVERYONE,
  'feed.view': EVERYONE,
  'feed.create': EVERYONE, // whoever may view the plan
  'feed.end': EVERYONE, // a link that leaked is closed by whoever sees it first
  'feed.watch': 'public', // the token is the proof
  'airing.view': EVERYONE,
  // whoever may withdraw the schedule may stop what it set going
  'airing.cancel': ['planner', 'author', 'operator', 'approver'],
  'airing.stop': ['planner', 'author', 'operator', 'approver'], // "Dừng phát"

  'public-page.view': EVERYONE,
  'public-page.set': ['administrator'], // opening it is the commune's own decision
  'poster.print': ['operator', 'author', 'approver', 'technician', 'administrator'],
  'report.view': ['operator', 'author', 'approver', 'administrator'],
  'report.see': ['operator', 'author', 'approver', 'administrator'],
  'report.answer': ['operator', 'author', 'approver', 'administrator'],
  // whoever sees that a bulletin names somebody may take it off the public page at once
  'bulletin.mark': ['operator', 'author', 'approver', 'administrator'],
  'personal.answer': ['operator', 'author', 'approver', 'administrator'], // audited with its reason
  'spoken-mark.view': EVERYONE,
  'spoken-mark.set': ['administrator', 'author'],
  'text.look': ['operator', 'author', 'approver', 'administrator'],

  'record.view': EVERYONE,
  'deadline.set': ['operator', 'administrator'],
  'scheme.view': EVERYONE,
  'scheme.create': ['author', 'administrator'],
  'scheme.edit': ['author', 'administrator'],
  'bulletin.schemes': ['author', 'operator'], // what it counts for is no word of it

  'told.view': 'signed-in', // one's own list and settings, nobody else's
  'told.read': 'signed-in',
  'channel.set': 'signed-in',
  'delivery.view': ['administrator'],
  'delivery.report': 'public', // the gateway's secret is the proof
  'webhook.view': ['administrator'],
  'webhook.set': ['administrator'],

  'source.push': 'public', // the source system's signature is the proof
  'source.view': EVERYONE,
  'source.refusals': ['administrator', 'approver'],
  'source.raw': ['administrator'],
  'source.trust': ['approver'], // of the province, in their own name

  'audit.view': ['administrator', 'approver'],
  'simulation.run': ['administrator'], // of the province: it moves everybody's clock
} as const satisfies Record<string, Allowed>;

export type Action = keyof typeof TABLE;
export const ACTIONS = Object.keys(TABLE) as Action[];

/** True for actions that need no account at all. */
export function isPublic(action: Action): boolean {
  return TABLE[action] === 'public';
}

/**
 * @param chain ids of the subject's tenant and of the areas above it (`tenantChain`); a grant counts
 *   when it is held at one of them, so the province covers its communes and never the other way.
 */
export function may(actor: Actor | null, action: Action, chain: readonly string[]): boolean {
  const allowed: Allowed = TABLE[action];
  if (allowed === 'public') return true;
  if (actor === null) return false;
  if (allowed === 'signed-in') return true;
  return actor.grants.some(({ role, areaId }) => allowed.includes(role) && chain.includes(areaId));
}

/** The tenants where this actor may do this: what a list shows. */
export function tenantsWhere(of: {
  actor: Actor;
  action: Action;
  areas: readonly Area[];
}): string[] {
  const tree = areaTree(of.areas);
  return of.areas
    .filter(isTenant)
    .filter(({ id }) => may(of.actor, of.action, tenantChain(tree, id)))
    .map(({ id }) => id);
}

/** The tenants whose things exist for this actor; all others are "missing", not "forbidden". */
export function visibleTenants(actor: Actor, areas: readonly Area[]): string[] {
  return tenantsWhere({ actor, action: 'area.view', areas });
}
