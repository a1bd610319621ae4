// The whole service with real engines: one killed in the middle of a bulletin, a cloud that is allowed, and what never goes there.
// It must never make an engine speak by itself: the service does, as it is asked over HTTP.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { findEspeak } from '../../audio/voices/espeak-program.ts';
import type { BulletinView } from '../../src/http/schemas/bulletin.ts';
import type { VoicesView } from '../../src/http/schemas/voice.ts';
import { KEY, startSpeechServer } from '../voices/azure/server.ts';
import { dataFolder, type Service, startService } from './service.ts';

const SLOW = { timeout: 180_000 };
const MADE_MS = 90_000;
const PASSWORD = 'một câu dễ nhớ';
const folder = mkdtempSync(join(tmpdir(), 'vangxa-voices-'));
const cloud = await startSpeechServer();
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await cloud.close();
});

/** The real program, until it is to say the word that kills it half-way through its sound. */
function mortal(real: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const program = join(bin, 'espeak-ng');
  const run = `'${real}' "$@"`;
  const dies = `printf %s "$words" | ${run} | head -c 9000; kill -9 $$`;
  const script = `#!/bin/sh
case "$*" in *--stdin*) ;; *) exec ${run} ;; esac
words=$(cat)
case "$words" in *bò*) ${dies} ;; *) printf %s "$words" | exec ${run} ;; esac
`;
  writeFileSync(program, script);
  chmodSync(program, 0o755);
  for (const tool of ['sh', 'cat', 'head']) symlinkSync(join('/bin', tool), join(bin, tool));
  return bin;
}

type Client = Awaited<ReturnType<typeof asPerson>>;

async function asPerson(http: string, path: string, body: object) {
  const json = { 'content-type': 'application/json' };
  const answer = await fetch(http + path, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(body),
  });
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const ask = (method: string, to: string, wish?: object) =>
    fetch(http + to, {
      method,
      headers: { cookie, 'x-csrf-token': csrfToken, ...(wish && json) },
      ...(wish && { body: JSON.stringify(wish) }),
    });
  return {
    ask,
    async get<T>(to: string, method = 'GET', wish?: object): Promise<T> {
      const got = await ask(method, to, wish);
      const said: unknown = got.status === 204 ? null : await got.json();
      if (!got.ok) throw new Error(`${method} ${to}: ${got.status} ${JSON.stringify(said)}`);
      return said as T;
    },
  };
}

/** A province whose first administrator has made an author. */
async function peopled(service: Service) {
  const [, http = '', token = ''] = await service.line(
    /(http:\/\/127\.0\.0\.1:\d+)\/#\/setup\?token=([\w-]{43})/,
  );
  const admin = await asPerson(http, '/api/setup', {
    ...{ token, name: 'quan-tri', fullName: 'Quản trị', password: PASSWORD },
    ...{ provinceName: 'Tỉnh Mường Thử', provinceCode: 'muong-thu' },
  });
  const { areas } = await admin.get<{ areas: { id: string }[] }>('/api/areas');
  const areaId = areas[0]?.id ?? '';
  const { invitationToken } = await admin.get<{ invitationToken: string }>(
    '/api/accounts',
    'POST',
    {
      ...{ name: 'soan', fullName: 'Người soạn' },
      grants: [{ role: 'author', areaId }],
    },
  );
  const invited = { token: invitationToken, password: PASSWORD };
  return { admin, author: await asPerson(http, '/api/invitation', invited), areaId };
}

