// A recording that came through a link: heard by a second speaker, and only then a sound that waits for approval.
import { beforeEach, describe, expect, test } from 'vitest';
import {
  asked,
  aVoiceFor,
  bytes,
  HMONG,
  rowOf,
  sendBy,
  tokenOf,
  withVariant,
} from './language-steps.ts';
import { actions, hashOf, liveCommune, written } from './steps.ts';
import { type Commune, NOON, until, type World, world } from './world.ts';

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

describe('a recording that is sent', () => {
  test('waits for a second speaker, and only then is the variant’s sound', async () => {
    const { original, commission, token } = await asking();
    const sent = await sendBy(at, token);
    expect(sent).toMatchObject({ state: 'sent', speakerName: 'Giàng A Páo', durationMs: 24_000 });
    expect(rowOf(at, commission.bulletinId)).toMatchObject({ state: 'failed', clipId: null });
    const { signal } = new AbortController();
    for (const [simple, mime] of [
      [false, 'audio/ogg'],
      [true, 'audio/mpeg'],
    ] as const)
      expect(await links().sound({ token, simple, signal })).toMatchObject({ mime });
    const listener = inviting(commission.id);
    expect(links().view({ token: listener })).toMatchObject({
      ...{ kind: 'listen', name: 'Sùng Thị Sua', state: 'sent' },
    });
    expect(judged(listener).state).toBe('confirmed');
    const variant = rowOf(at, commission.bulletinId);
    // sent for approval in the name of whoever asked for it: no press more is needed
    expect(variant).toMatchObject({ state: 'pending', authorId: place.author.accountId });
    const mine = { bulletinId: variant.id, authorId: place.author.accountId };
    expect(at.happened).toEqual([
      expect.objectContaining({ kind: 'recording-sent', ...mine }),
      expect.objectContaining({ kind: 'approval-wanted', bulletinId: variant.id }),
      expect.objectContaining({ kind: 'recording-confirmed', offered: false, ...mine }),
    ]);
    expect(at.house.services.bulletins.get(place.author, { bulletinId: variant.id })).toMatchObject(
      {
        recording: { speakerName: 'Giàng A Páo', language: 'mww', byName: 'Cán bộ xa-a-soan' },
        clip: { synthetic: null },
      },
    );
    const { variants } = at.house.services;
    const [view] = variants.list(place.author, { bulletinId: original.id }).variants;
    expect(view).toMatchObject({ recorded: true, need: 'approval', commission: null });
    const contentHash = hashOf(at, variant);
    const { bulletins } = at.house.services;
    const approved = bulletins.approve(place.approver, { bulletinId: variant.id, contentHash });
    expect(approved.state).toBe('approved');
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
    expect(at.happened.at(-1)).toMatchObject({
      ...{ kind: 'recording-returned', authorId: place.author.accountId },
    });
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

  test('is not confirmed by the account that asked for it, under whatever name it was spoken', async () => {
    const { commission, token } = await asking();
    await sendBy(at, token, { speakerName: 'Một tên khác' });
    const { contentHash } = links().view({ token });
    const wish = { commissionId: commission.id, contentHash: contentHash ?? '' };
    const { accountId } = place.author;
    at.deps.store.accounts.putGrant({ accountId, role: 'approver', areaId: place.id });
    const both = { ...place.author, grants: at.deps.store.accounts.grants(accountId) };
    const judge = (confirmed: boolean) =>
      desk().judge(both, { ...wish, confirmed, remark: 'Nói lại câu cuối' });
    expect(() => judge(true)).toThrow(code('same-person'));
    expect(judge(false).state).toBe('returned');
  });

  test('once confirmed, its links tell nothing that was written since', async () => {
    const { commission, token } = await asking();
    await sendBy(at, token);
    const listener = inviting(commission.id);
    judged(listener);
    const { text, id } = rowOf(at, commission.bulletinId);
    expect(links().view({ token }).text).toBe(text);
    at.deps.store.bulletins.update({ ...rowOf(at, id), text: 'Danh sách nội bộ.' });
    expect([links().view({ token }).text, links().view({ token: listener }).text]).toEqual([
      '',
      '',
    ]);
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

describe('beside a sound that is approved and has its time', () => {
  async function onAir() {
    const { original, variant } = await withVariant(at, place);
    const { schedules } = at.house.services;
    const rule = { kind: 'once', atMs: NOON + 3 * 3_600_000 } as const;
    schedules.create(place.operator, { bulletinId: variant.id, areaIds: [place.id], rule });
    const { commission, url } = desk().create(place.author, asked(original.id));
    expect(commission.bulletinId).toBe(variant.id);
    await sendBy(at, tokenOf(url));
    judged(inviting(commission.id));
    return { variant, commissionId: commission.id };
  }
  const hindrances = () =>
    at.house.services.plan
      .list(place.operator, { hours: 24 })
      .occurrences.map(({ hindrance }) => hindrance);
  const offered = () =>
    desk()
      .list(place.author, { limit: 10, beforeId: null, bulletinId: null })
      .map((one) => one.offered);

  test('a stranger’s confirmation takes nothing off the air: it waits, and is told', async () => {
    const { variant } = await onAir();
    expect(rowOf(at, variant.id)).toEqual(variant);
    expect(hindrances()).toEqual([null]);
    expect(offered()).toEqual([true]);
    expect(at.happened.at(-1)).toMatchObject({
      ...{ kind: 'recording-confirmed', offered: true, authorId: place.author.accountId },
    });
  });

  test('one press of the desk puts it there, off the air and before the approvers', async () => {
    const { variant, commissionId } = await onAir();
    expect(() => desk().take(place.operator, { commissionId })).toThrow(code('not-your-role'));
    expect(desk().take(place.author, { commissionId }).offered).toBe(false);
    const now = rowOf(at, variant.id);
    expect(now.clipId).not.toBe(variant.clipId);
    expect(now).toMatchObject({ state: 'pending', version: variant.version + 1 });
    expect(at.happened.at(-1)).toMatchObject({ kind: 'approval-wanted', bulletinId: variant.id });
    expect(hindrances()).toEqual(['changed-since-approval']);
    expect(() => desk().take(place.author, { commissionId })).toThrow(code('another-sound'));
    expect(actions(at)).toContain('recording.make');
  });

  test('of words that were changed since it is offered no more', async () => {
    const { variant, commissionId } = await onAir();
    const text = 'Lus tshiab.';
    at.house.services.bulletins.edit(place.author, { bulletinId: variant.id, text });
    expect(offered()).toEqual([false]);
    expect(() => desk().take(place.author, { commissionId })).toThrow(code('another-sound'));
  });
});
