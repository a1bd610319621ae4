import { beforeAll, expect, test } from 'vitest';
import { readPdf } from '../../../audio/intake/pdf/read.ts';
import { signaturesOf } from '../../../audio/intake/pdf/signatures.ts';
import { column, paper } from './paper.ts';
import { type Holder, holderOf, sign } from './signing.ts';

const PLAIN = paper([{ pieces: column(['Điều 1. Phê duyệt kế hoạch của xã trong năm nay.']) }]);
let authority: Holder;
let office: Holder;

beforeAll(async () => {
  authority = await holderOf({ name: 'CA Thử nghiệm', organisation: 'Tổ chức chứng thực mẫu' });
  office = await holderOf(
    { name: 'Ủy ban nhân dân xã Bản Mẫu', organisation: 'UBND tỉnh Mẫu' },
    authority,
  );
});

test('a file nobody signed has no signature', async () => {
  expect(await signaturesOf(PLAIN)).toEqual([]);
});

test('a signature says who, when, that it holds and covers the file, and that nobody vouches for it', async () => {
  expect(await signaturesOf(await sign(PLAIN, office))).toEqual([
    {
      signer: 'Ủy ban nhân dân xã Bản Mẫu',
      organisation: 'UBND tỉnh Mẫu',
      signedAt: '2026-03-02T01:30:00.000Z',
      intact: true,
      whole: true,
      trusted: false,
      problem: expect.objectContaining({ en: expect.stringContaining('no list of certification') }),
    },
  ]);
});

test('the text of a signed file is read as well', async () => {
  const read = await readPdf(await sign(PLAIN, office), () => {});
  expect(read.signatures).toHaveLength(1);
  expect(read.pages[0]?.text).toContain('Phê duyệt kế hoạch');
});

test('a certificate from a listed authority is a chain, from another it is a stranger', async () => {
  const file = await sign(PLAIN, office, { chain: [authority.certificate] });
  const der = (holder: Holder) => new Uint8Array(holder.certificate.toSchema().toBER(false));
  const [trusted] = await signaturesOf(file, [der(authority)]);
  expect(trusted).toMatchObject({ intact: true, trusted: 'chain', problem: null });
  const other = await holderOf({ name: 'CA Khác' });
  const [stranger] = await signaturesOf(file, [der(other)]);
  expect(stranger).toMatchObject({ intact: true, trusted: false });
  expect(stranger?.problem?.en).toContain('no authority listed');
});

test.each([0.1, 0.3, 0.5, 0.7, 0.9])(
  'one byte changed at %f of the signed text breaks it',
  async (share) => {
    const file = await sign(PLAIN, office);
    const at = Math.floor(PLAIN.length * share);
    file[at] = (file[at] as number) ^ 1;
    const [found] = await signaturesOf(file);
    expect(found).toMatchObject({
      intact: false,
      whole: true,
      signer: 'Ủy ban nhân dân xã Bản Mẫu',
    });
    expect(found?.problem?.vi).toBe('Nội dung đã bị thay đổi sau khi ký.');
  },
);

test('what is added after a signature leaves it intact, and is told', async () => {
  const file = await sign(PLAIN, office);
  const more = Buffer.from('\n950 0 obj\n<</Type/Page>>\nendobj\n');
  const [found] = await signaturesOf(Buffer.concat([file, more]));
  expect(found).toMatchObject({ intact: true, whole: false });
  expect(found?.problem?.vi).toContain('sau khi ký tệp có thêm phần khác');
});

test('a line end after the file is no addition', async () => {
  const [found] = await signaturesOf(
    Buffer.concat([await sign(PLAIN, office), Buffer.from('\r\n')]),
  );
  expect(found).toMatchObject({ intact: true, whole: true });
});

test('of two signatures the second covers all, the first what it saw', async () => {
  const person = await holderOf({ name: 'Lò Thị Mẫu' }, authority);
  const file = await sign(await sign(PLAIN, person), office, { at: '2026-03-03T02:00:00Z' });
  expect(await signaturesOf(file)).toMatchObject([
    { signer: 'Lò Thị Mẫu', organisation: null, intact: true, whole: false },
    { signer: 'Ủy ban nhân dân xã Bản Mẫu', intact: true, whole: true },
  ]);
});

