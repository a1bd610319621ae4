// Who may do what where: every action of the table, in every scope.
// It must never know routes.
import { expect, test } from 'vitest';
import { areaTree, tenantChain } from '../../src/domain/areas.ts';
import type { Role } from '../../src/domain/model.ts';
import {
  ACTIONS,
  type Action,
  isPublic,
  may,
  tenantsWhere,
  visibleTenants,
} from '../../src/domain/rights.ts';
import { AREAS, actor } from './samples.ts';

const tree = areaTree(AREAS);
const chain = (areaId: string) => tenantChain(tree, areaId);

const ROLES: Role[] = ['author', 'approver', 'operator', 'planner', 'technician', 'administrator'];
/** Written out once more by hand: a slip in the table must not agree with itself. */
const ONLY: [Action, Role[]][] = [
  ['account.view', ['administrator']],
  ['account.create', ['administrator']],
  ['account.grant', ['administrator']],
  ['account.disable', ['administrator']],
  ['account.enable', ['administrator']],
  ['account.invite', ['administrator']],
  ['area.view', ROLES],
  ['area.create', ['administrator']],
  ['regulation.view', ROLES],
  ['regulation.set', ['administrator']],
  ['site.view', ROLES],
  ['site.create', ['technician', 'administrator']],
  ['unit.install', ['technician', 'administrator']],
  ['unit.remove', ['technician', 'administrator']],
  ['speaker.view', ROLES],
  ['site.edit', ['operator', 'technician', 'administrator']],
  ['speaker.command', ['operator', 'technician', 'administrator']],
  ['spare.view', ['technician', 'administrator']],
  ['spare.create', ['technician', 'administrator']],
  ['spare.withdraw', ['technician', 'administrator']],
  ['unit.swap', ['technician', 'administrator']],
  ['incident.view', ROLES],
  ['hush.view', ROLES],
  ['hush.begin', ['author', 'approver', 'operator', 'planner', 'technician']],
  ['hush.end', ['author', 'approver', 'operator', 'planner', 'technician']],
  ['document.view', ROLES],
  ['document.create', ['author']],
  ['document.status', ['author', 'approver']],
  ['document.settle', ['author']],
  ['reading.view', ROLES],
  ['reading.set', ['author', 'administrator']],
  ['lexicon.view', ROLES],
  ['lexicon.edit', ['author', 'administrator']],
  ['bulletin.view', ROLES],
  ['bulletin.create', ['author']],
  ['bulletin.edit', ['author']],
  ['recording.make', ['author']],
  ['recording.remove', ['author']],
  ['bulletin.stop-making', ['author', 'operator']],
  ['bulletin.make-again', ['author', 'operator']],
  ['bulletin.submit', ['author']],
  ['voice.view', ROLES],
  ['voice.choose', ['author', 'administrator']],
  ['voice.hear', ['author', 'approver', 'operator', 'planner', 'administrator']],
  ['voice.wake', ['author', 'technician', 'administrator']],
  ['cloud.allow', ['planner', 'administrator']],
  ['bulletin.retake', ['author']],
  ['variant.create', ['author']],
  ['variant.confirm', ['approver']],
  ['language-order.set', ['operator', 'planner', 'administrator']],
  ['commission.view', ['author', 'approver', 'operator', 'planner', 'administrator']],
  ['commission.create', ['author']],
  ['commission.edit', ['author', 'operator', 'planner', 'administrator']],
  ['commission.end', ['author', 'operator', 'planner', 'administrator']],
  ['commission.judge', ['author', 'approver', 'operator', 'planner']],
  ['frame.view', ROLES],
  ['frame.edit', ['author', 'administrator']],
  ['frame.record', ['author', 'operator', 'planner']],
  ['frame.confirm', ['author', 'approver', 'operator', 'planner']],
  ['frame.use', ['author', 'operator']],
  ['personal.answer', ['author', 'approver', 'operator', 'administrator']],
  ['spoken-mark.view', ROLES],
  ['spoken-mark.set', ['author', 'administrator']],
  ['bulletin.approve', ['approver']],
  ['bulletin.return', ['approver']],
  ['bulletin.withdraw', ['author', 'approver']],
  ['slip.upload', ['author', 'approver']],
  ['clip.hear', ROLES],
  ['notice.view', ROLES],
  ['notice.create', ['author', 'operator']],
  ['notice.template', ['author', 'administrator']],
  ['standing.view', ROLES],
  ['standing.give', ['approver']],
  ['standing.end', ['approver', 'administrator']],
  ['schedule.view', ROLES],
  ['schedule.create', ['author', 'operator', 'planner']],
  ['schedule.withdraw', ['author', 'approver', 'operator', 'planner']],
  ['override.view', ROLES],
  ['bulletin.want', ['author', 'operator', 'planner']],
  ['bulletin.prioritise', ['approver']],
  ['want.view', ['author', 'approver', 'operator', 'planner']],
  ['want.answer', ['approver']],
  ['override.ask', ['author', 'planner']],
  ['override.decide', ['approver']],
  ['plan.view', ROLES],
  ['airing.view', ROLES],
  ['airing.cancel', ['author', 'approver', 'operator', 'planner']],
  ['airing.stop', ['author', 'approver', 'operator', 'planner']],
  ['public-page.view', ROLES],
  ['public-page.set', ['administrator']],
  ['poster.print', ['author', 'approver', 'operator', 'technician', 'administrator']],
  ['report.view', ['author', 'approver', 'operator', 'administrator']],
  ['report.see', ['author', 'approver', 'operator', 'administrator']],
  ['report.answer', ['author', 'approver', 'operator', 'administrator']],
  ['bulletin.mark', ['author', 'approver', 'operator', 'administrator']],
  ['text.look', ['author', 'approver', 'operator', 'administrator']],
  ['area.edit', ['administrator']],
  ['area.remove', ['administrator']],
  ['bulletin.remove', ['author']],
  ['use.view', ROLES],
  ['rehearsal.view', ROLES],
  ['rehearsal.make', ['author', 'operator', 'planner', 'technician', 'administrator']],
  ['schedule.edit', ['author', 'operator', 'planner']],
  ['schedule.except', ['author', 'approver', 'operator', 'planner']],
  ['special-day.view', ROLES],
  ['special-day.set', ['approver', 'operator', 'planner', 'administrator']],
  ['assignment.view', ROLES],
  ['assignment.give', ['author', 'planner']],
  ['assignment.answer', ['author', 'operator', 'planner']],
  ['precedence.set', ['approver', 'operator', 'planner']],
  ['programme.view', ROLES],
  ['programme.template', ['author', 'planner', 'administrator']],
  ['programme.build', ['author', 'operator', 'planner']],
  ['feed.view', ROLES],
  ['feed.create', ROLES],
  ['feed.end', ROLES],
  ['source.view', ROLES],
  ['source.refusals', ['approver', 'administrator']],
  ['source.raw', ['administrator']],
  ['source.trust', ['approver']],
  ['record.view', ROLES],
  ['deadline.set', ['operator', 'administrator']],
  ['scheme.view', ROLES],
  ['scheme.create', ['author', 'administrator']],
  ['scheme.edit', ['author', 'administrator']],
  ['bulletin.schemes', ['author', 'operator']],
  ['delivery.view', ['administrator']],
  ['webhook.view', ['administrator']],
  ['webhook.set', ['administrator']],
  ['audit.view', ['approver', 'administrator']],
  ['simulation.run', ['administrator']],
];
const PUBLIC: Action[] = [
  'podcast.hear',
  'commission.open',
  'commission.send',
  'feed.watch',
  'source.push',
  'page.view',
  'health.view',
  'report.send',
  'delivery.report',
  'session.open',
  'session.setup',
  'session.accept',
];
const SIGNED_IN: Action[] = [
  'session.view',
  'session.close',
  'session.password',
  'event.watch',
  'told.view',
  'told.read',
  'channel.set',
];

