import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { profile } from '../domain/samples.ts';
import { fakeApp, signedIn } from './fake.ts';
import { entry } from './reading-sample.ts';

const of = { documentId: 'd' };
const draft = {
  ...{ kind: 'draft', commentUntil: '2026-12-20', inForceFrom: null, endedOn: null, by: null },
};

/** request → the service method asked and with what */
const ROUTES: [method: string, url: string, body: object | null, asked: string, input: unknown][] =
  [
    ['GET', '/api/documents', null, 'documents.list', { limit: 50, beforeId: null }],
    [
      'GET',
      '/api/documents?limit=5&beforeId=d',
      null,
      'documents.list',
      { limit: 5, beforeId: 'd' },
    ],
    ['GET', '/api/documents/d', null, 'documents.get', of],
    [
      'PUT',
      '/api/documents/d/parts/3/status',
      { ...draft, remark: 'vì' },
      'documents.setStatus',
      { ...of, position: 3, status: { ...draft, remark: 'vì' } },
    ],
    ['GET', '/api/documents/d/parts/3/heard', null, 'documents.heard', { ...of, position: 3 }],
    [
      'POST',
      '/api/documents/d/parts/3/correction',
      {},
      'documents.correct',
      { ...of, position: 3 },
    ],
    [
      'GET',
      '/api/documents/d/script',
      null,
      'scripts.script',
      { ...of, position: null, from: 0, limit: 100 },
    ],
    [
      'GET',
      '/api/documents/d/script?part=2&from=40&limit=10',
      null,
      'scripts.script',
      { ...of, position: 2, from: 40, limit: 10 },
    ],
    ['GET', '/api/bulletins/b/digest', null, 'scripts.digestOfBulletin', { bulletinId: 'b' }],
    ['GET', '/api/documents/d/digest?part=2', null, 'scripts.digest', { ...of, position: 2 }],
    [
      'GET',
      '/api/documents/d/programmes',
      null,
      'scripts.programmes',
      { ...of, position: null, minutes: 15 },
    ],
    [
      'GET',
      '/api/documents/d/programmes?minutes=30&part=1',
      null,
      'scripts.programmes',
      { ...of, position: 1, minutes: 30 },
    ],
    [
      'GET',
      '/api/documents/d/differences?part=1&with=e&withPart=2',
      null,
      'scripts.differences',
      { ...of, position: 1, otherId: 'e', otherPosition: 2 },
    ],
    [
      'GET',
      '/api/documents/d/differences?with=e',
      null,
      'scripts.differences',
      { ...of, position: null, otherId: 'e', otherPosition: null },
    ],
    [
      'POST',
      '/api/documents/d/settlements',
      { from: 3, to: 6, words: '', keep: 'document' },
      'scripts.settle',
      { ...of, from: 3, to: 6, words: '', keep: 'document' },
    ],
    [
      'DELETE',
      '/api/documents/d/settlements/s',
      null,
      'scripts.unsettle',
      { ...of, settlementId: 's' },
    ],
    ['GET', '/api/areas/a/reading', null, 'readings.profile', { areaId: 'a' }],
    [
      'PUT',
      '/api/areas/a/reading',
      { profile: profile() },
      'readings.setProfile',
      { areaId: 'a', profile: profile() },
    ],
    [
      'PUT',
      '/api/areas/a/reading',
      { profile: null },
      'readings.setProfile',
      { areaId: 'a', profile: null },
    ],
    ['GET', '/api/areas/a/lexicon', null, 'lexicons.list', { areaId: 'a', search: '', limit: 200 }],
    [
      'GET',
      '/api/areas/a/lexicon?search=%E1%BB%A7y%20ban&limit=9',
      null,
      'lexicons.list',
      { areaId: 'a', search: 'ủy ban', limit: 9 },
    ],
    [
      'GET',
      '/api/areas/a/lexicon/uses?written=BCH',
      null,
      'lexicons.uses',
      { areaId: 'a', written: 'BCH' },
    ],
    ['POST', '/api/areas/a/lexicon', entry, 'lexicons.add', { areaId: 'a', entry }],
    [
      'PUT',
      '/api/areas/a/lexicon/l',
      entry,
      'lexicons.change',
      { areaId: 'a', entryId: 'l', entry },
    ],
    ['DELETE', '/api/areas/a/lexicon/l', null, 'lexicons.drop', { areaId: 'a', entryId: 'l' }],
  ];

test.each(ROUTES)('%s %s asks the service and answers by its schema', async (...row) => {
  const [method, url, body, asked, input] = row;
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const answer = await fake.app.inject({
    method: method as 'GET',
    url,
    headers: signedIn(fake),
    ...(body === null ? {} : { payload: body }),
  });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  expect(fake.asked.at(-1)).toEqual({ method: asked, input });
});

