import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/domain/model.ts';
import type { Happening, HappeningKind } from '../../src/domain/told/happening.ts';
import {
  afterTelling,
  groupOf,
  type Known,
  merged,
  opened,
} from '../../src/domain/told/notification-group.ts';
import {
  HAPPENING_KINDS,
  isHappeningKind,
  isUrgent,
  paceOf,
} from '../../src/domain/told/notification-kinds.ts';
import { codeWords, trialWords } from '../../src/domain/told/notification-letters.ts';
import type { Notification } from '../../src/domain/told/notification-model.ts';
import { ownKinds, type Person, receivers } from '../../src/domain/told/notification-people.ts';
import { firstSettings } from '../../src/domain/told/notification-times.ts';
import { HAPPENINGS } from './happenings.ts';
import { NOON } from './samples.ts';

const tenantId = 'xa-a';
const NOBODY: Known = { authorId: 'lan', writerIds: ['lan'], personal: false };
const group = (kind: HappeningKind, known = NOBODY) => groupOf(HAPPENINGS[kind], known);

const person = (accountId: string, ...grants: [Role, string][]): Person => ({
  accountId,
  disabled: false,
  grants: grants.map(([role, areaId]) => ({ accountId, role, areaId })),
  settings: firstSettings(accountId),
});
const choosing = (who: Person, choices: Person['settings']['choices']): Person => ({
  ...who,
  settings: { ...who.settings, choices },
});
const told = (kind: HappeningKind, of: Partial<Notification> = {}) => ({
  ...{ kind, tenantId, authorId: null, exceptIds: [], urgent: false, ...of },
});
const chain = ['xa-a', 'tinh'];
const who = (of: Parameters<typeof receivers>[0]) =>
  receivers(of).map(({ person: { accountId }, channels }) => `${accountId}: ${channels.join(' ')}`);

