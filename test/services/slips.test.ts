// Slips over real rows: printed for one sound, taken back only for it, kept once, never an approval.
// It must never open a PDF: the reader here is a fake.
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import type { Bulletin } from '../../src/domain/model.ts';
import { actions, approved, hashOf, liveCommune, scheduled, written } from './steps.ts';
import { commune, person, until, world } from './world.ts';

async function started() {
  const at = world();
  const place = await liveCommune(at);
  const { slips, bulletins } = at.house.services;
  const bulletin = await written(at, place, { text: 'Thu 50 đồng lúc 19 giờ.' });
  const printed = async (of: Bulletin = bulletin) =>
    (await slips.make(place.author, { bulletinId: of.id })).bytes;
  const take = async (
    bytes: Uint8Array,
    of: Bulletin = bulletin,
    name: string | null = 'phiếu.pdf',
  ) => slips.take(place.author, { bulletinId: of.id, bytes, name });
  const code = async (act: Promise<unknown>) =>
    act.then(
      () => null,
      (error: { code: string }) => error.code,
    );
  return { at, place, slips, bulletins, bulletin, printed, take, code };
}

describe('a slip is printed', () => {
  test('with every word, the figures, where and when, and the hash', async () => {
    const { at, place, bulletin, slips } = await started();
    scheduled(at, place, { bulletin, rule: { kind: 'cron', pattern: '30 17 * * *' } });
    const made = await slips.make(place.author, { bulletinId: bulletin.id });
    expect(made.name).toBe(`phieu-duyet-${bulletin.id}-1.pdf`);
    const contentHash = hashOf(at, bulletin);
    expect(at.papers.asked).toEqual([
      expect.objectContaining({
        ...{ kind: 'approval-slip', communeName: 'Xã xa-a', title: 'Tiêm chủng', version: 1 },
        sentences: ['Thu 50 đồng lúc 19 giờ.'],
        figures: [
          { kind: 'number', source: '50', words: '50' },
          { kind: 'number', source: '19', words: '19' },
        ],
        airings: [{ where: 'ban-1, ban-2', when: '17:30, hằng ngày; không phát ngày quốc tang' }],
        contentHash,
        link: `http://vangxa.test/#/approvals/${bulletin.id}?hash=${contentHash}`,
      }),
    ]);
  });

  test('not while its sound is under way', async () => {
    const { at, place, bulletins, bulletin, slips, code } = await started();
    at.studio.hold();
    bulletins.edit(place.author, { bulletinId: bulletin.id, text: 'Khác.' });
    const act = slips.make(place.author, { bulletinId: bulletin.id });
    expect(await code(act)).toBe('sound-under-way');
  });
});

