// Voices over HTTP: what is asked and answered, what is refused before anybody is asked.
// It must never speak.
import { expect, onTestFinished, test } from 'vitest';
import { fakeApp, signedIn } from './fake.ts';

type Method = 'GET' | 'PUT' | 'POST';

async function asked(method: Method, url: string, payload?: object) {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const headers = signedIn(fake);
  const send = () => fake.app.inject({ method, url, headers, ...(payload && { payload }) });
  return { fake, send, answer: await send() };
}

const CHOICE = {
  ...{ areaId: 'xa', language: 'vie', steps: ['embedded:vi'], pace: 190, profile: 'horn' },
};
const LISTEN = { areaId: 'xa', language: 'vie', text: 'Họp lúc bảy giờ.' };
const TRYING = { steps: [], pace: null, profile: null };

test.each([
  ['GET', '/api/voices?areaId=xa', undefined, 'voices.view', { areaId: 'xa' }],
  ['PUT', '/api/voices/choice', CHOICE, 'voices.choose', CHOICE],
  [
    'PUT',
    '/api/voices/cloud',
    { areaId: 'xa', allowed: true },
    'voices.allowCloud',
    { areaId: 'xa', allowed: true },
  ],
  ['POST', '/api/voices/wake', { areaId: 'xa' }, 'voices.wake', { areaId: 'xa' }],
  ['POST', '/api/bulletins/b1/retake', undefined, 'voices.retake', { bulletinId: 'b1' }],
] as const)('%s %s', async (method, url, body, name, input) => {
  const { fake, answer } = await asked(method, url, body);
  expect(answer.statusCode).toBe(200);
  expect(fake.asked.at(-1)).toEqual({ method: name, input });
});

test('a sentence comes back as sound that nothing keeps, and says who spoke', async () => {
  const { fake, answer } = await asked('POST', '/api/voices/listen', {
    ...LISTEN,
    trying: TRYING,
  });
  expect(answer.headers).toMatchObject({
    ...{ 'content-type': 'audio/ogg', 'cache-control': 'no-store' },
    'x-spoken-by': 'espeak-ng%20vi',
  });
  expect(answer.rawPayload.toString()).toBe('OggS');
  expect(fake.asked.at(-1)).toMatchObject({ method: 'voices.listen', input: { trying: TRYING } });
});

test('without a choice to try it is the one that holds', async () => {
  const { fake } = await asked('POST', '/api/voices/listen', LISTEN);
  expect(fake.asked.at(-1)?.input).toEqual({ ...LISTEN, trying: null });
});

test.each([
  ['PUT', '/api/voices/choice', { ...CHOICE, language: '../x' }],
  ['PUT', '/api/voices/choice', { ...CHOICE, profile: 'loud' }],
  ['PUT', '/api/voices/choice', { ...CHOICE, steps: Array(51).fill('x') }],
  ['PUT', '/api/voices/choice', { ...CHOICE, key: 'abc' }],
  ['PUT', '/api/voices/cloud', { areaId: 'xa', allowed: 'yes' }],
  ['POST', '/api/voices/listen', { ...LISTEN, text: 'a'.repeat(201) }],
  ['POST', '/api/voices/listen', { ...LISTEN, personalData: false }],
  ['GET', '/api/voices', undefined],
] as const)('%s %s is refused by its shape', async (method, url, body) => {
  const { fake, answer } = await asked(method, url, body);
  expect(answer.statusCode).toBe(400);
  expect(fake.asked.some(({ method: name }) => name.startsWith('voices.'))).toBe(false);
});

test('whoever floods it is told to wait', async () => {
  const { send } = await asked('POST', '/api/voices/listen', LISTEN);
  const codes: number[] = [];
  for (let n = 0; n < 13; n += 1) codes.push((await send()).statusCode);
  expect(codes.filter((code) => code === 200)).toHaveLength(11);
  expect(codes.at(-1)).toBe(429);
});
