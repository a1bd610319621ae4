// The adapter against the mock source system, over real HTTP on loopback.
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeKey } from '../../src/demo/source-system/signing.ts';
import { type Mode, openSourceSystem } from '../../src/demo/source-system/system.ts';
import { bulletin, malicious, warning } from '../../src/demo/source-system/written.ts';
import { proofFault } from '../../src/domain/source/proof.ts';
import { makeSourceSystem, readParcel } from '../../src/source/source-system.ts';

const where = { province: 'muong-thu', areas: ['xa-a'], nowMs: Date.now() };
const never = () => new AbortController().signal;
const letter = (id: string) => ({ id, kind: 'ack', body: '{"state":"accepted"}' });

async function pair(of: { mode?: Mode; hugePage?: 'said' | 'unsaid'; token?: string } = {}) {
  const { mode = 'normal', hugePage = null, token = 'ma-dung' } = of;
  const key = makeKey();
  const mock = await openSourceSystem({
    ...{ port: 0, key, where, mode, token: 'ma-dung', slowMs: 60_000, hugePage },
  });
  onTestFinished(() => mock.close());
  const keys = [{ id: key.id, name: 'Khóa', publicKey: key.publicKey }];
  const setting = { name: 'tỉnh', provinceCodes: ['muong-thu'], keys };
  const system = makeSourceSystem({
    ...{ setting: { ...setting, reachable: true, pullEveryMs: 1_000 }, baseUrl: `${mock.url}/` },
    token,
  });
  return { mock, system, keys };
}

describe('what lies ready', () => {
  test('is fetched page after page, the very bytes that were signed', async () => {
    const { mock, system, keys } = await pair();
    for (let n = 0; n < 101; n += 1) mock.add(bulletin(where, { externalId: `B-${n}` }));
    mock.add(warning(where));
    const first = await system.pull({ since: '', signal: never() });
    expect([first.parcels.length, first.more, first.next]).toEqual([100, true, '100']);
    const second = await system.pull({ since: first.next, signal: never() });
    expect([second.parcels.length, second.more]).toEqual([2, false]);
    for (const { contentType, body, proof } of [...first.parcels, ...second.parcels])
      expect(proofFault({ proof, contentType, body, keys, nowMs: null })).toBeNull();
    expect(second.parcels.map((parcel) => system.read(parcel))).toMatchObject([
      { externalId: 'B-100', priority: 'normal' },
      {
        externalId: 'cap:dubao@kttv.gov.vn,VN-KTTV-2026-1',
        priority: 'emergency',
        areas: ['xa-a'],
      },
    ]);
  });

  test('and is a gigabyte, said or not, is cut off long before', async () => {
    for (const hugePage of ['said', 'unsaid'] as const) {
      const { system } = await pair({ hugePage });
      const before = process.memoryUsage().rss;
      await expect(system.pull({ since: '', signal: never() })).rejects.toThrow(/bytes/);
      expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    }
  });

  test.each([
    ['a system that is down', { mode: 'down' as const }, /ECONNRESET|UND_ERR_SOCKET|NO_ANSWER/],
    ['a token that is wrong', { token: 'sai' }, /HTTP 401/],
  ])('is said in a word where it cannot be had: %s', async (_, of, words) => {
    const { system } = await pair(of);
    await expect(system.pull({ since: '', signal: never() })).rejects.toThrow(words);
  });

  test('is waited for no longer than the caller likes', async () => {
    const { system } = await pair({ mode: 'slow' });
    const signal = AbortSignal.timeout(50);
    await expect(system.pull({ since: '', signal })).rejects.toThrow('TIMEOUT');
  });
});

describe('a recording', () => {
  const fetched = (of: Awaited<ReturnType<typeof pair>>, url: string, maxBytes = 100) =>
    of.system.fetchSound({ url, maxBytes, signal: never() });

  test('is fetched from its own address, with its token', async () => {
    const both = await pair();
    both.mock.addSound('/sounds/a.wav', Buffer.from('RIFF'));
    expect(both.system.origin).toBe(both.mock.url);
    for (const url of ['/sounds/a.wav', `${both.mock.url}/sounds/a.wav`])
      expect(Buffer.from(await fetched(both, url)).toString()).toBe('RIFF');
    await expect(fetched(both, '/sounds/b.wav')).rejects.toThrow('HTTP 404');
  });

  test('is fetched from nowhere else, nor where its address leads on to', async () => {
    const both = await pair();
    const other = await pair();
    other.mock.addSound('/sounds/a.wav', Buffer.from('RIFF'));
    const elsewhere = `${other.mock.url}/sounds/a.wav`;
    await expect(fetched(both, elsewhere)).rejects.toThrow('ELSEWHERE');
    both.mock.addSound('/sounds/on.wav', null);
    await expect(fetched(both, '/sounds/on.wav')).rejects.toThrow('REDIRECT');
  });

  test('that is longer than was signed is cut off', async () => {
    const both = await pair();
    both.mock.addSound('/sounds/a.wav', Buffer.alloc(101));
    await expect(fetched(both, '/sounds/a.wav')).rejects.toThrow(/bytes$/);
  });
});