test.each(ONLY)('%s belongs to exactly its roles', (action, roles) => {
  const allowed = ROLES.filter((role) => may(actor([role, 'xa-a']), action, chain('xa-a')));
  expect(allowed).toEqual(roles);
});

test('whoever may withdraw a schedule may stop its airing', () => {
  const rolesOf = (wanted: Action) => ONLY.find(([action]) => action === wanted)?.[1];
  expect(rolesOf('airing.cancel')).toEqual(rolesOf('schedule.withdraw'));
});

test.each(PUBLIC)('%s needs no account', (action) => {
  expect([isPublic(action), may(null, action, [])]).toEqual([true, true]);
});

test.each(SIGNED_IN)('%s needs an account and no role', (action) => {
  expect([isPublic(action), may(null, action, []), may(actor(), action, [])]).toEqual([
    false,
    false,
    true,
  ]);
});

test('every action of the table is in one of these lists', () => {
  const listed = [...ONLY.map(([action]) => action), ...PUBLIC, ...SIGNED_IN];
  expect([...listed].sort()).toEqual([...ACTIONS].sort());
});

test('nobody signed out may do what a role is needed for', () => {
  expect(ONLY.filter(([action]) => may(null, action, chain('xa-a')))).toEqual([]);
});

test.each([
  ['a grant at the province covers every commune', 'tinh', 'xa-a', true],
  ['a grant at the province covers the province', 'tinh', 'tinh', true],
  ['a grant at a commune covers its villages', 'xa-a', 'ban-1', true],
  ['a grant at a commune covers groups in its villages', 'xa-a', 'cum-suoi', true],
  ['a grant at a commune never covers another commune', 'xa-a', 'xa-b', false],
  ['a grant at a commune never covers the province', 'xa-a', 'tinh', false],
  ['nothing covers an area that does not exist', 'tinh', 'khong-co', false],
])('%s', (_, heldAt, subject, allowed) => {
  expect(may(actor(['author', heldAt]), 'bulletin.create', chain(subject))).toBe(allowed);
});

