// A recording asked of a collaborator: a link, a recording, a second speaker's word, and then the ordinary approval.
import { beforeEach, describe, expect, test } from 'vitest';
import { asked, rowOf, sendBy, tokenOf } from './language-steps.ts';
import { actions, approved, liveCommune, written } from './steps.ts';
import { type Commune, commune, person, type World, world } from './world.ts';

const DAY_MS = 86_400_000;
const code = (wanted: string) => expect.objectContaining({ code: wanted });
let at: World;
let place: Commune;
beforeEach(async () => {
  at = world();
  place = await liveCommune(at);
});
const desk = () => at.house.services.commissions;
const links = () => at.house.services.recordingLinks;
async function asking(of: Parameters<typeof asked>[1] = {}) {
  const original = await written(at, place);
  const made = desk().create(place.author, asked(original.id, of));
  return { original, commission: made.commission, token: tokenOf(made.url), url: made.url };
}

describe('a link', () => {
  test('makes the variant it is for, and is kept as a hash', async () => {
    const { original, commission, token, url } = await asking();
    expect(url).toBe(`http://vangxa.test/thu-am/${token}`);
    const [variant] = at.deps.store.bulletins.variantsOf(original.id);
    expect(commission).toMatchObject({
      ...{ bulletinId: variant?.id, state: 'asked', overdue: false, open: true },
      ...{ languageName: 'Tiếng Mông Trắng', feeNote: '150.000 đ', hasListenerLink: false },
    });
    expect(JSON.stringify(at.deps.store.commissions.get(commission.id))).not.toContain(token);
    expect(JSON.stringify(commission)).not.toContain('Hash":"');
    const view = links().view({ token });
    expect(view).toMatchObject({
      ...{ kind: 'speak', text: original.text, untranslated: true, name: 'Giàng A Páo' },
      ...{ communeName: 'Xã xa-a', state: 'asked' },
    });
    expect(Object.keys(view)).not.toContain('contactNote');
    expect(
      desk().list(place.author, { limit: 10, beforeId: null, bulletinId: null }),
    ).toMatchObject([{ id: commission.id, openedAtMs: at.clock.planMs() }]);
    const ofOne = { limit: 10, beforeId: null, bulletinId: original.id };
    expect(desk().list(place.author, ofOne)).toHaveLength(1);
    expect(actions(at)).toEqual(expect.arrayContaining(['variant.create', 'commission.create']));
  });

  test('in the bulletin’s own language is for the bulletin itself', async () => {
    const { original, commission } = await asking({ language: 'vie' });
    expect(commission.bulletinId).toBe(original.id);
  });

  test('asked for a variant goes to its sister in another language', async () => {
    const { original, commission } = await asking();
    const again = desk().create(place.author, asked(commission.bulletinId, { language: 'blt' }));
    expect(rowOf(at, again.commission.bulletinId)).toMatchObject({
      ...{ originalId: original.id, language: 'blt' },
    });
  });

  test.each([
    ['a day that is over', { dueDay: '2026-12-04' }, 'bad-due-day'],
    ['no day', { dueDay: '2026-02-31' }, 'bad-due-day'],
    ['a name of nothing', { collaboratorName: ' \u202e ' }, 'empty-field'],
    ['an unknown language', { language: 'xyz' }, 'unknown-language'],
  ])('with %s is refused, and no variant is left behind', async (_, of, why) => {
    const { id } = await written(at, place);
    expect(() => desk().create(place.author, asked(id, of))).toThrow(code(why));
    expect(at.deps.store.bulletins.variantsOf(id)).toEqual([]);
  });

  test('is given three times at once for one bulletin, and no oftener', async () => {
    const { id } = await written(at, place);
    for (let n = 0; n < 3; n += 1) desk().create(place.author, asked(id));
    expect(() => desk().create(place.author, asked(id))).toThrow(code('too-many-commissions'));
  });

  test('guessed, over, revoked or replaced opens nothing', async () => {
    const { commission, token } = await asking();
    const { id: commissionId } = commission;
    expect(() => links().view({ token: 'x'.repeat(43) })).toThrow(code('missing'));
    const fresh = tokenOf(desk().renew(place.author, { commissionId, dueDay: null }).url);
    expect(() => links().view({ token })).toThrow(code('missing'));
    expect(links().view({ token: fresh }).state).toBe('asked');
    at.clock.move(6.5 * DAY_MS);
    expect(() => links().view({ token: fresh })).toThrow(code('missing'));
    expect(() => desk().renew(place.author, { commissionId, dueDay: null })).toThrow(
      code('bad-due-day'),
    );
    const later = desk().renew(place.author, { commissionId, dueDay: '2026-12-20' });
    expect(links().view({ token: tokenOf(later.url) }).dueDay).toBe('2026-12-20');
    desk().revoke(place.author, { commissionId });
    expect(() => links().view({ token: tokenOf(later.url) })).toThrow(code('missing'));
    expect(() => desk().revoke(place.author, { commissionId })).toThrow(code('commission-over'));
  });

  test('kept open after the bulletin was withdrawn takes nothing more', async () => {
    const original = await approved(at, place);
    const token = tokenOf(desk().create(place.author, asked(original.id)).url);
    const { textHash } = links().view({ token });
    const { approving } = at.house.services;
    approving.withdraw(place.approver, { bulletinId: original.id, remark: 'Sai' });
    expect(() => links().view({ token })).toThrow(code('not-to-record'));
    await expect(sendBy(at, token, { textHash })).rejects.toMatchObject({ code: 'not-to-record' });
    expect(() => desk().create(place.author, asked(original.id))).toThrow(code('not-to-record'));
  });

  test('for what has expired, or for a drill, is not given', async () => {
    const expiresAtMs = at.clock.planMs() + 1_000;
    const { id } = await written(at, place, { expiresAtMs });
    at.clock.move(1_001);
    expect(() => desk().create(place.author, asked(id))).toThrow(code('not-to-record'));
    const drill = await written(at, place, { priority: 'emergency', drill: true });
    expect(() => desk().create(place.author, asked(drill.id))).toThrow(code('drill-is-read'));
  });
});

