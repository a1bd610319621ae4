// Giao và đôn đốc over real rows: given, answered, placed, reminded and withdrawn (issue #5, 5).
// It must never know SQL or routes.
import { describe, expect, test } from 'vitest';
import type { Bulletin } from '../../src/domain/model.ts';
import { approvedBy, DAY_MS, given, placedBy, province, statesFor } from './assign-steps.ts';
import { actions, airings, hashOf, pass, sentAiring, TEXT } from './steps.ts';
import { person, until, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const HOUR_MS = 3_600_000;

describe('what the province gives', () => {
  test('waits at every commune, which are told at once, and each sees only its own line', async () => {
    const at = world();
    const { assignment, assignmentId, a, author } = await given(at);
    expect(assignment).toMatchObject({
      ...{ title: 'Đốt nương', note: 'Trước mùa khô', communes: 2, gives: true, own: null },
      counts: { waiting: 2, behind: 2 },
      bulletin: { text: TEXT, state: 'approved' },
    });
    expect(at.happened.filter(({ kind }) => kind === 'assignment-given')).toHaveLength(2);
    expect(actions(at)[0]).toBe('assignment.give');
    const { assignments } = at.house.services;
    const seen = assignments.get(a.operator, { assignmentId });
    expect(seen.parts.map(({ communeName }) => communeName)).toEqual(['Xã xa-a']);
    expect(seen).toMatchObject({ gives: false, communes: 1, own: { answers: true } });
    const [line] = assignments.list(a.operator, { beforeId: null, limit: 9 });
    expect(line?.counts).toMatchObject({ waiting: 1 });
    expect(assignments.list(author, { beforeId: assignmentId, limit: 9 })).toEqual([]);
  });

  test('is heard by the commune, which may not open or change the bulletin itself', async () => {
    const at = world();
    const { bulletin, a } = await given(at);
    const { bulletins } = at.house.services;
    const bulletinId = bulletin.id;
    expect(bulletins.sound(a.operator, { clipId: bulletin.clipId ?? '' }).bytes).toBeGreaterThan(0);
    expect(() => bulletins.edit(a.author, { bulletinId, text: 'Khác' })).toThrow(code('missing'));
    expect(() => bulletins.get(a.author, { bulletinId })).toThrow(code('missing'));
  });

  test('is placed in the commune’s own hours as its own schedule, and aired by it', async () => {
    const at = world();
    const { bulletin, a, b, assignmentId, author } = await given(at);
    const atMs = at.clock.planMs() + 30_000;
    const schedule = placedBy(at, a, { bulletinId: bulletin.id, atMs });
    expect(schedule).toMatchObject({ tenantId: a.id, bulletinId: bulletin.id });
    expect(actions(at)).toContain('assignment.accept');
    expect(statesFor(at, author, assignmentId)).toEqual(['Xã xa-a placed', 'Xã xa-b waiting']);
    const airingId = await sentAiring(at);
    expect(at.deps.store.airings.get(airingId)?.tenantId).toBe(a.id);
    const verdict = at.deps.store.airings.speaker(airingId, 'loa-1')?.verdict;
    expect(verdict).toBeNull();
    at.deps.store.airings.putVerdict({
      ...{ airingId, siteId: 'loa-1', kind: 'played', reason: 'whole', detail: null },
      ...{ startErrorMs: 1, heardMs: 24_000, chunksReceived: 3, chunksRepaired: 0 },
      ...{ interruptions: [], givenAtMs: atMs, revision: 0 },
    } as never);
    await pass(at, 10 * 60_000);
    expect(statesFor(at, author, assignmentId)).toEqual(['Xã xa-a aired', 'Xã xa-b waiting']);
    expect(statesFor(at, b.operator, assignmentId)).toEqual(['Xã xa-b waiting']);
    // another commune's areas are as unknown as before
    const stray = { bulletinId: bulletin.id, rule: { kind: 'now' } as const };
    const { schedules } = at.house.services;
    expect(() => schedules.create(a.operator, { ...stray, areaIds: b.villages })).toThrow(
      code('missing'),
    );
    expect(() =>
      schedules.create(a.operator, { ...stray, areaIds: [...a.villages, ...b.villages] }),
    ).toThrow(code('missing'));
  });

  test('is moved, changed and looked at for conflicts like any schedule of the commune', async () => {
    const at = world();
    const { bulletin, a, b } = await given(at);
    const atMs = at.clock.planMs() + 2 * HOUR_MS;
    const bulletinId = bulletin.id;
    const { id: scheduleId, version } = placedBy(at, a, { bulletinId, atMs });
    const { schedules, foresight } = at.house.services;
    const change = { kind: 'move', toMs: atMs + HOUR_MS } as const;
    schedules.except(a.operator, { scheduleId, slotMs: atMs, change, reason: 'Họp' });
    const areaIds = a.villages;
    const rule = { kind: 'once', atMs: atMs + HOUR_MS + 5_000 } as const;
    const found = await foresight.conflicts(a.operator, { bulletinId, areaIds, rule });
    expect(found.conflicts).toHaveLength(1);
    const theirs = foresight.conflicts(b.operator, { bulletinId, areaIds, rule });
    await expect(theirs).rejects.toThrow(code('missing'));
    const wish = { scheduleId, version, bulletinId, areaIds, rule };
    expect(schedules.update(a.operator, wish).schedule).toMatchObject({ tenantId: a.id, areaIds });
  });

  test('is nobody else’s to place: what was never given stays missing', async () => {
    const at = world();
    const place = await province(at);
    const bulletin = await approvedBy(at, place);
    const atMs = at.clock.planMs() + HOUR_MS;
    expect(() => placedBy(at, place.a, { bulletinId: bulletin.id, atMs })).toThrow(code('missing'));
    expect(() => placedBy(at, place.a, { bulletinId: 'nothing', atMs })).toThrow(code('missing'));
  });

  test('is declined with a reason, unless it is placed; and may be taken on after all', async () => {
    const at = world();
    const { bulletin, a, b, author, assignmentId } = await given(at);
    const { assignments } = at.house.services;
    const decline = (reason: string, by = b) =>
      assignments.decline(by.operator, { assignmentId, reason });
    expect(() => decline(' \u202e ')).toThrow(code('reason-missing'));
    expect(decline('Chưa có loa')).toMatchObject({
      own: { answer: 'declined', reason: 'Chưa có loa', standing: { behind: false } },
    });
    expect(statesFor(at, author, assignmentId)).toEqual(['Xã xa-a waiting', 'Xã xa-b declined']);
    expect(actions(at)[0]).toBe('assignment.decline');
    expect(at.happened.at(-1)).toMatchObject({
      ...{ kind: 'assignment-declined', communeName: 'Xã xa-b', authorId: author.accountId },
    });
    const atMs = at.clock.planMs() + HOUR_MS;
    expect(() => placedBy(at, b, { bulletinId: bulletin.id, atMs })).toThrow(code('missing'));
    expect(assignments.accept(b.operator, { assignmentId }).own).toMatchObject({
      ...{ answer: 'accepted', reason: null },
    });
    placedBy(at, a, { bulletinId: bulletin.id, atMs });
    expect(() => decline('Bận', a)).toThrow(code('placed-already'));
    expect(() => assignments.accept(a.technician, { assignmentId })).toThrow(code('not-your-role'));
    // the province may answer for a commune, and says for which
    expect(() => assignments.accept(author, { assignmentId })).toThrow(code('which-commune'));
    expect(() => assignments.accept(author, { assignmentId, communeId: 'x' })).toThrow(
      code('missing'),
    );
    expect(assignments.accept(author, { assignmentId, communeId: a.id }).own).toBeNull();
  });

  test('reminds those who are behind, each at most once a day', async () => {
    const at = world();
    const { bulletin, a, author, assignmentId } = await given(at);
    placedBy(at, a, { bulletinId: bulletin.id, atMs: at.clock.planMs() + 2 * DAY_MS });
    const { assignments } = at.house.services;
    const remind = () => assignments.remind(author, { assignmentId });
    expect(remind()).toEqual({ reminded: 1, behind: 1 });
    expect(remind()).toEqual({ reminded: 0, behind: 1 });
    at.clock.move(DAY_MS);
    expect(remind()).toEqual({ reminded: 1, behind: 1 });
    const reminded = at.happened.filter(({ kind }) => kind === 'assignment-reminder');
    expect(reminded).toHaveLength(2);
    // a line for each commune, and one of the province's for each time the button was pressed
    expect(actions(at).filter((action) => action === 'assignment.remind')).toHaveLength(2 + 3);
    expect(() => assignments.remind(a.operator, { assignmentId })).toThrow(code('missing'));
  });

  test('is withdrawn with everything communes had placed of it', async () => {
    const at = world();
    const { bulletin, a, author, assignmentId } = await given(at);
    placedBy(at, a, { bulletinId: bulletin.id, atMs: at.clock.planMs() + 30_000 });
    await sentAiring(at);
    const { assignments } = at.house.services;
    expect(assignments.withdraw(author, { assignmentId }).withdrawnAtMs).not.toBeNull();
    expect(airings(at).map(({ state }) => state)).toEqual(['cancelled']);
    expect(at.deps.store.schedules.active()).toEqual([]);
    for (const again of [
      () => assignments.withdraw(author, { assignmentId }),
      () => assignments.remind(author, { assignmentId }),
      () => assignments.accept(a.operator, { assignmentId }),
    ])
      expect(again).toThrow(code('assignment-withdrawn'));
    const atMs = at.clock.planMs() + HOUR_MS;
    expect(() => placedBy(at, a, { bulletinId: bulletin.id, atMs })).toThrow(code('missing'));
  });

  test('stays placed when it was given a second time', async () => {
    const at = world();
    const { bulletin, a, author, assignmentId } = await given(at);
    const { assignments } = at.house.services;
    const dueAtMs = at.clock.planMs() + 9 * DAY_MS;
    const wish = { bulletinId: bulletin.id, areaIds: a.villages, leastAirings: 1, dueAtMs };
    expect(assignments.give(author, wish).parts).toMatchObject([{ areaIds: a.villages }]);
    placedBy(at, a, { bulletinId: bulletin.id, atMs: at.clock.planMs() + HOUR_MS });
    assignments.withdraw(author, { assignmentId });
    expect(at.deps.store.schedules.active()).toHaveLength(1);
  });

  test('is overdue after its deadline, until the province gives more time', async () => {
    const at = world();
    const { author, assignmentId } = await given(at);
    at.clock.move(3 * DAY_MS + 1);
    expect(statesFor(at, author, assignmentId)).toEqual(['Xã xa-a overdue', 'Xã xa-b overdue']);
    const { assignments } = at.house.services;
    const extend = (ms: number) =>
      assignments.extend(author, { assignmentId, dueAtMs: at.clock.planMs() + ms });
    expect(() => extend(-1)).toThrow(code('due-past'));
    expect(extend(DAY_MS).counts).toMatchObject({ waiting: 2, overdue: 0 });
    expect(() => extend(HOUR_MS)).toThrow(code('due-not-later'));
  });

  test('ends with its document', async () => {
    const at = world();
    const place = await province(at);
    const content = { text: '# 27/QĐ\nThu phí.' };
    const { documents, bulletins, assignments } = at.house.services;
    const taken = await documents.create(place.author, { areaId: place.id, name: null, content });
    const documentId = taken.document.id;
    const { id: bulletinId } = bulletins.create(place.author, { areaId: place.id, documentId });
    await until(() => at.deps.store.bulletins.get(bulletinId)?.state !== 'making', 'the sound');
    const made = at.deps.store.bulletins.get(bulletinId) as Bulletin;
    bulletins.submit(place.author, { bulletinId });
    bulletins.approve(place.approver, { bulletinId, contentHash: hashOf(at, made) });
    const dueAtMs = at.clock.planMs() + DAY_MS;
    const wish = { bulletinId, areaIds: [place.a.id], leastAirings: 1, dueAtMs };
    const { id: assignmentId } = assignments.give(place.author, wish);
    placedBy(at, place.a, { bulletinId, atMs: at.clock.planMs() + 30_000 });
    await sentAiring(at);
    const ended = { commentUntil: null, inForceFrom: null, endedOn: '2026-12-05', by: null };
    const status = { kind: 'repealed', ...ended } as const;
    documents.setStatus(place.approver, { documentId, position: 1, status });
    expect(airings(at).map(({ state }) => state)).toEqual(['cancelled']);
    expect(assignments.get(place.author, { assignmentId }).withdrawnAtMs).not.toBeNull();
    // the commune that airs it is told as well, without a way to a document it may not open
    const told = at.happened.filter(({ kind }) => kind === 'document-ended');
    expect(told).toContainEqual(
      expect.objectContaining({ tenantId: place.a.id, documentId: null, airings: 1 }),
    );
    expect(() => assignments.give(place.author, wish)).toThrow(code('due-past-its-end'));
  });

  test('must be the province’s, given by the province, to its own communes', async () => {
    const at = world();
    const { bulletin, a, author } = await given(at);
    const { assignments } = at.house.services;
    const dueAtMs = at.clock.planMs() + DAY_MS;
    const wish = { bulletinId: bulletin.id, areaIds: [a.id], leastAirings: 1, dueAtMs };
    expect(() => assignments.give(a.author, wish)).toThrow(code('missing'));
    const technician = person(at, 'tinh-ky-thuat', ['technician', bulletin.tenantId]);
    expect(() => assignments.give(technician, wish)).toThrow(code('not-your-role'));
    for (const areaIds of [['nowhere'], []])
      expect(() => assignments.give(author, { ...wish, areaIds })).toThrow(code('nobody-given'));
    const own = await approvedBy(at, a);
    expect(() => assignments.give(author, { ...wish, bulletinId: own.id })).toThrow(
      code('not-the-provinces'),
    );
    expect(() => assignments.get(a.author, { assignmentId: 'nothing' })).toThrow(code('missing'));
  });
});