test("a signature without a certificate cannot be checked; the file's own words name it", async () => {
  const [found] = await signaturesOf(await sign(PLAIN, office, { chain: null }));
  expect(found).toMatchObject({ signer: 'Name in the file', intact: false });
  expect(found?.problem?.en).toContain('no certificate');
});

test('a certificate that had run out when it signed is told, though the bytes hold', async () => {
  const old = await holderOf({ name: 'Cũ', until: '2025-06-01T00:00:00Z' }, authority);
  const [found] = await signaturesOf(await sign(PLAIN, old));
  expect(found).toMatchObject({ intact: true, trusted: false });
  expect(found?.problem?.en).toContain('outside the validity');
});

test('a box that carries other content proves nothing of this file', async () => {
  const inside = new Uint8Array(Buffer.from('words of another file'));
  const [found] = await signaturesOf(await sign(PLAIN, office, { inside }));
  expect(found).toMatchObject({ intact: false });
});

const SPOILT: [string, (box: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>][] = [
  ['bytes without sense', (box) => box.map((byte, at) => (byte * 31 + at * 17) & 0xff)],
  ['nothing', () => new Uint8Array()],
  ['zeros', (box) => box.fill(0)],
  ['half of itself', (box) => box.slice(0, box.length / 2)],
  ['nested thousands deep', () => new Uint8Array(4000).fill(0x30)],
];
test.each(SPOILT)(
  'a box of %s is unreadable, and no reason to refuse the file',
  async (_, spoil) => {
    const file = await sign(PLAIN, office, { spoil });
    const read = await readPdf(file, () => {});
    expect(read.signatures).toMatchObject([{ intact: false, trusted: false }]);
    expect(read.signatures[0]?.problem?.vi).toMatch(/hỏng|không kiểm tra được/u);
    expect(read.pages[0]?.text).toContain('Phê duyệt');
  },
);

const LIES: [string, (range: readonly number[]) => readonly number[]][] = [
  [
    'does not begin at the first byte',
    ([, b, c, d]) => [10, b as number, c as number, d as number],
  ],
  ['reaches beyond the file', ([a, b, c, d]) => [a, b, c, (d as number) + 5000] as number[]],
  ['overlaps itself', ([a, b, , d]) => [a, b, (b as number) - 50, d] as number[]],
  ['leaves out more than the box', ([a, b, c, d]) => [a, (b as number) - 40, c, d] as number[]],
  ['covers nothing', () => [0, 0, 0, 0]],
];
test.each(LIES)('a range that %s is told, and nothing is checked by it', async (_, lie) => {
  const file = await sign(PLAIN, office);
  const text = file.toString('latin1');
  const [whole, numbers] = /\/ByteRange (\[[^\]]*\] *)/u.exec(text) as RegExpExecArray;
  const range = (numbers as string).match(/\d+/gu)?.map(Number) ?? [];
  const lied = `/ByteRange [${lie(range).join(' ')}]`.padEnd((whole as string).length);
  const [found] = await signaturesOf(Buffer.from(text.replace(whole as string, lied), 'latin1'));
  expect(found).toMatchObject({ intact: false, whole: false, signer: 'Name in the file' });
  expect(found?.signedAt).toBe('2026-03-02T01:00:00.000Z');
  expect(found?.problem?.vi).toContain('phạm vi không đúng');
});

test('the word alone, and a form nobody signed, are no signatures', async () => {
  const words = Buffer.from('% /ByteRange [0 /**** /**** /****]\n(/ByteRange) /ByteRange [a b]\n');
  expect(await signaturesOf(Buffer.concat([PLAIN, words]))).toEqual([]);
});

test('a thousand claimed signatures are a bounded number of checks', async () => {
  const many = Array.from({ length: 1000 }, (_, at) => `/ByteRange [0 ${at} ${at + 2} 5]\n`).join(
    '',
  );
  expect(await signaturesOf(Buffer.concat([PLAIN, Buffer.from(many)]))).toHaveLength(32);
});
