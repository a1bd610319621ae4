import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCommune, withSpeakers } from '../../src/demo/commune.ts';
import { DemoFault } from '../../src/demo/fault.ts';
import { type Air, air, approve, type Part } from '../../src/demo/hearing.ts';
import { drawProgress, makeSound } from '../../src/demo/making.ts';
import { settle } from '../../src/demo/settling.ts';
import { until } from '../../src/demo/waiting.ts';
import { alive, fakePerson, fakeScreen, inTurn } from './fake-person.ts';

const late = { vi: 'Quá lâu.', en: 'Too long.' };

describe('waiting', () => {
  const patience = { everyMs: 1, limitMs: 40, late, alive };
  test('ends with the first answer', async () => {
    const ask = inTurn(null, null, 'yes', 'no');
    expect(await until(patience, async () => ask() as string | null)).toBe('yes');
  });
  test('ends with a sentence when nothing comes', async () => {
    await expect(until(patience, async () => null)).rejects.toThrow('Too long.');
  });
  test('goes on as long as there are signs of life', async () => {
    const startedAtMs = performance.now();
    const answer = await until(patience, async (sign) => {
      sign();
      return performance.now() - startedAtMs > 120 ? 'late but alive' : null;
    });
    expect(answer).toBe('late but alive');
  });
  test('ends when the process it depends on dies', async () => {
    const died = Promise.reject(new DemoFault({ vi: 'Chết.', en: 'Dead.' }));
    const waiting = until({ ...patience, limitMs: 60_000, alive: died }, async () => null);
    await expect(waiting).rejects.toThrow('Dead.');
  });
});

const reading = { title: 'Quyết định', sentences: 3, syllables: 40, doubts: [1] };
const clip = { id: 'clip', durationMs: 2_500, lufs: -16, bytes: 7_500, contentHash: 'h' };
const view = (state: string, more: object = {}) => ({
  bulletin: { id: 'b', title: 't', state, stateReason: null, ...more },
  clip: state === 'making' ? null : clip,
});

describe('making the sound', () => {
  const answers = {
    'POST /api/documents': { document: { id: 'd' }, reading },
    'POST /api/bulletins': { id: 'b' },
  };
  const wish = (author: ReturnType<typeof fakePerson>, maxSeconds: number | null = null) => ({
    author,
    communeId: 'xa',
    bytes: Buffer.from('Điều 1.'),
    name: 'quyết định.txt',
    maxSeconds,
    screen: fakeScreen(),
    alive,
  });

  test('uploads, waits, and gives what can be heard', async () => {
    const author = fakePerson({
      ...answers,
      'GET /api/bulletins/b': inTurn(view('making'), view('ready')),
    });
    const asked = wish(author, 60);
    expect(await makeSound(asked)).toEqual({
      bulletinId: 'b',
      title: 'Quyết định',
      clipId: 'clip',
      seconds: 2.5,
      lufs: -16,
      bytes: 7_500,
    });
    expect(author.calls[0]?.path).toBe(
      '/api/documents?name=quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh.txt&areaId=xa',
    );
    expect(author.calls[1]?.body).toEqual({ areaId: 'xa', documentId: 'd', maxSeconds: 60 });
    expect(asked.screen.said[0]).toContain('3 sentences, 40 syllables, 1 doubts');
    expect(author.watchers).toBe(0);
  });
  test('says why when it cannot be made', async () => {
    const failed = view('failed', { stateReason: 'đĩa đầy' });
    const author = fakePerson({ ...answers, 'GET /api/bulletins/b': failed });
    await expect(makeSound(wish(author))).rejects.toThrow('could not be made: đĩa đầy');
    expect(author.watchers).toBe(0);
  });
  test('passes on the refusal of a text', async () => {
    const refusal = new DemoFault({ vi: 'Đây là ảnh PNG.', en: 'This is a PNG picture.' });
    const author = fakePerson({
      'POST /api/documents': () => {
        throw refusal;
      },
    });
    await expect(makeSound(wish(author))).rejects.toBe(refusal);
  });
});

test('each step of the making has a bar, closed when the next one speaks', () => {
  const screen = fakeScreen();
  const drawn = drawProgress(screen);
  const see = (step: string, done: number) =>
    drawn.see({ kind: 'progress', id: 'b', detail: { step, done, total: 4 } });
  see('script', 4);
  see('speech', 1);
  see('speech', 4);
  see('mastering', 2);
  see('dancing', 1);
  drawn.see({ kind: 'speaker', id: 's', detail: { step: 'script' } });
  drawn.end();
  expect(drawn.count()).toBe(4);
  expect(screen.bars).toEqual({
    script: ['4/4', 'end', 'end', 'end'],
    speech: ['1/4', '4/4', 'end', 'end'],
    mastering: ['2/4', 'end'],
  });
});

test('the approver approves exactly the sound the service shows', async () => {
  const author = fakePerson({ 'POST /api/bulletins/b/submit': null });
  const approver = fakePerson({
    'GET /api/bulletins/b': view('pending'),
    'POST /api/bulletins/b/approve': null,
  });
  await approve(author, approver, 'b');
  expect(author.calls.map(({ path }) => path)).toEqual(['/api/bulletins/b/submit']);
  expect(approver.calls.at(-1)?.body).toEqual({ contentHash: 'h' });
});