describe('a question that makes no sense is refused with its field', () => {
  test.each([
    ['GET', '/api/documents?limit=1000', null],
    ['GET', '/api/documents/d/script?limit=100000', null],
    ['GET', '/api/documents/d/programmes?minutes=2', null],
    ['GET', '/api/documents/d/differences', null],
    ['PUT', '/api/documents/d/parts/0/status', draft],
    ['PUT', '/api/documents/d/parts/1/status', { ...draft, kind: 'old' }],
    ['PUT', '/api/documents/d/parts/1/status', { ...draft, commentUntil: '20/12/2026' }],
    ['PUT', '/api/areas/a/reading', { profile: { linh: 'lẻ' } }],
    ['POST', '/api/areas/a/lexicon', { ...entry, written: '' }],
    ['POST', '/api/documents/d/settlements', { from: -1, to: 2, words: '', keep: 'document' }],
    ['POST', '/api/documents/d/settlements', { from: 1, to: 2, words: '', keep: 'nowhere' }],
  ])('%s %s', async (method, url, body) => {
    const fake = await fakeApp();
    onTestFinished(() => fake.app.close());
    const payload = body === null ? {} : { payload: body };
    const headers = signedIn(fake);
    const answer = await fake.app.inject({ method: method as 'GET', url, headers, ...payload });
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'invalid']);
    expect(fake.asked).toEqual([]);
  });
});

describe('a file', () => {
  const post = async (url: string) => {
    const fake = await fakeApp();
    onTestFinished(() => fake.app.close());
    const headers = { ...signedIn(fake), 'content-type': 'application/octet-stream' };
    const payload = Buffer.from('%PDF-1.7');
    const answer = await fake.app.inject({ method: 'POST', url, headers, payload });
    return { answer, input: fake.asked.at(-1)?.input as { signal: AbortSignal } };
  };

  test('goes to the service as it came, under the id its progress is told by', async () => {
    const { answer, input } = await post('/api/documents?areaId=a&name=x.pdf&takeId=t-1');
    expect(answer.statusCode, answer.body).toBe(201);
    expect(input).toMatchObject({ areaId: 'a', name: 'x.pdf', takeId: 't-1' });
    expect(input).toMatchObject({ content: { bytes: Buffer.from('%PDF-1.7') } });
    expect(input.signal.aborted).toBe(false);
    // what pages have asked for since documents were first read
    expect(answer.json()).toMatchObject({ document: { id: 'doc-1' }, reading: { sentences: 1 } });
    expect(answer.json().document.text).toBeUndefined();
  });

  test('under an id of other letters is refused', async () => {
    const { answer } = await post('/api/documents?areaId=a&takeId=../x');
    expect(answer.statusCode).toBe(400);
  });

  test('whose client goes away is given up', async () => {
    const fake = await fakeApp();
    let gone: Promise<unknown> = Promise.resolve();
    const seen = new Promise<void>((resolve) => {
      fake.services.documents.create = (_actor, { signal }) => {
        resolve();
        gone = new Promise((_, reject) =>
          signal?.addEventListener('abort', () => reject(new Error('gone'))),
        );
        return gone as never;
      };
    });
    const address = await fake.app.listen({ port: 0, host: '127.0.0.1' });
    onTestFinished(() => fake.app.close());
    const leaving = new AbortController();
    const asked = fetch(`${address}/api/documents?areaId=a`, {
      method: 'POST',
      headers: { ...signedIn(fake), 'content-type': 'application/octet-stream' },
      body: 'bytes',
      signal: leaving.signal,
    });
    await seen;
    leaving.abort();
    await expect(asked).rejects.toThrow();
    await expect(gone).rejects.toThrow('gone');
  });

  test('is given back to be saved, never shown, under its own name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vangxa-file-'));
    const fake = await fakeApp();
    onTestFinished(async () => {
      await fake.app.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const path = join(folder, 'a'.repeat(64));
    writeFileSync(path, '<script>alert(1)</script>');
    const name = 'Quyết định "9".html\r\nx: y';
    fake.services.documents.file = () => ({ path, bytes: 25, name });
    const answer = await fake.app.inject({ url: '/api/documents/d/file', headers: signedIn(fake) });
    expect([answer.statusCode, answer.body]).toEqual([200, '<script>alert(1)</script>']);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
    const saved = String(answer.headers['content-disposition']);
    expect(saved).toMatch(
      /^attachment; filename="Quy_t __nh _9_.html__x_ y"; filename\*=UTF-8''Quy/,
    );
    expect(decodeURIComponent(saved.split("UTF-8''")[1] ?? '')).toBe(name);
  });
});
