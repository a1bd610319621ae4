// A recording sent to the API: streamed, agreed to, bounded, and answered with a sentence whatever is wrong with it.
// It must never decode sound.
import { expect, onTestFinished, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { fakeApp, signedIn } from './fake.ts';

const WISH = 'speakerName=L%C3%B2%20Mai&consent=yes&consentNote=%C4%91%E1%BB%93ng%20%C3%BD';

async function sent(of: { query?: string; type?: string; bytes?: Buffer; headers?: object } = {}) {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const { query = WISH, type = 'application/octet-stream', bytes = Buffer.alloc(70_000) } = of;
  const send = () =>
    fake.app.inject({
      method: 'POST',
      url: `/api/bulletins/b1/recording?${query}`,
      headers: { ...signedIn(fake), 'content-type': type, ...of.headers },
      payload: bytes,
    });
  return { fake, send };
}

test('it is handed on as it comes, with who speaks and how they agreed', async () => {
  const { fake, send } = await sent({ query: `${WISH}&language=blt` });
  expect((await send()).statusCode).toBe(201);
  expect(fake.asked.at(-1)).toEqual({
    method: 'recordings.take',
    input: {
      ...{ bulletinId: 'b1', speakerName: 'Lò Mai', consent: true, consentNote: 'đồng ý' },
      ...{ language: 'blt', size: 70_000 },
    },
  });
});

test.each([
  ['nobody agreed', WISH.replace('consent=yes&', '')],
  ['agreed otherwise', WISH.replace('yes', 'no')],
  ['nobody is named', WISH.replace(/speakerName=[^&]*&/u, '')],
  ['a name of a thousand characters', WISH.replace('Mai', 'x'.repeat(1_000))],
  ['a language that is a path', `${WISH}&language=../x`],
])('%s: it is refused', async (_, query) => {
  const { fake, send } = await sent({ query });
  expect((await send()).statusCode).toBe(400);
  expect(fake.asked.some(({ method }) => method === 'recordings.take')).toBe(false);
});

test('a form or a JSON in the place of the sound is refused with a sentence', async () => {
  const { send } = await sent({ type: 'application/json', bytes: Buffer.from('{}') });
  const answer = await send();
  expect([400, 415]).toContain(answer.statusCode);
  expect(answer.json().error.message.vi).not.toBe('');
});

test('what says that it is too large is refused before it comes', async () => {
  const { fake, send } = await sent({ headers: { 'content-length': `${33 * 1024 * 1024}` } });
  const answer = await send();
  expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'foreign-too-large']);
  expect(fake.asked.some(({ method }) => method === 'recordings.take')).toBe(false);
});

test('what the safe door says of it is the answer, though not all of it was read', async () => {
  const { fake, send } = await sent();
  fake.services.recordings.take = async (_actor, { bytes }) => {
    for await (const _ of bytes) break;
    const say = { vi: 'Trong tệp không nghe thấy tiếng nói nào.', en: 'Nothing can be heard.' };
    throw new AppError({ code: 'foreign-silent', fault: 'caller', say });
  };
  const answer = await send();
  expect([answer.statusCode, answer.json().error.message.vi]).toEqual([
    400,
    'Trong tệp không nghe thấy tiếng nói nào.',
  ]);
});

test('a key that would make it once is not asked of a stream', async () => {
  const { send } = await sent({ headers: { 'idempotency-key': 'khoa-12345678' } });
  expect((await send()).statusCode).toBe(201);
});

test('the bulletin’s answer says whose voice it is and what the machine noticed', async () => {
  const { fake } = await sent();
  const answer = await fake.app.inject({ url: '/api/bulletins/b1', headers: signedIn(fake) });
  expect(answer.json()).toMatchObject({
    recording: { speakerName: 'Lò Thị Mai', consentNote: 'Bà Mai đồng ý qua điện thoại' },
    findings: [{ kind: 'long-silence', atMs: 4_000, sentence: 0, severity: 'bad' }],
  });
});

test('it goes back to the voice', async () => {
  const { fake } = await sent();
  const url = '/api/bulletins/b1/recording';
  const answer = await fake.app.inject({ method: 'DELETE', url, headers: signedIn(fake) });
  expect(answer.statusCode).toBe(200);
  expect(fake.asked.at(-1)).toEqual({ method: 'recordings.remove', input: { bulletinId: 'b1' } });
});