describe('letters', () => {
  test('arrive once, however often they are sent', async () => {
    const { mock, system } = await pair();
    expect(await system.deliver(letter('l-1'), never())).toEqual({ kind: 'delivered' });
    expect(await system.deliver(letter('l-1'), never())).toEqual({ kind: 'delivered' });
    expect(mock.letters()).toMatchObject([{ id: 'l-1', kind: 'ack', body: { state: 'accepted' } }]);
    expect(mock.repeats()).toBe(1);
  });

  test('stay where nobody answers, and where the token is wrong', async () => {
    const { system } = await pair({ mode: 'down' });
    expect(await system.deliver(letter('l-1'), never())).toMatchObject({ kind: 'later' });
    const wrong = await pair({ token: 'sai' });
    expect(await wrong.system.deliver(letter('l-1'), never())).toEqual({
      ...{ kind: 'later', detail: 'HTTP 401' },
    });
  });

  test('that are too large for the other side are not wanted', async () => {
    const { system } = await pair();
    const body = JSON.stringify({ x: 'y'.repeat(5 * 1024 * 1024) });
    const outcome = await system.deliver({ id: 'l-2', kind: 'ack', body }, never());
    expect(outcome).toEqual({ kind: 'refused', detail: 'HTTP 413' });
  });
});

describe('what an attacker writes', () => {
  const attacks = malicious(where);
  const read = (name: string) => readParcel(attacks[name] as (typeof attacks)[string]);

  test.each([
    ['ten-megabytes', { why: 'malformed' }],
    ['billion-laughs', { why: 'malformed', place: 'DOCTYPE' }],
    ['broken', { why: 'malformed', place: '2:14' }],
    ['html', { title: '<img src=x onerror=alert(1)><script>alert(2)</script>' }],
    ['right-to-left', { title: 'Nộp 000.05 đồng' }],
    ['gigabyte', { text: expect.any(String), sound: { size: 1024 ** 3, bytes: null } }],
    ['gigabyte-alone', { text: '', sound: { size: 1024 ** 3 } }],
    ['sound-elsewhere', { sound: { url: 'http://169.254.169.254/latest/' } }],
    ['other-province', { province: 'tinh-khac' }],
  ])('%s is refused, or comes out harmless', (name, expected) => {
    expect(read(name)).toMatchObject(expected);
  });

  const xml = (text: string) =>
    readParcel({ contentType: 'application/cap+xml; charset=utf-8', body: Buffer.from(text) });

  test.each([
    ['not well formed', '<alert>\n<info></alert>', { place: expect.stringMatching(/^2:\d+$/) }],
    ['no alert', '<rss/>', { place: 'alert' }],
    ['too deep', `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`, { why: 'malformed' }],
    ['an entity of its own', '<!ENTITY x "y"><alert/>', { place: 'DOCTYPE' }],
  ])('XML that is %s is refused', (_, text, expected) => {
    expect(xml(text)).toMatchObject({ why: 'malformed', ...expected });
  });

  test('the five entities and numbers are letters, and a number that is none is nothing', () => {
    const body = warning(where)
      .body.toString('utf8')
      .replace('Nước', '&#272;&#x1EAD;p &lt;b&gt; &#0;Nước &x;');
    expect(xml(body)).toMatchObject({
      title: 'Lũ quét & sạt lở trên suối Nậm Mu',
      text: expect.stringContaining('Đập <b> Nước &x;'),
    });
  });

  test('bytes that are no letters, and types that are neither, are refused', () => {
    const contentType = 'application/cap+xml';
    expect(readParcel({ contentType, body: Buffer.from([0xff]) })).toMatchObject({
      place: 'utf-8',
    });
    const other = { contentType: 'text/plain', body: Buffer.from('{}') };
    expect(readParcel(other)).toMatchObject({ place: 'content-type' });
  });
});