async function made(author: Client, bulletinId: string, version = 1) {
  const endMs = performance.now() + MADE_MS;
  for (;;) {
    const view = await author.get<BulletinView>(`/api/bulletins/${bulletinId}`);
    const { state, version: now } = view.bulletin;
    if (state !== 'making' && now >= version) return view;
    if (performance.now() > endMs) throw new Error('the sound was not made');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const real = findEspeak();

test.skipIf(real === null)(
  'the first voice is killed and the next says the rest; the cloud speaks where it may, and never what names people',
  SLOW,
  async () => {
    const keyFile = join(folder, 'azure.key');
    writeFileSync(keyFile, `${KEY}\n`);
    const service = startService(dataFolder(), {
      PATH: [mortal(real ?? ''), process.env.PATH ?? ''].join(delimiter),
      VANGXA_AZURE_KEY_FILE: keyFile,
      VANGXA_AZURE_ENDPOINT: cloud.endpoint,
    });
    onTestFinished(() => void service.child.kill('SIGTERM'));
    const { admin, author, areaId } = await peopled(service);
    const write = async (text: string, of: object = {}) => {
      const { id } = await author.get<{ id: string }>('/api/bulletins', 'POST', {
        ...{ areaId, text, ...of },
      });
      return made(author, id);
    };

    const text = 'Kính thưa bà con. Mời bà con đi họp. Nhà nào có bò thì tiêm phòng. Xin cảm ơn.';
    const killed = await write(text, { title: 'Tiêm phòng' });
    expect(killed.bulletin).toMatchObject({ state: 'ready', stateReason: null });
    expect(killed.speech.fallen?.sentences).toBe(1);
    expect(killed.speech.fallen?.say.vi).toContain('bộ đọc dừng giữa chừng');
    expect(killed.speech.spokenBy).toMatchObject([
      { engine: 'espeak-ng', sentences: 3 },
      { engine: 'espeak-ng', engineVersion: expect.stringMatching(/^wasm-/u), sentences: 1 },
    ]);
    const told = service
      .stderr()
      .split('\n')
      .filter((line) => line.includes('the next voice'));
    expect(told.map((line) => JSON.parse(line))).toMatchObject([
      { bulletinId: killed.bulletin.id, reason: 'voice-failed', sentences: 1 },
    ]);
    expect(told[0]).not.toContain('bò');
    expect(cloud.letters).toEqual([]);

    const view = await admin.get<VoicesView>('/api/voices/cloud', 'PUT', { areaId, allowed: true });
    expect(view.cloud).toEqual({ standing: 'allowed', isThere: true });
    const named = await write('Ông Lò Văn Pánh, sinh ngày 5 tháng 12 năm 1960, đến xã.', {
      ...{ title: 'Mời', personalData: true },
    });
    expect(named.bulletin.state).toBe('ready');
    expect([cloud.letters, named.speech.byCloud]).toEqual([[], false]);

    const said = await write('Mời bà con đi họp tối nay.', { title: 'Họp' });
    expect(said.speech).toMatchObject({ byCloud: true, spokenBy: [{ engine: 'azure' }] });
    const sent = cloud.letters.length;
    expect(sent).toBeGreaterThan(0);

    const path = `/api/bulletins/${said.bulletin.id}`;
    await author.get(`${path}/personal`, 'PUT', { personalData: true });
    // made beside the old one, which is there until the new one is
    const home = await made(author, said.bulletin.id, 2);
    expect(home.speech.byCloud).toBe(false);
    expect([home.bulletin.version, cloud.letters.length]).toEqual([2, sent]);

    const heard = await author.ask('POST', '/api/voices/listen', {
      ...{ areaId, language: 'vie', text: 'Họp <break time="9s"/> lúc bảy giờ.' },
      trying: { steps: ['embedded:vi'], pace: 200, profile: 'flat' },
    });
    const sound = Buffer.from(await heard.arrayBuffer());
    expect([heard.status, sound.subarray(0, 4).toString()]).toEqual([200, 'OggS']);
    expect(decodeURIComponent(heard.headers.get('x-spoken-by') ?? '')).toBe('espeak-ng vi');
    expect(cloud.letters).toHaveLength(sent);
    expect(service.stderr() + service.stdout()).not.toContain(KEY);
    service.child.kill('SIGTERM');
    expect(await service.ended()).toBe(0);
  },
);
