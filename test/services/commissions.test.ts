// A recording asked of a collaborator: a link, a recording, a second speaker's word, and then the ordinary approval.
import { beforeEach, describe, expect, test } from 'vitest';
import {
  approveIt,
  asked,
  aVoiceFor,
  bytes,
  HMONG,
  rowOf,
  sendBy,
  tokenOf,
} from './language-steps.ts';
import { actions, approved, liveCommune, written } from './steps.ts';
import { type Commune, commune, person, until, type World, world } from './world.ts';

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
const inviting = (commissionId: string, listenerName = 'Sùng Thị Sua') =>
  tokenOf(desk().invite(place.author, { commissionId, listenerName }).url);
const judged = (token: string, confirmed = true, remark: string | null = null) => {
  const { contentHash } = links().view({ token });
  return links().judge({ token, contentHash: contentHash ?? '', confirmed, remark });
};

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

describe('a recording that is sent', () => {
  test('waits for a second speaker, and only then is the variant’s sound', async () => {
    const { original, commission, token } = await asking();
    const sent = await sendBy(at, token);
    expect(sent).toMatchObject({ state: 'sent', speakerName: 'Giàng A Páo', durationMs: 24_000 });
    expect(rowOf(at, commission.bulletinId)).toMatchObject({ state: 'failed', clipId: null });
    for (const [simple, mime] of [
      [false, 'audio/ogg'],
      [true, 'audio/mpeg'],
    ] as const)
      expect(await links().sound({ token, simple })).toMatchObject({ mime });
    const listener = inviting(commission.id);
    expect(links().view({ token: listener })).toMatchObject({
      ...{ kind: 'listen', name: 'Sùng Thị Sua', state: 'sent' },
    });
    expect(judged(listener).state).toBe('confirmed');
    const variant = rowOf(at, commission.bulletinId);
    expect(variant).toMatchObject({ state: 'ready', authorId: place.author.accountId });
    expect(at.house.services.bulletins.get(place.author, { bulletinId: variant.id })).toMatchObject(
      {
        recording: { speakerName: 'Giàng A Páo', language: 'mww', byName: 'Cán bộ xa-a-soan' },
        clip: { synthetic: null },
      },
    );
    const { variants } = at.house.services;
    const [view] = variants.list(place.author, { bulletinId: original.id }).variants;
    expect(view).toMatchObject({ recorded: true, need: 'approval', commission: null });
    expect(approveIt(at, place, variant.id).state).toBe('approved');
    expect(actions(at)).toEqual(expect.arrayContaining(['commission.send', 'commission.judge']));
  });

  test('may be sent again until it is confirmed, and never afterwards', async () => {
    const { commission, token } = await asking();
    await sendBy(at, token);
    const listener = inviting(commission.id);
    const first = links().view({ token: listener }).contentHash ?? '';
    await sendBy(at, token, { size: 20 });
    const of = { token: listener, contentHash: first, confirmed: true, remark: null };
    expect(() => links().judge(of)).toThrow(code('another-sound'));
    expect(judged(listener).state).toBe('confirmed');
    expect(() => judged(listener)).toThrow(code('another-sound'));
    await expect(sendBy(at, token)).rejects.toMatchObject({ code: 'commission-over' });
    expect(() =>
      desk().invite(place.author, { commissionId: commission.id, listenerName: 'Ai' }),
    ).toThrow(code('commission-over'));
  });

  test('is returned with a remark, and said again', async () => {
    const { commission, token } = await asking();
    await sendBy(at, token);
    const listener = inviting(commission.id);
    expect(() => judged(listener, false, ' ')).toThrow(code('empty-field'));
    expect(judged(listener, false, 'Thiếu câu cuối').state).toBe('returned');
    expect(links().view({ token })).toMatchObject({ state: 'returned', remark: 'Thiếu câu cuối' });
    expect((await sendBy(at, token, { size: 30 })).remark).toBeNull();
  });

  test('is judged by somebody with an account as well, who is not the one who speaks', async () => {
    const { commission, token } = await asking();
    await sendBy(at, token, { speakerName: 'Cán bộ xa-a-truc' });
    const { contentHash } = links().view({ token });
    const wish = { commissionId: commission.id, contentHash: contentHash ?? '' };
    const yes = { ...wish, confirmed: true, remark: null };
    expect(() => desk().judge(place.operator, yes)).toThrow(code('same-person'));
    expect(() => desk().judge(place.technician, yes)).toThrow(code('not-your-role'));
    expect(desk().judge(place.approver, yes)).toMatchObject({
      ...{ state: 'confirmed', judgedBy: 'Cán bộ xa-a-duyet' },
    });
  });

  test('has no second link for the first person, by whatever spelling', async () => {
    const { commission, token } = await asking();
    expect(() => inviting(commission.id, ' giàng a  PÁO')).toThrow(code('same-person'));
    inviting(commission.id, 'Páo');
    await expect(sendBy(at, token, { speakerName: 'PÁO' })).rejects.toMatchObject({
      code: 'same-person',
    });
  });

  test('neither link does what the other is for', async () => {
    const { commission, token } = await asking();
    await sendBy(at, token);
    const listener = inviting(commission.id);
    expect(() => judged(token)).toThrow(code('missing'));
    await expect(sendBy(at, listener)).rejects.toMatchObject({ code: 'missing' });
  });

  test.each([
    ['without consent', { consent: false }, 'no-consent'],
    ['without a name', { speakerName: '\u200b' }, 'empty-field'],
    ['of other words', { textHash: 'x' }, 'changed-meanwhile'],
  ])('%s is refused before a byte is read', async (_, of, why) => {
    const { token } = await asking();
    const made = at.studio.made.length;
    await expect(sendBy(at, token, of)).rejects.toMatchObject({ code: why });
    expect(at.studio.made).toHaveLength(made);
  });

  test('of a file that no decoder takes leaves everything as it was', async () => {
    const { commission, token } = await asking();
    at.studio.failNext(new Error('a playlist'));
    await expect(sendBy(at, token)).rejects.toThrow('a playlist');
    expect(at.deps.store.commissions.get(commission.id)).toMatchObject({ state: 'asked' });
    await sendBy(at, token);
  });

  test('comes thirty times through one link, and no oftener', async () => {
    const { commission, token } = await asking();
    const row = at.deps.store.commissions.get(commission.id);
    if (row) at.deps.store.commissions.update({ ...row, sends: 29 });
    await sendBy(at, token);
    await expect(sendBy(at, token)).rejects.toMatchObject({ code: 'sent-too-often' });
  });

  test('for a link that was revoked on the way is nobody’s', async () => {
    const { commission, token } = await asking();
    const { textHash } = links().view({ token });
    async function* slow() {
      desk().revoke(place.author, { commissionId: commission.id });
      yield new Uint8Array(3);
    }
    const { signal } = new AbortController();
    const wish = { token, bytes: slow(), speakerName: 'Páo', consent: true, textHash, signal };
    await expect(links().send(wish)).rejects.toMatchObject({ code: 'missing' });
    expect(at.deps.store.commissions.get(commission.id)).toMatchObject({ state: 'revoked' });
  });

  test('comes one at a time', async () => {
    const { token } = await asking();
    const { textHash } = links().view({ token });
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    async function* slow() {
      await gate;
      yield new Uint8Array(3);
    }
    const { signal } = new AbortController();
    const wish = { token, speakerName: 'Páo', consent: true, textHash, signal };
    const under = links().send({ ...wish, bytes: slow() });
    await expect(links().send({ ...wish, bytes: bytes() })).rejects.toMatchObject({
      code: 'limit-reached',
    });
    letGo();
    await under;
  });

  test('of words that were changed before it was heard is not confirmed', async () => {
    const { commission, token } = await asking();
    await sendBy(at, token);
    const listener = inviting(commission.id);
    const { bulletinId } = commission;
    aVoiceFor(at, 'mww');
    at.house.services.bulletins.edit(place.author, { bulletinId, text: HMONG });
    await until(() => rowOf(at, bulletinId).state === 'ready', 'the sound');
    expect(() => judged(listener)).toThrow(code('changed-meanwhile'));
    expect(judged(listener, false, 'Lời mới').state).toBe('returned');
    expect(links().view({ token })).toMatchObject({ text: HMONG, untranslated: false });
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
