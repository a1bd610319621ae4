// The services over the real reading and intake rooms: only the voice, the wire and the disk are stand-ins.
import { expect, onTestFinished, test } from 'vitest';
import { makeReader } from '../../src/reader.ts';
import { someCommune } from '../services/document-steps.ts';
import { type World, world } from '../services/world.ts';

const decision = (number: string, body: string) => `ỦY BAN NHÂN DÂN
XÃ SUỐI MÂY
Số: ${number}/QĐ-UBND
Suối Mây, ngày 02 tháng 12 năm 2026
QUYẾT ĐỊNH
Về việc thu gom rác thải sinh hoạt trên địa bàn xã Suối Mây
ỦY BAN NHÂN DÂN XÃ
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
QUYẾT ĐỊNH:
Điều 1. Mỗi hộ nộp 25.000 đồng mỗi tháng trước ngày 05/01/2027, nộp tại nhà văn hóa bản.
Điều 2. ${body}
Điều 3. Quyết định này có hiệu lực kể từ ngày 15 tháng 12 năm 2026. Các hộ và BQTT chịu trách nhiệm thi hành.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lường Văn Mẫu
`;

function realWorld(): World {
  const reader = makeReader();
  onTestFinished(() => reader.close());
  const at = world();
  Object.assign(at.deps.reader, reader);
  return at;
}

test('a decision in a file is read, proposed, settled, and ends the one it names', async () => {
  const at = realWorld();
  const a = await someCommune(at);
  const { documents, scripts, lexicons } = at.house.services;
  const take = async (name: string, bytes: Uint8Array) =>
    documents.create(a.author, { areaId: a.id, name, content: { bytes }, takeId: 't-1' });
  const old = await take(
    'cu.txt',
    Buffer.from(decision('7', 'Phòng Kinh tế thu tiền hằng tháng.')),
  );
  const ends = 'Bãi bỏ Quyết định số 7/QĐ-UBND ngày 02 tháng 12 năm 2026 của Ủy ban nhân dân xã.';
  const html = decision('12', ends)
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('');
  const fresh = await take('moi.html', Buffer.from(`<meta charset="utf-8">${html}`));
  expect(fresh.document).toMatchObject({ number: '12/QĐ-UBND', container: 'html' });
  expect(at.told.some(({ kind, id }) => kind === 'progress' && id === 't-1')).toBe(true);

  expect(fresh.parts).toMatchObject([
    { number: '12/QĐ-UBND', date: '2026-12-02', standing: 'not-yet-in-force' },
  ]);
  expect(fresh.parts[0]?.proposed?.inForceFrom).toBe('2026-12-15');
  expect(fresh.parts[0]?.acts).toMatchObject([{ does: 'repeals', documentId: old.document.id }]);
  const [ended] = documents.get(a.author, { documentId: old.document.id }).parts;
  expect(ended?.saidByOthers).toMatchObject([{ does: 'repeals', number: '12/QĐ-UBND' }]);
  expect(fresh.similar).toMatchObject([{ documentId: old.document.id }]);

  const of = { documentId: fresh.document.id, position: null };
  const read = () => scripts.script(a.author, { ...of, from: 0, limit: 200 });
  const script = await read();
  const { text } = documents.get(a.author, of);
  expect(script.spans.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
  expect(script.counts.dieu).toBe(3);
  const doubt = script.doubts.open.find(({ source }) => source === 'BQTT');
  expect(doubt).toMatchObject({ reason: 'unknown-abbreviation' });
  const wish = { documentId: of.documentId, from: doubt?.from ?? 0, to: doubt?.to ?? 0 };
  const words = 'ban quản trị thôn';
  await scripts.settle(a.author, { ...wish, words, keep: 'commune' });
  const settled = await read();
  expect(settled.open).toBe(script.open - 1);
  expect(settled.sentences.map((one) => one.words).join(' ')).toContain(words);
  expect((await lexicons.uses(a.author, { areaId: a.id, written: 'BQTT' })).uses).toHaveLength(2);

  const { items } = await scripts.digest(a.approver, of);
  const value = (kind: string) =>
    items.filter((item) => item.kind === kind).map((item) => item.value);
  expect(value('money')).toContain('25000');
  expect(value('deadline')).toContain('2027-01-05');

  const { programmes } = await scripts.programmes(a.author, { ...of, minutes: 15 });
  expect(programmes).toMatchObject([{ sentenceFrom: 0, sentenceTo: settled.total }]);
  const other = { otherId: old.document.id, otherPosition: 1 };
  const { differences } = await scripts.differences(a.author, { ...of, ...other });
  expect(differences.map(({ hereText }) => hereText)).toContainEqual(
    expect.stringContaining('Bãi bỏ'),
  );
}, 60_000);