describe('a slip that comes back', () => {
  test('is kept with its signatures, and approves nothing by itself', async () => {
    const { at, place, bulletin, slips, printed, take } = await started();
    const slip = await take(await printed());
    expect(slip).toMatchObject({
      ...{ bulletinId: bulletin.id, version: 1, contentHash: hashOf(at, bulletin) },
      ...{ scanned: false, uploadedByName: 'Cán bộ xa-a-soan' },
    });
    expect(slip.signatures).toHaveLength(1);
    expect(at.files.kept.has(slip.file.hash)).toBe(true);
    expect(slips.list(place.technician, { bulletinId: bulletin.id })).toEqual([slip]);
    expect(slips.file(place.approver, { slipId: slip.id })).toEqual({
      path: `/documents/${slip.file.hash}`,
      name: 'phiếu.pdf',
    });
    expect(at.deps.store.bulletins.get(bulletin.id)?.state).toBe('ready');
    expect(actions(at)[0]).toBe('slip.upload');
  });

  test.each([
    ['its author laid beside it', 'author', true],
    ['nobody signed', 'approver', false],
  ] as const)('that %s is not named by the approval', async (_, who, signed) => {
    const { at, place, bulletin, bulletins, slips, printed } = await started();
    const { id: bulletinId } = bulletin;
    const taken = at.reader.take;
    at.reader.take = async (file, how) => {
      const { signatures, ...slip } = await taken(file, how);
      return { ...slip, signatures: signed ? signatures : [] };
    };
    await slips.take(place[who], { bulletinId, bytes: await printed(), name: null });
    bulletins.submit(place.author, { bulletinId });
    bulletins.approve(place.approver, { bulletinId, contentHash: hashOf(at, bulletin) });
    expect(at.deps.store.approvals.of(bulletinId)[0]?.slipHash).toBeNull();
  });

  test('is named by the approval of the approver who brought it, signed', async () => {
    const { at, place, bulletin, bulletins, slips, printed } = await started();
    const upload = { bulletinId: bulletin.id, bytes: await printed(), name: null };
    const slip = await slips.take(place.approver, upload);
    bulletins.submit(place.author, { bulletinId: bulletin.id });
    bulletins.approve(place.approver, {
      ...{ bulletinId: bulletin.id, contentHash: hashOf(at, bulletin) },
    });
    expect(at.deps.store.approvals.of(bulletin.id)[0]?.slipHash).toBe(slip.file.hash);
    const view = bulletins.get(place.author, { bulletinId: bulletin.id });
    expect(view.approval.given[0]).toMatchObject({ slip: true, standing: false });
  });

  test('is kept once, however often it is sent', async () => {
    const { place, bulletin, slips, printed, take } = await started();
    const bytes = await printed();
    expect((await take(bytes)).id).toBe((await take(bytes)).id);
    expect(slips.list(place.author, { bulletinId: bulletin.id })).toHaveLength(1);
  });

  test('of another bulletin is refused, even with the same sound', async () => {
    const { at, place, bulletin, printed, take, code } = await started();
    const other = await approved(at, place, { text: 'Chuyện khác.' });
    expect(await code(take(await printed(other)))).toBe('slip-of-another');
    const twin = await written(at, place, { text: bulletin.text });
    expect(hashOf(at, twin)).toBe(hashOf(at, bulletin));
    expect(await code(take(await printed(twin)))).toBe('slip-of-another');
  });

  test('for words that were changed since is refused; also when they change while it is read', async () => {
    const { at, place, bulletins, bulletin, slips, printed, take, code } = await started();
    const bytes = await printed();
    const reading = at.reader.hold();
    const taking = code(take(bytes));
    bulletins.edit(place.author, { bulletinId: bulletin.id, text: 'Khác.' });
    await until(() => at.deps.store.bulletins.get(bulletin.id)?.state === 'ready');
    reading.letGo();
    expect(await taking).toBe('changed-since-seen');
    expect(await code(take(bytes))).toBe('slip-of-another');
    expect(slips.list(place.author, { bulletinId: bulletin.id })).toEqual([]);
  });

  test.each([
    ['no PDF', Buffer.from('<html>'), 'not-a-pdf'],
    ['a PDF in name only', Buffer.from('%PDF-1.7 không có mã nào'), 'slip-of-another'],
  ])('%s is refused', async (_, bytes, expected) => {
    const { take, code } = await started();
    expect(await code(take(bytes))).toBe(expected);
  });

  test.each([
    ['no PDF after all', { container: 'txt' as const }, 'not-a-pdf'],
    [
      'a scan nobody can read',
      { text: 'nhòe', ocr: { engine: 'tesseract' } },
      'slip-not-recognised',
    ],
  ])('%s is refused', async (_, of, expected) => {
    const { at, printed, take, code } = await started();
    const { take: real } = at.reader;
    at.deps.reader.take = async (file, how) => ({ ...(await real(file, how)), ...of });
    expect(await code(take(await printed()))).toBe(expected);
  });

  test('a scan that was recognised is kept and marked as one', async () => {
    const { at, printed, take } = await started();
    const { take: real } = at.reader;
    at.deps.reader.take = async (file, how) => ({
      ...(await real(file, how)),
      ...{ ocr: { engine: 'tesseract' }, signatures: [] },
    });
    expect(await take(await printed())).toMatchObject({ scanned: true, signatures: [] });
  });

  test('a trap is refused in words, a fault of ours is not called the caller’s', async () => {
    const { at, printed, take, code } = await started();
    const bytes = await printed();
    const say = { vi: 'Tệp quá nặng khi mở ra.', en: 'Too much memory.' };
    at.deps.reader.take = async () => {
      throw new AppError({ code: 'too-much-memory', fault: 'caller', say });
    };
    expect(await code(take(bytes))).toBe('slip-unreadable');
    at.deps.reader.take = async () => {
      throw new AppError({ code: 'crashed', fault: 'ours', say });
    };
    expect(await code(take(bytes))).toBe('crashed');
  });

  test('whoever goes away stops the reading, and nothing is kept', async () => {
    const { at, place, bulletin, slips, printed, code } = await started();
    const bytes = await printed();
    at.reader.hold();
    const gone = new AbortController();
    const wish = { bulletinId: bulletin.id, bytes, name: null, signal: gone.signal };
    const taking = code(slips.take(place.author, wish));
    await new Promise(setImmediate); // it has its turn and reads
    gone.abort();
    expect(await taking).toBe('slip-stopped');
    expect(at.files.kept.size).toBe(0);
  });

  test('not another commune’s, nor by somebody without a part in it', async () => {
    const { at, place, bulletin, slips, printed, take, code } = await started();
    const bytes = await printed();
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province');
    const admin = person(at, 'qt', ['administrator', province?.id ?? '']);
    const other = commune(at, admin, 'xa-b');
    const wish = { bulletinId: bulletin.id, bytes, name: null };
    expect(await code(slips.take(other.author, wish))).toBe('missing');
    expect(await code(slips.take(place.technician, wish))).toBe('not-your-role');
    const slip = await take(bytes);
    expect(() => slips.file(other.approver, { slipId: slip.id })).toThrow(/missing/u);
    expect(() => slips.file(place.approver, { slipId: '?' })).toThrow(/missing/u);
  });

  test('twenty of a bulletin are enough', async () => {
    const { printed, take, code } = await started();
    const bytes = Buffer.from(await printed());
    for (let n = 0; n < 20; n += 1)
      await take(Buffer.concat([bytes, Buffer.from(` ${n}`)]), undefined, null);
    expect(await code(take(bytes))).toBe('limit-reached');
  });
});
