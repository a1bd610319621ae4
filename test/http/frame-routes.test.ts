// The routes of frames: what is handed on, and what is refused before anybody is asked.
// It must never decode sound.
import { expect, onTestFinished, test } from 'vitest';
import { fakeApp, signedIn } from './fake.ts';
import { frame, HASH } from './frame-sample.ts';

async function opened() {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object | Buffer) =>
    fake.app.inject({
      ...{ method, url, headers: signedIn(fake) },
      ...(payload instanceof Buffer
        ? { headers: { ...signedIn(fake), 'content-type': 'application/octet-stream' } }
        : {}),
      ...(payload === undefined ? {} : { payload }),
    });
  const asked = (method: string) => fake.asked.find((one) => one.method === method)?.input;
  return { fake, ask, asked };
}
const { name, language, templateId, sentences, slots } = frame;
const words = { name, language, templateId, sentences, slots };
const values = { gio: '15:20' };
const TEN_THOUSAND = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`a${at}`, 'x']));

test.each([
  ['GET', '/api/frames?areaId=c1', undefined, 200, 'list'],
  ['POST', '/api/frames', { areaId: 'c1', frame: words }, 201, 'create'],
  ['GET', '/api/frames/f1?areaId=c1', undefined, 200, 'get'],
  ['PUT', '/api/frames/f1', { seenVersion: 2, frame: words }, 200, 'set'],
  ['DELETE', '/api/frames/f1', undefined, 204, 'remove'],
  [
    ...(['POST', '/api/frames/f1/sessions'] as const),
    { areaId: 'c1', speakerName: 'Lò Mai', consent: true, consentNote: 'đồng ý' },
    ...([201, 'begin'] as const),
  ],
  ['GET', '/api/frames/f1/piece?areaId=c1&key=hour%3A15%3A00', undefined, 200, 'sound'],
  [
    ...(['POST', '/api/frames/f1/discard'] as const),
    { areaId: 'c1', key: 'hour:15:00', hash: HASH, remark: 'nói nhầm' },
    ...([200, 'discard'] as const),
  ],
  [
    ...(['POST', '/api/frames/f1/confirm'] as const),
    { areaId: 'c1', listenerName: 'Phóng', pieces: [], order: true, version: 2 },
    ...([200, 'confirm'] as const),
  ],
  ['POST', '/api/frames/f1/say', { areaId: 'c1', values }, 200, 'say'],
  ['POST', '/api/frames/f1/try', { areaId: 'c1', values }, 200, 'tryOut'],
  ['POST', '/api/frames/f1/bulletins', { areaId: 'c1', values, repeats: 2 }, 201, 'make'],
  [
    ...(['POST', '/api/frame-offers'] as const),
    {
      ...{ areaId: 'c1', templateId: 'xa-lu', slots: { gio: '15:00' }, areaIds: ['v1'] },
      rules: [{ kind: 'now' }],
    },
    ...([200, 'offers'] as const),
  ],
] as const)('%s %s is handed on', async (method, url, body, status, door) => {
  const { ask, asked } = await opened();
  const answer = await ask(method, url, body);
  expect([answer.statusCode, answer.statusCode < 300 ? '' : answer.body]).toEqual([status, '']);
  const id = url.includes('f1') ? { frameId: 'f1' } : {};
  expect(asked(`frames.${door}`)).toMatchObject({ ...id, ...(body ?? {}) });
});

test('a piece is streamed into its session, and comes back as WAV; a try-out as Ogg', async () => {
  const { ask, asked } = await opened();
  const url = '/api/frame-sessions/s1/pieces?key=hour%3A15%3A00';
  expect((await ask('POST', url, Buffer.alloc(70_000))).statusCode).toBe(201);
  expect(asked('frames.record')).toEqual({ sessionId: 's1', key: 'hour:15:00', size: 70_000 });
  const heard = await ask('GET', '/api/frames/f1/piece?areaId=c1&key=x');
  expect(heard.headers['content-type']).toBe('audio/wav');
  const tried = await ask('POST', '/api/frames/f1/try', { areaId: 'c1', values });
  expect([tried.headers['content-type'], tried.body]).toEqual(['audio/ogg', 'OggS']);
});

test.each([
  ['ten thousand values', '/api/frames/f1/say', { areaId: 'c1', values: TEN_THOUSAND }],
  [
    'a value of a thousand letters',
    '/api/frames/f1/say',
    { areaId: 'c1', values: { gio: 'x'.repeat(1_000) } },
  ],
  ['a name of markup as a gap', '/api/frames/f1/say', { areaId: 'c1', values: { '<b>': 'x' } }],
  [
    'ten thousand values of a gap',
    '/api/frames',
    {
      areaId: 'c1',
      frame: { ...words, slots: [{ ...slots[0], also: Array<string>(10_000).fill('15:20') }] },
    },
  ],
  [
    'a language that is a path',
    '/api/frames',
    { areaId: 'c1', frame: { ...words, language: '../' } },
  ],
  [
    'a speaker who did not agree',
    '/api/frames/f1/sessions',
    {
      ...{ areaId: 'c1', speakerName: 'Lò Mai', consent: false, consentNote: 'không' },
    },
  ],
  [
    'a hash that is a path',
    '/api/frames/f1/discard',
    {
      ...{ areaId: 'c1', key: 'x', hash: '../../etc/passwd', remark: 'x' },
    },
  ],
] as const)('%s is refused', async (_, url, body) => {
  const { fake, ask } = await opened();
  const before = fake.asked.length;
  expect((await ask('POST', url, body)).statusCode).toBe(400);
  expect(fake.asked).toHaveLength(before);
});

test('what says that it is too large, or is a form, never reaches the safe door', async () => {
  const { fake, ask } = await opened();
  const url = '/api/frame-sessions/s1/pieces?key=x';
  const headers = { ...signedIn(fake), 'content-type': 'application/octet-stream' };
  const large = await fake.app.inject({
    ...{ method: 'POST', url, payload: Buffer.alloc(9) },
    headers: { ...headers, 'content-length': `${9 * 1024 * 1024}` },
  });
  expect([large.statusCode, large.json().error.code]).toEqual([400, 'foreign-too-large']);
  expect([400, 415]).toContain((await ask('POST', url, {})).statusCode);
  expect(fake.asked.some(({ method }) => method === 'frames.record')).toBe(false);
});

test('a file that is gone from the disk is a sentence, not a fault', async () => {
  const { fake, ask } = await opened();
  fake.services.frames.sound = () => ({ path: '/nowhere/x.wav' });
  const answer = await ask('GET', '/api/frames/f1/piece?areaId=c1&key=x');
  expect(answer.json().error.code).toBe('piece-missing');
});