test.each<[Action, Role, string, string, boolean]>([
  ['airing.stop', 'operator', 'xa-a', 'ban-1', true],
  ['airing.stop', 'operator', 'xa-a', 'xa-b', false],
  ['airing.stop', 'approver', 'xa-a', 'tinh', false],
  ['airing.stop', 'planner', 'tinh', 'xa-b', true],
  ['hush.begin', 'technician', 'xa-a', 'ban-1', true],
  ['hush.begin', 'author', 'xa-b', 'xa-a', false],
  ['hush.end', 'administrator', 'xa-a', 'xa-a', false],
  ['speaker.command', 'technician', 'xa-b', 'xa-a', false],
  ['unit.swap', 'technician', 'tinh', 'xa-a', true],
  ['unit.swap', 'operator', 'tinh', 'xa-a', false],
  ['spare.create', 'technician', 'xa-a', 'tinh', false],
  ['notice.create', 'operator', 'xa-a', 'ban-1', true],
  ['notice.create', 'operator', 'xa-b', 'xa-a', false],
  ['notice.template', 'operator', 'xa-a', 'xa-a', false],
  ['standing.give', 'approver', 'xa-a', 'xa-b', false],
  ['standing.give', 'administrator', 'tinh', 'xa-a', false],
  ['slip.upload', 'approver', 'xa-a', 'xa-b', false],
  ['public-page.set', 'administrator', 'xa-b', 'xa-a', false],
  ['public-page.set', 'administrator', 'tinh', 'xa-a', true],
  ['report.answer', 'operator', 'xa-b', 'xa-a', false],
  ['report.answer', 'planner', 'xa-a', 'xa-a', false],
  ['bulletin.mark', 'approver', 'xa-a', 'ban-1', true],
  ['webhook.set', 'administrator', 'xa-a', 'tinh', false],
  ['delivery.view', 'administrator', 'xa-b', 'xa-a', false],
])('%s by who is %s at %s, for %s: %s', (action, role, heldAt, subject, allowed) => {
  expect(may(actor([role, heldAt]), action, chain(subject))).toBe(allowed);
});

test('a role at one commune and another role at another do not add up', () => {
  const both = actor(['author', 'xa-a'], ['approver', 'xa-b']);
  expect(may(both, 'bulletin.approve', chain('xa-a'))).toBe(false);
  expect(may(both, 'bulletin.approve', chain('xa-b'))).toBe(true);
});

test.each([
  ['one commune', actor(['technician', 'xa-a']), ['xa-a']],
  ['two communes', actor(['author', 'xa-a'], ['planner', 'xa-b']), ['xa-a', 'xa-b']],
  ['the province', actor(['author', 'tinh']), ['tinh', 'xa-a', 'xa-b']],
  ['nothing', actor(), []],
])('who holds a role at %s sees just that', (_, who, tenants) => {
  expect(visibleTenants(who, AREAS)).toEqual(tenants);
});

test('a list of accounts reaches only where one administers', () => {
  const who = actor(['administrator', 'xa-b'], ['author', 'tinh']);
  expect(tenantsWhere({ actor: who, action: 'account.view', areas: AREAS })).toEqual(['xa-b']);
});