describe('on the air', () => {
  const verdict = {
    kind: 'played',
    reason: 'whole',
    startErrorMs: 1,
    heardMs: 2_500,
    chunksReceived: 1,
    chunksRepaired: 0,
  };
  const part = (siteId: string, given: Part['verdict']): Part => ({
    siteId,
    siteName: siteId,
    village: 'Bản',
    verdict: given,
    sentence: late,
  });
  const wanted = (
    answers: Record<string, unknown>,
  ): Air & { screen: ReturnType<typeof fakeScreen> } => ({
    planner: fakePerson(answers),
    bulletinId: 'b',
    villageIds: ['v1', 'v2'],
    pace: { speed: 10, leadSeconds: 6, cappedBy: null },
    clipSeconds: 2.5,
    patienceSeconds: 1,
    screen: fakeScreen(),
    alive,
  });
  const planNowMs = Date.parse('2026-11-10T17:00:00+07:00');
  const base = {
    'GET /api/health': { planNowMs },
    'POST /api/schedules': { schedule: { id: 's' }, next: [] },
    'GET /api/airings?': inTurn(
      { airings: [] },
      {
        airings: [
          { id: 'x', scheduleId: 'other' },
          { id: 'a', scheduleId: 's' },
        ],
      },
    ),
  };

  test('schedules in plan time, waits for every verdict, and says when', async () => {
    const asked = wanted({
      ...base,
      'GET /api/airings/a': inTurn(
        { speakers: [] },
        { speakers: [part('one', verdict), part('two', null)] },
        { speakers: [part('one', verdict), part('two', verdict)] },
      ),
    });
    const parts = await air(asked);
    expect(parts.map(({ siteId }) => siteId)).toEqual(['one', 'two']);
    const { calls } = asked.planner as ReturnType<typeof fakePerson>;
    expect(calls.find(({ path }) => path === '/api/schedules')?.body).toEqual({
      bulletinId: 'b',
      areaIds: ['v1', 'v2'],
      rule: { kind: 'once', atMs: planNowMs + 60_000 },
    });
    expect(asked.screen.said[0]).toContain('scheduled for 17:01:00 village time, 6 s from now');
    expect(asked.screen.bars.verdicts).toEqual(['0/0', '1/2', '2/2', 'end']);
  });
  test('gives up with a sentence when a verdict never comes', async () => {
    const asked = wanted({ ...base, 'GET /api/airings/a': { speakers: [part('one', null)] } });
    await expect(air(asked)).rejects.toThrow('some loudspeakers still have no verdict');
  });
});

describe('settling the commune', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vang-xa-settling-'));
  const asked: { path: string; method: string; body: Record<string, unknown>; cookie: string }[] =
    [];
  let server: Server;
  let base: string;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let text = '';
      for await (const bytes of request) text += bytes;
      const path = request.url ?? '';
      const body = text === '' ? {} : JSON.parse(text);
      const method = request.method ?? '';
      asked.push({ path, method, body, cookie: request.headers.cookie ?? '' });
      response.setHeader('set-cookie', `vx_session=${asked.length}; Path=/`);
      response.end(
        JSON.stringify({
          id: `id-${body.code ?? ''}`,
          csrfToken: 'c',
          areas: [{ id: 'p', kind: 'province' }],
          invitationToken: `for-${body.name}`,
          enrolment: { speakerId: path.split('/')[3], password: 'secret' },
        }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
    return new Promise((resolve) => server.close(resolve));
  });

  test('makes people, areas, hours, sites and one private enrolment each', async () => {
    const path = fileURLToPath(new URL('../../config/demo/xa-suoi-may.json', import.meta.url));
    const commune = withSpeakers(readCommune(path), 4);
    const settled = await settle({ base, setupToken: 'once', commune, enrolments: folder });

    expect(settled).toMatchObject({ communeId: 'id-suoi-may' });
    expect(settled.villageIds).toEqual(['id-khe-gio', 'id-na-suong', 'id-dinh-thong']);
    const files = readdirSync(folder);
    expect(files).toHaveLength(4);
    for (const file of files) {
      expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
      expect(`${JSON.parse(readFileSync(join(folder, file), 'utf8')).speakerId}.json`).toBe(file);
    }
    const bodiesOf = (wanted: string) =>
      asked.filter(({ path: p }) => p === wanted).map(({ body }) => body);
    expect(bodiesOf('/api/setup')[0]).toMatchObject({ token: 'once', provinceCode: 'son-ngan' });
    expect(bodiesOf('/api/areas').filter(({ kind }) => kind === 'village')).toHaveLength(3);
    expect(bodiesOf('/api/areas/id-suoi-may/regulation')).toEqual([{ hours: commune.hours }]);
    expect(bodiesOf('/api/accounts').map(({ grants }) => grants)).toEqual([
      [{ role: 'author', areaId: 'id-suoi-may' }],
      [{ role: 'approver', areaId: 'id-suoi-may' }],
      [
        { role: 'planner', areaId: 'id-suoi-may' },
        { role: 'operator', areaId: 'id-suoi-may' },
      ],
    ]);
    const passwords = settled.credentials.map(({ password }) => password);
    expect(new Set(passwords).size).toBe(4);
    expect(bodiesOf('/api/invitation').map(({ token }) => token)).toEqual(
      ['author', 'approver', 'planner'].map(
        (who) => `for-${commune.accounts[who as 'author'].name}`,
      ),
    );
  });
  test('the secret of a site never stands in a request', () => {
    expect(JSON.stringify(asked.map(({ body }) => body))).not.toContain('secret');
  });
});
