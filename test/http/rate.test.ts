import fastifyRateLimit from '@fastify/rate-limit';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { perMinute } from '../../src/http/rate.ts';

test('who asks too often is told so, and for how long, not that the request was wrong', async () => {
  const app = Fastify();
  await app.register(fastifyRateLimit, { global: false });
  const thrown: unknown[] = [];
  app.setErrorHandler((error, _request, reply) => {
    thrown.push(error);
    return reply.code(429).send({});
  });
  app.post('/door', { config: { rateLimit: perMinute(2) } }, () => ({ taken: true }));
  const codes = [];
  for (let n = 0; n < 3; n += 1)
    codes.push((await app.inject({ method: 'POST', url: '/door' })).statusCode);
  expect(codes).toEqual([200, 200, 429]);
  expect(thrown).toHaveLength(1);
  expect(thrown[0]).toBeInstanceOf(AppError);
  expect((thrown[0] as AppError).code).toBe('too-many-attempts');
  await app.close();
});