describe('who is told', () => {
  const approver = person('an', ['approver', 'xa-a']);
  const technician = person('tu', ['technician', 'xa-a']);
  const author = person('lan', ['author', 'xa-a']);

  test.each<[HappeningKind, Role[]]>([
    ['approval-wanted', ['approver']],
    ['standing-used', ['approver']],
    ['bulletin-withdrawn', ['approver', 'operator']],
    ['emergency-out', ['approver', 'operator', 'administrator']],
    ['stopped', ['author', 'approver', 'operator']],
    ['airing-failed', ['operator']],
    ['airing-missed', ['operator', 'planner']],
    ['all-clear', ['author', 'approver', 'operator', 'administrator']],
    ['airing-hindered', ['approver']],
    ['document-ended', ['author', 'approver']],
    ['assignment-given', ['author', 'operator', 'planner']],
    ['assignment-reminder', ['author', 'operator', 'planner']],
    ['order-wanted', ['approver', 'operator', 'planner']],
    ['change-wanted', ['approver']],
    ['override-wanted', ['approver']],
    ['override-decided', []],
    ['want-answered', []],
    ['assignment-declined', ['planner']],
    ['rehearsal-found', ['operator', 'planner']],
    ['speaker-silent', ['technician']],
    ['speaker-back', ['technician']],
    ['sim-renewal', ['technician']],
    ['report-received', ['operator']],
    ['notice-not-said', []],
    ['recording-due', []],
    ['recording-sent', []],
    ['recording-confirmed', []],
    ['recording-returned', []],
    ['programme-broken', ['approver', 'operator']],
    ['disk-low', ['administrator']],
    ['report-due', ['operator', 'administrator']],
    ['source-arrived', ['author', 'operator', 'planner']],
    ['source-refused', ['approver', 'administrator']],
    ['source-emergency', ['approver', 'operator', 'administrator']],
    ['source-trusted', ['approver', 'operator', 'administrator']],
    ['bulletin-approved', []],
    ['bulletin-returned', []],
    ['bulletin-failed', []],
  ])('%s goes unasked to %j', (kind, roles) => {
    const every: Role[] = [
      ...(['author', 'approver', 'operator', 'planner', 'technician', 'administrator'] as const),
    ];
    const people = every.map((role) => person(role, [role, 'xa-a']));
    const found = receivers({ told: told(kind), chain, people });
    expect(found.map(({ person: { accountId } }) => accountId)).toEqual(roles);
  });

  test('whoever wrote a bulletin hears how it went, and no other author does', () => {
    const other = person('hoa', ['author', 'xa-a']);
    const people = [author, other];
    const of = { told: told('bulletin-returned', { authorId: 'lan' }), chain, people };
    expect(who(of)).toEqual(['lan: app push mail']);
    const failed = { told: told('airing-failed', { authorId: 'lan' }), chain, people };
    expect(who(failed)).toEqual(['lan: app push mail']);
  });

  test('an emergency without a sound is everywhere with its approvers and operators, whatever they chose', () => {
    const quieter = choosing(person('vh', ['operator', 'xa-a']), { 'bulletin-failed': [] });
    const above = person('tinh', ['approver', 'tinh']);
    const people = [author, approver, quieter, technician, above];
    const failed = { kind: 'bulletin-failed', authorId: 'lan' } as const;
    expect(
      who({ told: told('bulletin-failed', { ...failed, urgent: true }), chain, people }),
    ).toEqual([...['lan: app push mail', 'an: app push mail sms', 'vh: app push mail sms']]);
    expect(who({ told: told('bulletin-failed', failed), chain, people })).toEqual([
      'lan: app push mail',
    ]);
    const happening = { ...HAPPENINGS['bulletin-failed'], urgent: true } as Happening;
    expect([isUrgent(happening), isUrgent(HAPPENINGS['bulletin-failed'])]).toEqual([true, false]);
  });

  test('an author’s own matter is not for others to ask for', () => {
    const curious = choosing(person('ad', ['administrator', 'xa-a']), {
      'bulletin-returned': ['push'],
    });
    const of = { told: told('bulletin-returned', { authorId: 'lan' }), chain, people: [curious] };
    expect(who(of)).toEqual([]);
  });

  test('who wrote it is not asked to approve it', () => {
    const both = person('lan', ['author', 'xa-a'], ['approver', 'xa-a']);
    const of = told('approval-wanted', { exceptIds: ['lan'] });
    expect(who({ told: of, chain, people: [both, approver] })).toEqual(['an: app push mail sms']);
  });

  test('a person’s own choice replaces the defaults; the list on the screen stays', () => {
    const quieter = choosing(approver, { 'approval-wanted': [] });
    const louder = choosing(technician, { 'speaker-silent': ['sms', 'mail'] });
    expect(who({ told: told('approval-wanted'), chain, people: [quieter] })).toEqual(['an: app']);
    expect(who({ told: told('speaker-silent'), chain, people: [louder] })).toEqual([
      'tu: app mail sms',
    ]);
  });

  test('a shut account, a role elsewhere and a role taken away hear nothing', () => {
    const people = [
      { ...approver, disabled: true },
      person('b', ['approver', 'xa-b']),
      { ...approver, grants: [] },
      // an approver once, who chose: the choice does not outlive the role
      choosing(person('c', ['planner', 'xa-a']), { 'approval-wanted': ['sms'] }),
    ];
    expect(who({ told: told('approval-wanted'), chain, people })).toEqual([]);
  });

  test('at the province only what was asked for comes, and only where a role or the office fits', () => {
    const silent = told('speaker-silent');
    const above = person('pt', ['technician', 'tinh']);
    const admin = choosing(person('ad', ['administrator', 'tinh']), { 'speaker-silent': ['app'] });
    const asks = choosing(above, { 'speaker-silent': ['mail'] });
    const unfit = choosing(person('px', ['author', 'tinh']), { 'speaker-silent': ['mail'] });
    expect(who({ told: silent, chain, people: [above] })).toEqual([]);
    expect(who({ told: silent, chain, people: [asks, admin, unfit] })).toEqual([
      'pt: app mail',
      'ad: app',
    ]);
    // the province's own bulletin is near for its own people
    const own = { ...told('approval-wanted'), tenantId: 'tinh' };
    const boss = person('gd', ['approver', 'tinh']);
    expect(who({ told: own, chain: ['tinh'], people: [boss] })).toEqual(['gd: app push mail sms']);
  });

  test('each sees a table of what could reach them, and nothing else', () => {
    const table = (of: Person) =>
      ownKinds({ grants: of.grants, above: ['tinh'], settings: of.settings });
    expect(table(technician).map(({ kind }) => kind)).toEqual([
      ...['speaker-silent', 'speaker-back', 'sim-renewal'],
    ]);
    const writes = table(author).map(({ kind }) => kind);
    expect(writes).toContain('bulletin-returned');
    expect(writes).not.toContain('approval-wanted');
    const above = choosing(person('pt', ['technician', 'tinh']), { 'speaker-back': ['app'] });
    expect(table(above)).toEqual([
      { kind: 'speaker-silent', addressed: false, channels: [] },
      { kind: 'speaker-back', addressed: false, channels: ['app'] },
      { kind: 'sim-renewal', addressed: false, channels: [] },
    ]);
    const chose = choosing(technician, { 'speaker-silent': [] });
    expect(table(chose)[0]).toEqual({ kind: 'speaker-silent', addressed: true, channels: ['app'] });
  });
});