describe('what was asked for', () => {
  test('is told once when its day is over', async () => {
    const { commission } = await asking({ dueDay: '2026-12-05' });
    const due = () => at.happened.filter(({ kind }) => kind === 'recording-due');
    await at.house.beat();
    expect(due()).toEqual([]);
    at.clock.move(13 * 3_600_000);
    await at.house.beat();
    at.clock.move(120_000);
    await at.house.beat();
    expect(due()).toMatchObject([{ bulletinId: commission.bulletinId, title: 'Tiêm chủng' }]);
    const page = { limit: 10, beforeId: null, bulletinId: null };
    expect(desk().list(place.author, page)).toMatchObject([{ overdue: true }]);
  });

  test('keeps what was agreed and what was paid, after it is over too', async () => {
    const { commission } = await asking();
    const { id: commissionId } = commission;
    desk().revoke(place.author, { commissionId });
    const note = { commissionId, paidNote: ' 150.000 đ ngày 9/12\u202e ' };
    expect(desk().note(place.operator, note)).toMatchObject({
      ...{ feeNote: '150.000 đ', paidNote: '150.000 đ ngày 9/12' },
    });
    expect(desk().note(place.operator, { commissionId, feeNote: '' }).feeNote).toBeNull();
  });

  test('is nobody else’s: another commune finds none of it', async () => {
    const { original, commission } = await asking();
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
    const other = commune(at, person(at, 'qt-2', ['administrator', province]), 'xa-b');
    const of = { commissionId: commission.id };
    for (const act of [
      () => desk().create(other.author, asked(original.id)),
      () => desk().renew(other.author, { ...of, dueDay: null }),
      () => desk().invite(other.author, { ...of, listenerName: 'Ai' }),
      () => desk().note(other.author, of),
      () => desk().revoke(other.author, of),
      () => desk().judge(other.author, { ...of, contentHash: '', confirmed: true, remark: null }),
    ])
      expect(act).toThrow(code('missing'));
    const page = { limit: 10, beforeId: null };
    expect(desk().list(other.author, { ...page, bulletinId: null })).toEqual([]);
    expect(desk().list(other.author, { ...page, bulletinId: original.id })).toEqual([]);
    expect(desk().list(place.technician, { ...page, bulletinId: null })).toEqual([]);
  });
});
