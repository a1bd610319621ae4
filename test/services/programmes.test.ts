// Programmes over real rows: previewed to the millisecond, built, approved by their parts, placed (issue #6, 4).
// It must never know SQL, routes or real sound.
import { describe, expect, test } from 'vitest';
import { approvedBy, given } from './assign-steps.ts';
import { built, TEMPLATE, template, variant, wishOf } from './programme-steps.ts';
import { actions, approved, liveCommune, written } from './steps.ts';
import { commune, NOON, person, setUp, until, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const HOUR = 3_600_000;

/** Two villages: the second hears Mông first. */
async function stage() {
  const at = world();
  const a = await liveCommune(at);
  const [, second] = a.villages;
  at.deps.store.languageOrders.put({ areaId: second ?? '', languages: ['mww', 'vie'] });
  const one = await approved(at, a, { text: 'Tiêm chủng ngày mai.' });
  const two = await approved(at, a, { text: 'Họp bản tối nay.' });
  const { programmes } = at.house.services;
  return { at, a, one, two, programmes, ids: [one.id, two.id] };
}

describe('a preview', () => {
  test('has an edition for each order of languages, and tells the planner what is missing', async () => {
    const { at, a, one, two, programmes, ids } = await stage();
    await variant(at, a, { original: one, language: 'mww' });
    const { editions, title } = await programmes.preview(a.operator, wishOf(a, { itemIds: ids }));
    expect(title).toBe(one.title);
    const [plain, hmong] = editions;
    expect(plain).toMatchObject({ languages: ['vie'], missing: [], areaIds: [a.villages[0]] });
    expect(plain?.pieces.map(({ language }) => language)).toEqual(['vie', 'vie']);
    expect(hmong?.pieces.map(({ language }) => language)).toEqual(['mww', 'vie', 'vie']);
    expect(hmong?.missing).toMatchObject([{ originalId: two.id, language: 'mww', there: null }]);
    expect(hmong?.missing[0]?.says.vi).toContain('chưa có bằng tiếng');
    // three of 24 s and two pauses of the template's
    expect(hmong?.durationMs).toBeGreaterThan(72_000);
    expect(actions(at)).not.toContain('programme.build');
  });

  test('says what had no room, by the template and by the regulation', async () => {
    const { at, a, programmes, ids } = await stage();
    const { store } = at.deps;
    const regulation = store.regulations.get(a.id);
    if (regulation)
      store.regulations.put({
        ...regulation,
        rules: { ...regulation.rules, minutesPerSession: 1 },
      });
    const third = await approved(at, a, { text: 'Tin thứ ba.' });
    const { id: templateId } = template(at, a);
    const wish = wishOf(a, { templateId, itemIds: [...ids, third.id] });
    const { editions, regulationMinutes } = await programmes.preview(a.operator, wish);
    expect(regulationMinutes).toBe(1);
    expect(editions[0]).toMatchObject({ mostMs: 60_000, leftOut: [{ originalId: third.id }] });
    expect(editions[0]?.leftOut[0]?.says.vi).toContain('chỉ còn');
    expect(editions[0]?.durationMs).toBeLessThanOrEqual(60_000);
  });

  test('by the rule of a template takes what is approved, and no words of the frame', async () => {
    const { at, a, one, two, programmes } = await stage();
    const view = template(at, a, { ident: { text: 'Đây là Đài truyền thanh xã A.' } });
    await until(() => at.deps.store.bulletins.get(view.identId ?? '')?.state === 'ready', 'ident');
    await written(at, a, { text: 'Chưa ai duyệt.' });
    const { itemIds, editions } = await programmes.preview(
      a.operator,
      wishOf(a, { templateId: view.id }),
    );
    expect(itemIds).toEqual([two.id, one.id]);
    // the ident is not approved yet: it is missing, and nobody hears it
    expect(editions[0]?.pieces.map(({ kind }) => kind)).toEqual(['chime', 'item', 'item']);
    expect(editions[0]?.missing).toMatchObject([{ kind: 'ident', there: { why: 'not-approved' } }]);
  });
});

describe('an edition', () => {
  test('is joined of its parts and approved by their approvals, named in the audit', async () => {
    const { at, a, one, ids } = await stage();
    const [edition] = await built(at, a, { itemIds: ids, areaIds: [a.villages[0] ?? ''] });
    const { bulletin, parts, clip } = edition ?? {};
    expect(bulletin).toMatchObject({ state: 'approved', priority: 'normal', documentId: null });
    expect(bulletin?.text).toContain(one.text);
    expect(parts?.map(({ bulletinId }) => bulletinId)).toEqual(ids);
    const given = at.deps.store.approvals.of(bulletin?.id ?? '');
    expect(given).toMatchObject([
      { approverId: a.approver.accountId, contentHash: clip?.contentHash, voidedAtMs: null },
    ]);
    const lines = at.deps.store.audit.list({ tenantIds: [a.id], beforeId: null, limit: 50 });
    const line = lines.find(({ action }) => action === 'service.programme-approved');
    for (const id of ids) expect(line?.detail).toContain(id);
    expect(at.studio.made.at(-1)).toBe('nối 2');
  });

  test('is not built of what nobody approved, nor of nothing', async () => {
    const { at, a, programmes } = await stage();
    const draft = await written(at, a, { text: 'Chưa duyệt.' });
    await expect(
      programmes.build(a.operator, wishOf(a, { itemIds: [draft.id] })),
    ).rejects.toMatchObject({ code: 'nothing-to-air' });
    await expect(programmes.build(a.operator, wishOf(a))).rejects.toMatchObject({
      code: 'no-items',
    });
    expect(actions(at)).not.toContain('programme.build');
  });

  test.each([
    ['an emergency', 'no-emergency', { priority: 'emergency' as const }],
    ['a drill', 'no-drill', { priority: 'emergency' as const, drill: true }],
  ])('never holds %s', async (_, wanted, of) => {
    const { at, a, programmes } = await stage();
    const urgent = await approved(at, a, { text: 'Lũ quét.', ...of });
    await expect(
      programmes.build(a.operator, wishOf(a, { itemIds: [urgent.id] })),
    ).rejects.toMatchObject({ code: wanted });
  });

  test('never holds another commune’s bulletin, nor a programme', async () => {
    const { at, a, programmes, ids } = await stage();
    const admin = person(at, 'tinh', ['administrator', a.id]);
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province');
    const root = person(at, 'goc', ['administrator', province?.id ?? '']);
    const b = commune(at, root, 'xa-b');
    const strange = await approved(at, b, { text: 'Của xã khác.' });
    await expect(
      programmes.preview(admin, wishOf(a, { itemIds: [strange.id] })),
    ).rejects.toMatchObject({ code: 'missing' });
    const [edition] = await built(at, a, { itemIds: ids, areaIds: [a.villages[0] ?? ''] });
    await expect(
      programmes.preview(a.operator, wishOf(a, { itemIds: [edition?.bulletinId ?? ''] })),
    ).rejects.toMatchObject({ code: 'no-programme' });
    await expect(programmes.preview(b.operator, wishOf(a, { itemIds: ids }))).rejects.toMatchObject(
      { code: 'missing' },
    );
    expect(() => programmes.get(b.operator, { bulletinId: edition?.bulletinId ?? '' })).toThrow(
      code('missing'),
    );
  });

  test('is changed by nobody’s hand: not its words, its sound, its urgency', async () => {
    const { at, a, ids } = await stage();
    const [edition] = await built(at, a, { itemIds: ids, areaIds: [a.villages[0] ?? ''] });
    const bulletinId = edition?.bulletinId ?? '';
    const { bulletins } = at.house.services;
    expect(() => bulletins.edit(a.author, { bulletinId, text: 'Khác.' })).toThrow(
      code('edition-by-hand'),
    );
    expect(() => bulletins.submit(a.author, { bulletinId })).toThrow(code('edition-by-hand'));
    const bytes = Buffer.from('RIFF');
    const wish = { bulletinId, bytes, speaker: 'Lò Thị Mai', consent: 'Đồng ý' };
    await expect(
      (async () => at.house.services.recordings.take(a.author, wish as never))(),
    ).rejects.toMatchObject({ code: 'edition-by-hand' });
  });

  test('of a bulletin that names somebody names somebody itself', async () => {
    const { at, a, one } = await stage();
    at.deps.store.bulletins.update({ ...one, personalData: true });
    const [edition] = await built(at, a, { itemIds: [one.id], areaIds: [a.villages[0] ?? ''] });
    expect(edition?.bulletin.personalData).toBe(true);
  });
});

describe('editions placed', () => {
  test('are ordinary schedules, each for its own villages', async () => {
    const { at, a, ids, programmes } = await stage();
    const editions = await built(at, a, { itemIds: ids });
    expect(editions).toHaveLength(2);
    const bulletinIds = editions.map(({ bulletinId }) => bulletinId);
    const rule = { kind: 'once', atMs: NOON + HOUR } as const;
    const placed = programmes.schedule(a.operator, { bulletinIds, rule });
    expect(placed.map(({ areaIds }) => areaIds)).toEqual(a.villages.map((id) => [id]));
    const { occurrences } = at.house.services.plan.list(a.operator, { hours: 24 });
    expect(occurrences.map(({ hindrance }) => hindrance)).toEqual([null, null]);
  });

  test('all or none: where one does not fit, nothing is placed', async () => {
    const { at, a, ids, programmes } = await stage();
    const editions = await built(at, a, { itemIds: ids });
    const bulletinIds = editions.map(({ bulletinId }) => bulletinId);
    const night = { kind: 'once', atMs: NOON + 11 * HOUR } as const;
    expect(() => programmes.schedule(a.operator, { bulletinIds, rule: night })).toThrow(
      code('out-of-hours'),
    );
    expect(at.deps.store.schedules.active()).toEqual([]);
    const twice = [...(await built(at, a, { itemIds: ids })), ...editions];
    const rule = { kind: 'once', atMs: NOON + HOUR } as const;
    const same = twice.map(({ bulletinId }) => bulletinId);
    expect(() => programmes.schedule(a.operator, { bulletinIds: same, rule })).toThrow(
      code('same-places'),
    );
    expect(at.deps.store.schedules.active()).toEqual([]);
  });
});

describe('an edition placed', () => {
  test('is refused for a part that was withdrawn a moment ago, and hindered where it slipped in', async () => {
    const { at, a, two, ids, programmes } = await stage();
    const areaIds = [a.villages[0] ?? ''];
    const [edition] = await built(at, a, { itemIds: ids, areaIds });
    const bulletinId = edition?.bulletinId ?? '';
    const { approving, plan, schedules } = at.house.services;
    approving.withdraw(a.approver, { bulletinId: two.id, remark: 'Sai giờ' });
    const rule = { kind: 'now' } as const;
    expect(() => programmes.schedule(a.operator, { bulletinIds: [bulletinId], rule })).toThrow(
      code('part-broken'),
    );
    expect(at.deps.store.schedules.active()).toEqual([]);
    // by the calendar's own door, and before any beat has looked
    schedules.create(a.operator, { bulletinId, areaIds, rule });
    const { occurrences } = plan.list(a.operator, { hours: 24 });
    expect(occurrences.map(({ hindrance }) => hindrance)).toEqual(['not-approved']);
  });

  test('takes on what it says of the province’s, not what had no room in it', async () => {
    const at = world();
    const { a, bulletin, assignmentId, ...place } = await given(at);
    const { assignments, programmes } = at.house.services;
    const other = await approvedBy(at, place);
    const { id: otherId } = assignments.give(place.author, {
      ...{ bulletinId: other.id, areaIds: [place.id], dueAtMs: NOON + 72 * HOUR, note: null },
      leastAirings: 1,
    });
    const { store } = at.deps;
    const regulation = store.regulations.get(a.id) ?? store.regulations.get(place.id);
    if (regulation)
      store.regulations.put({
        ...{ ...regulation, areaId: a.id },
        rules: { ...regulation.rules, minutesPerSession: 0.5 },
      });
    const [edition] = await built(at, a, { itemIds: [bulletin.id, other.id] });
    expect(edition?.itemIds).toEqual([bulletin.id, other.id]);
    expect(edition?.parts.map((part) => part.bulletinId)).toEqual([bulletin.id]);
    const rule = { kind: 'once', atMs: NOON + HOUR } as const;
    programmes.schedule(a.operator, { bulletinIds: [edition?.bulletinId ?? ''], rule });
    expect(store.assignments.part(assignmentId, a.id)?.answer).toBe('accepted');
    expect(store.assignments.part(otherId, a.id)?.answer).toBe('waiting');
  });
});

describe('a template', () => {
  test('is written, changed by version, listed and removed', async () => {
    const { at, a, programmes } = await stage();
    const view = template(at, a, { closing: { text: 'Chương trình đến đây là hết.' } });
    expect(view.parts.closing).toMatchObject({ text: 'Chương trình đến đây là hết.' });
    const closing = { bulletinId: view.closingId ?? '' };
    const wish = { ...TEMPLATE, closing, templateId: view.id, name: 'Buổi tối' };
    const changed = programmes.changeTemplate(a.author, { ...wish, version: 1 });
    expect(changed).toMatchObject({ version: 2, name: 'Buổi tối', closingId: view.closingId });
    expect(() => programmes.changeTemplate(a.author, { ...wish, version: 1 })).toThrow(
      code('changed-meanwhile'),
    );
    expect(programmes.templates(a.operator).map(({ name }) => name)).toEqual(['Buổi tối']);
    programmes.removeTemplate(a.author, { templateId: view.id });
    expect(programmes.templates(a.operator)).toEqual([]);
    expect(actions(at)).toEqual(expect.arrayContaining(['programme.template', 'programme.remove']));
  });

  test('is refused with what is out of bounds, and with words that are not the commune’s', async () => {
    const { at, a, programmes } = await stage();
    const make = (of: object) =>
      programmes.createTemplate(a.author, { areaId: a.id, ...TEMPLATE, ...of });
    expect(() => make({ repeats: 9 })).toThrow(code('bad-template'));
    expect(() => make({ ident: { bulletinId: 'nobody' } })).toThrow(code('missing'));
    const urgent = await approved(at, a, { text: 'Lũ.', priority: 'emergency' });
    expect(() => make({ ident: { bulletinId: urgent.id } })).toThrow(code('not-around'));
    expect(() => programmes.createTemplate(a.technician, { areaId: a.id, ...TEMPLATE })).toThrow(
      code('not-your-role'),
    );
  });
});

test('a house without people has no programmes', async () => {
  const at = world();
  const admin = await setUp(at);
  expect(at.house.services.programmes.templates(admin)).toEqual([]);
});