describe('what becomes one message', () => {
  test('a hundred silent poles of a commune are one, and five of them are named', () => {
    const many = Array.from({ length: 100 }, (_, n) => {
      const { siteId: _id, ...rest } = HAPPENINGS['speaker-silent'] as Extract<
        Happening,
        { kind: 'speaker-silent' }
      >;
      return groupOf({ ...rest, siteId: `loa-${n}`, siteName: `Bản ${n}` }, NOBODY);
    });
    const one = many.reduce((into, more) => merged(into, more));
    expect(one.count).toBe(100);
    expect(one.facts.names).toEqual(['Bản 0', 'Bản 1', 'Bản 2', 'Bản 3', 'Bản 4']);
    expect(one.facts.subjectId).toBeNull();
    expect(new Set(many.map(({ groupKey }) => groupKey)).size).toBe(1);
  });

  test('what is one author’s never gathers with another’s, nor one commune’s with the next', () => {
    const keys = [
      group('bulletin-returned'),
      groupOf({ ...HAPPENINGS['bulletin-returned'], authorId: 'hoa' } as Happening, NOBODY),
      groupOf({ ...HAPPENINGS['speaker-silent'], tenantId: 'xa-b' }, NOBODY),
      group('speaker-silent'),
    ].map(({ groupKey }) => groupKey);
    expect(new Set(keys).size).toBe(4);
  });

  test('amounts add up, and who wrote only one of two may still act on the other', () => {
    const failed = merged(group('airing-failed'), group('airing-failed'));
    expect([failed.facts.amount, failed.facts.subjectId]).toEqual([4, 'phat-1']);
    const two = merged(group('approval-wanted'), {
      ...group('approval-wanted', { ...NOBODY, writerIds: ['hoa', 'lan'] }),
    });
    expect(two.exceptIds).toEqual(['lan']);
    expect(merged(group('stopped'), group('approval-wanted')).facts.amount).toBe(3);
    expect(merged(group('approval-wanted'), group('stopped')).facts.amount).toBe(3);
  });

  test('a bulletin that names people is told of without its title', () => {
    const hidden = group('approval-wanted', { ...NOBODY, personal: true });
    expect(hidden.facts.names).toEqual([]);
  });

  test.each(HAPPENING_KINDS)('%s says whose it is and what it is about', (kind) => {
    const made = group(kind);
    expect([made.kind, made.tenantId, made.count]).toEqual([kind, tenantId, 1]);
    expect(JSON.stringify(made.facts)).not.toMatch(/Ông An|Sai/);
  });

  test('an emergency goes at once and alone; in a crowd it gathers like the rest', () => {
    const at = { id: 'n', nowMs: NOON };
    const urgent = group('emergency-out');
    expect(opened({ ...at, group: urgent, crowded: false })).toMatchObject({
      ...{ urgent: true, dueAtMs: NOON, closesAtMs: NOON },
    });
    const crowd = opened({ ...at, group: urgent, crowded: true });
    expect([crowd.dueAtMs, crowd.closesAtMs]).toEqual([NOON + 45_000, NOON + 600_000]);
    const silent = opened({ ...at, group: group('speaker-silent'), crowded: false });
    expect([silent.dueAtMs, silent.closesAtMs]).toEqual([NOON + 45_000, NOON + 600_000]);
  });

  test('after telling it is looked at once more, at its end, for what came meanwhile', () => {
    const of = { id: 'n', nowMs: NOON, crowded: false };
    const silent = { ...opened({ ...of, group: group('speaker-silent') }), count: 7 };
    const once = afterTelling(silent, NOON + 45_000);
    expect([once.toldCount, once.dueAtMs]).toEqual([7, NOON + 600_000]);
    expect(afterTelling(once, NOON + 600_000).dueAtMs).toBeNull();
  });

  test.each(HAPPENING_KINDS)('%s is told within a minute', (kind) => {
    expect(paceOf(kind).gatherMs).toBeLessThan(60_000);
  });
});

test('urgent is what lives hang on, or what is being said in the commune’s name', () => {
  const urgent = HAPPENING_KINDS.filter((kind) => isUrgent(HAPPENINGS[kind]));
  expect(urgent).toEqual(
    expect.arrayContaining(['emergency-out', 'stopped', 'source-refused', 'source-emergency']),
  );
  const quiet = { ...HAPPENINGS['source-refused'], emergency: false } as Happening;
  expect(isUrgent(quiet)).toBe(false);
  const wanted = { ...HAPPENINGS['approval-wanted'], priority: 'emergency' } as Happening;
  expect(isUrgent(wanted)).toBe(true);
});

test('a kind is known by its own name and by nothing every object has', () => {
  expect(isHappeningKind('stopped')).toBe(true);
  expect(isHappeningKind('toString')).toBe(false);
});

test('a code and a trial are said in the person’s language', () => {
  expect(codeWords('012345', 'vi').title).toContain('012345');
  expect(codeWords('012345', 'en').body).toContain('15 minutes');
  expect(trialWords('vi').title).not.toBe(trialWords('en').title);
});
