import { describe, expect, test } from 'vitest';
import { FILES_MAX_BYTES } from '../../src/services/reading/taking.ts';
import { document as row } from '../db/document-samples.ts';
import { imported, neighbour, someCommune } from './document-steps.ts';
import { actions, TEXT } from './steps.ts';
import { until, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('a pasted text', () => {
  test('is read at once, so that its doubts are seen before any sound', async () => {
    const at = world();
    const a = await someCommune(at);
    const { documents } = at.house.services;
    const input = { areaId: a.id, name: 'quyet-dinh.txt', content: { text: TEXT } };
    const { document, reading, parts, similar } = await documents.create(a.author, input);
    expect(reading).toMatchObject({
      sentences: 2,
      spoken: [expect.any(String), expect.any(String)],
    });
    expect(document).toMatchObject({ title: 'quyet-dinh.txt', tenantId: a.id, file: null });
    expect([parts.length, similar]).toEqual([1, []]);
    const view = documents.get(a.approver, { documentId: document.id });
    expect(view).toMatchObject({
      text: TEXT,
      container: 'txt',
      pages: [],
      parts: [{ position: 1 }],
    });
    expect(documents.list(a.author, { limit: 9, beforeId: null })).toMatchObject([
      { id: document.id, parts: [{ position: 1, standing: null, confirmed: false }] },
    ]);
    expect(actions(at)).toContain('document.create');
    expect(at.told.some(({ kind, id }) => kind === 'document' && id === document.id)).toBe(true);
  });

  test('of ten megabytes is refused with its limit', async () => {
    const at = world();
    const a = await someCommune(at);
    await expect(imported(at, a, 'chữ '.repeat(200_000))).rejects.toThrow(/500,000/);
  });

  test('of another commune does not exist', async () => {
    const at = world();
    const a = await someCommune(at);
    const b = neighbour(at);
    const { documents, bulletins } = at.house.services;
    const documentId = await imported(at, a, TEXT);
    expect(documents.list(b.author, { limit: 9, beforeId: null })).toEqual([]);
    expect(() => documents.get(b.author, { documentId })).toThrow(code('missing'));
    expect(() => documents.file(b.author, { documentId })).toThrow(code('missing'));
    expect(() => bulletins.create(b.author, { areaId: b.id, documentId })).toThrow(code('missing'));
    await expect(imported(at, { ...b, id: a.id }, TEXT)).rejects.toThrow(code('missing'));
    await expect(imported(at, { ...a, author: a.approver }, TEXT)).rejects.toThrow(
      code('not-your-role'),
    );
  });
});

describe('a file', () => {
  const take = (
    at: ReturnType<typeof world>,
    a: Awaited<ReturnType<typeof someCommune>>,
    of: { bytes?: Uint8Array; takeId?: string; signal?: AbortSignal } = {},
  ) => {
    const { bytes = Buffer.from(TEXT), ...rest } = of;
    const input = { areaId: a.id, name: 'qd.pdf', content: { bytes }, ...rest };
    return at.house.services.documents.create(a.author, input);
  };

  test('is taken with its pages and signatures, and its bytes are kept by hash', async () => {
    const at = world();
    const a = await someCommune(at);
    const { document } = await take(at, a);
    expect(document).toMatchObject({ container: 'pdf', signatures: [{ intact: true }] });
    expect(at.files.kept.get(document.file?.hash ?? '')).toEqual(Buffer.from(TEXT));
    const { documents } = at.house.services;
    expect(documents.get(a.author, { documentId: document.id }).pages).toHaveLength(2);
    expect(documents.file(a.approver, { documentId: document.id })).toEqual({
      path: `/documents/${document.file?.hash}`,
      bytes: Buffer.from(TEXT).length,
      name: 'qd.pdf',
    });
  });

  test('that is no text is refused by name, and leaves nothing', async () => {
    const at = world();
    const a = await someCommune(at);
    await expect(take(at, a, { bytes: Buffer.from([0]) })).rejects.toThrow(code('binary'));
    expect([
      at.files.kept.size,
      at.house.services.documents.list(a.author, { limit: 9, beforeId: null }),
    ]).toEqual([0, []]);
  });

  test('with too much text in it is refused', async () => {
    const at = world();
    const a = await someCommune(at);
    await expect(take(at, a, { bytes: Buffer.alloc(600_000, 'a') })).rejects.toThrow(
      code('text-too-long'),
    );
  });

  test('tells how far it is under the id it was given, to its own tenant', async () => {
    const at = world();
    const a = await someCommune(at);
    await take(at, a, { takeId: 't-1' });
    const told = at.told.filter(({ kind, id }) => kind === 'progress' && id === 't-1');
    expect(told.map(({ tenantId }) => tenantId)).toEqual(told.map(() => a.id));
    expect(told.at(-1)?.detail).toMatchObject({ step: 'open', done: 1, total: 1 });
  });

  test('whose sender goes away is given up, and nothing is kept', async () => {
    const at = world();
    const a = await someCommune(at);
    at.reader.hold();
    const gone = new AbortController();
    const taken = take(at, a, { takeId: 't-1', signal: gone.signal });
    await until(() => at.told.some(({ id }) => id === 't-1'));
    gone.abort();
    await expect(taken).rejects.toThrow(code('stopped'));
    await expect(take(at, a, { signal: gone.signal })).rejects.toThrow(code('cancelled'));
    expect(at.files.kept.size).toBe(0);
  });

  test('waits its turn behind its own commune’s: one at once, three more, and then no', async () => {
    const at = world();
    const a = await someCommune(at);
    const hold = at.reader.hold();
    const files = Array.from({ length: 4 }, () => take(at, a));
    await expect(take(at, a)).rejects.toThrow(/3 files of this area/);
    const b = neighbour(at);
    expect((await take(at, { ...a, ...b })).document.tenantId).toBe(b.id);
    hold.letGo();
    await Promise.all(files);
    expect(at.reader.taken).toBe(5);
  });

  test('given up while it waits leaves its place to another', async () => {
    const at = world();
    const a = await someCommune(at);
    const hold = at.reader.hold();
    const first = take(at, a);
    const gone = new AbortController();
    const waiting = Array.from({ length: 3 }, () => take(at, a, { signal: gone.signal }));
    const lost = Promise.allSettled(waiting);
    gone.abort();
    expect((await lost).map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected']);
    const others = Array.from({ length: 3 }, () => take(at, a));
    hold.letGo();
    await Promise.all([first, ...others]);
    expect(at.reader.taken).toBe(4);
  });

  test('that cannot be read, or whose sender left while it was, is kept nowhere', async () => {
    const at = world();
    const a = await someCommune(at);
    const { script } = at.deps.reader;
    at.deps.reader.script = () => Promise.reject(new Error('unreadable'));
    await expect(take(at, a)).rejects.toThrow('unreadable');
    const gone = new AbortController();
    at.deps.reader.script = (text, order) => {
      gone.abort();
      return script(text, order);
    };
    await expect(take(at, a, { signal: gone.signal })).rejects.toThrow(code('cancelled'));
    expect(at.files.kept.size).toBe(0);
  });

  test('has a name of letters that are seen', async () => {
    const at = world();
    const a = await someCommune(at);
    const name = 'qd\u202efdp.exe\r\nINFO\u0000.txt';
    const content = { bytes: Buffer.from(TEXT) };
    const { documents } = at.house.services;
    const { document } = await documents.create(a.author, { areaId: a.id, name, content });
    expect([document.file?.name, document.title]).toEqual([
      'qdfdp.exe INFO.txt',
      'qdfdp.exe INFO.txt',
    ]);
  });

  test('finds no room where its commune has filled its share, unless it is there already', async () => {
    const at = world();
    const a = await someCommune(at);
    const { document } = await take(at, a);
    const hash = document.file?.hash ?? '';
    const { documents } = at.deps.store;
    const full = { hash: 'f'.repeat(64), bytes: FILES_MAX_BYTES, name: null };
    documents.insert(row({ id: 'vb-full', tenantId: a.id, file: full }));
    await expect(take(at, a, { bytes: Buffer.from('Khác.') })).rejects.toThrow(/2 GB/);
    expect((await take(at, a)).document.file?.hash).toBe(hash);
    await expect(imported(at, a, 'Khác.')).rejects.toThrow(/2 GB/);
  });

  test('and a pasted text alike count as what their commune has filled', async () => {
    const at = world();
    const a = await someCommune(at);
    const filled = () => at.deps.store.documents.fileBytesOf(a.id);
    await imported(at, a, TEXT);
    expect(filled()).toBe(Buffer.byteLength(TEXT));
    const { document } = await take(at, a);
    await take(at, a);
    expect(filled()).toBe(2 * Buffer.byteLength(TEXT));
    expect(at.deps.store.documents.fileHashes()).toEqual([document.file?.hash]);
  });

  test('that was pasted has no bytes to give back', async () => {
    const at = world();
    const a = await someCommune(at);
    const documentId = await imported(at, a, TEXT);
    expect(() => at.house.services.documents.file(a.author, { documentId })).toThrow(
      code('missing'),
    );
  });
});

test('a list comes newest first, a page at a time', async () => {
  const at = world();
  const a = await someCommune(at);
  const ids: string[] = [];
  for (const n of [1, 2, 3]) ids.unshift(await imported(at, a, `Văn bản thứ ${n}.`));
  const list = (limit: number, beforeId: string | null) =>
    at.house.services.documents.list(a.author, { limit, beforeId }).map(({ id }) => id);
  expect(list(2, null)).toEqual(ids.slice(0, 2));
  expect(list(2, ids[1] ?? '')).toEqual(ids.slice(2));
});
