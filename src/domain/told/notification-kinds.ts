// For every kind of happening: whose business it is, how it comes by default, and how long it gathers.
// It must never know people, channels' addresses or words.

import type { Role } from '../model.ts';
import type { Happening, HappeningKind } from './happening.ts';
import type { Channel } from './notification-model.ts';

export type KindRule = {
  /** who holds one of these at that very commune is told unless they chose otherwise */
  roles: readonly Role[];
  /** also, or only, whoever wrote the bulletin */
  author: boolean;
  /** of what is urgent these hear as well, everywhere */
  urgentRoles?: readonly Role[];
  /** beside the list on the screen */
  defaults: readonly Exclude<Channel, 'app'>[];
  pace: 'gathered' | 'soon' | 'lasting';
};

/**
 * gathered: a power cut silences a hundred poles, one broker's keep-alive (30 s × 1.5, MQTT 5 §3.1.2.10)
 * after another: 45 s hold them all, and what follows within ten minutes is told once, at their end.
 * soon: somebody is waiting for it; a handful sent at once is still one message.
 * lasting: true until somebody does something, and said again and again by whoever notices, after each start as well;
 * six hours are half a working day, or one night.
 */
const PACE = {
  gathered: { gatherMs: 45_000, windowMs: 600_000 },
  soon: { gatherMs: 5_000, windowMs: 40_000 },
  lasting: { gatherMs: 5_000, windowMs: 6 * 3_600_000 },
} as const;

export const EVERYWHERE = ['push', 'mail', 'sms'] as const;
const QUIETLY = ['push', 'mail'] as const;
const soon = (roles: readonly Role[], author = false): KindRule => ({
  ...{ roles, author, defaults: QUIETLY, pace: 'soon' },
});
const gathered = (roles: readonly Role[], author = false): KindRule => ({
  ...{ roles, author, defaults: QUIETLY, pace: 'gathered' },
});

const RULES: Record<HappeningKind, KindRule> = {
  'approval-wanted': { ...soon(['approver']), defaults: EVERYWHERE },
  'standing-used': { ...soon(['approver']), defaults: EVERYWHERE },
  'bulletin-approved': soon([], true),
  'bulletin-returned': soon([], true),
  'bulletin-withdrawn': soon(['approver', 'operator'], true),
  'bulletin-failed': { ...soon([], true), urgentRoles: ['approver', 'operator'] },
  'change-wanted': soon(['approver'], true),
  'want-answered': soon([], true),
  'emergency-out': {
    ...soon(['approver', 'operator', 'administrator']),
    defaults: EVERYWHERE,
  },
  stopped: { ...soon(['approver', 'operator', 'author']), defaults: EVERYWHERE },
  'all-clear': {
    ...soon(['approver', 'operator', 'administrator', 'author']),
    defaults: EVERYWHERE,
  },
  'airing-missed': { ...soon(['operator', 'planner'], true), defaults: EVERYWHERE },
  'airing-failed': gathered(['operator'], true),
  'airing-hindered': soon(['approver'], true),
  'document-ended': soon(['author', 'approver']),
  // whoever may put it into the commune's schedule
  'assignment-given': soon(['planner', 'operator', 'author']),
  'assignment-reminder': soon(['planner', 'operator', 'author']),
  'order-wanted': { ...soon(['planner', 'operator', 'approver']), defaults: EVERYWHERE },
  'override-wanted': { ...soon(['approver']), defaults: EVERYWHERE },
  'override-decided': soon([], true),
  // whoever may give it to another commune instead
  'assignment-declined': soon(['planner'], true),
  'speaker-silent': { ...gathered(['technician']), defaults: ['push', 'sms'] },
  'speaker-back': { ...gathered(['technician']), defaults: ['push'] },
  'sim-renewal': gathered(['technician']),
  'rehearsal-found': soon(['operator', 'planner']),
  'report-received': gathered(['operator']),
  'notice-not-said': soon([], true),
  'recording-due': soon([], true),
  'recording-sent': soon([], true),
  'recording-confirmed': soon([], true),
  'recording-returned': soon([], true),
  'programme-broken': { ...soon(['operator', 'approver'], true), defaults: EVERYWHERE },
  'disk-low': { roles: ['administrator'], author: false, defaults: EVERYWHERE, pace: 'lasting' },
  'report-due': gathered(['operator', 'administrator']),
  'source-arrived': soon(['author', 'operator', 'planner']),
  'source-refused': { ...soon(['administrator', 'approver']), defaults: EVERYWHERE },
  'source-emergency': {
    ...soon(['approver', 'operator', 'administrator']),
    defaults: EVERYWHERE,
  },
  'source-trusted': { ...soon(['administrator', 'approver', 'operator']), defaults: EVERYWHERE },
};

export const HAPPENING_KINDS = Object.keys(RULES) as HappeningKind[];

export function isHappeningKind(name: string): name is HappeningKind {
  return Object.hasOwn(RULES, name);
}

export function ruleOf(kind: HappeningKind): KindRule {
  return RULES[kind];
}

export function paceOf(kind: HappeningKind): { gatherMs: number; windowMs: number } {
  return PACE[RULES[kind].pace];
}

const URGENT: readonly HappeningKind[] = [
  'emergency-out',
  'stopped',
  'all-clear',
  'source-emergency',
  'source-trusted',
];

/** These pass quiet hours and the hourly limit: lives, or what is said under the commune's name right now. */
export function isUrgent(happening: Happening): boolean {
  if (happening.kind === 'approval-wanted') return happening.priority === 'emergency';
  if (happening.kind === 'bulletin-failed' || happening.kind === 'notice-not-said')
    return happening.urgent;
  if (happening.kind === 'source-refused') return happening.emergency;
  if (happening.kind === 'programme-broken') return happening.soon;
  return URGENT.includes(happening.kind);
}
