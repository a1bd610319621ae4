// Sound being made over HTTP: what is asked and answered.
// It must never make any.
import { expect, onTestFinished, test } from 'vitest';
import { fakeApp, signedIn } from './fake.ts';

test.each([
  ['GET', '/api/makings', { method: 'makings.list', input: undefined }],
  [
    'POST',
    '/api/bulletins/b1/stop-making',
    { method: 'makings.stop', input: { bulletinId: 'b1' } },
  ],
  [
    'POST',
    '/api/bulletins/b1/make-again',
    { method: 'makings.again', input: { bulletinId: 'b1' } },
  ],
] as const)('%s %s', async (method, url, asked) => {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const answer = await fake.app.inject({ method, url, headers: signedIn(fake) });
  expect(answer.statusCode).toBe(200);
  expect(fake.asked.at(-1)).toEqual(asked);
  if (method === 'GET')
    expect(answer.json()).toMatchObject({
      makings: [{ ahead: 0, at: { step: 'speech', done: 3, total: 12, leftMs: 4_000 } }],
      others: 2,
    });
});
