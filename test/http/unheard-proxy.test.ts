import type { FastifyBaseLogger } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/http/app.ts';
import { fakeServices } from './fake.ts';

async function listening(trustProxy: boolean | string) {
  const warned: string[] = [];
  const nothing = () => undefined;
  const log = {
    ...{ level: 'info', trace: nothing, debug: nothing, info: nothing, error: nothing },
    ...{ fatal: nothing, silent: nothing },
    warn: (line: unknown) => void warned.push(String(line)),
    child: () => log,
  } as unknown as FastifyBaseLogger;
  const config = { trustProxy, webDir: null, version: '0' };
  const app = await buildApp({ services: fakeServices().services, config, log });
  onTestFinished(() => app.close());
  const ask = (headers: Record<string, string>) => app.inject({ url: '/api/session', headers });
  return { ask, warned };
}
const FORWARDED = { 'x-forwarded-for': '203.0.113.7' };

test('a proxy whose headers are not believed is said once, however often it comes', async () => {
  const { ask, warned } = await listening(false);
  await ask({});
  expect(warned).toEqual([]);
  for (let n = 0; n < 20; n += 1) await ask(FORWARDED);
  expect(warned).toEqual([expect.stringContaining('VANGXA_TRUST_PROXY is not set')]);
  // what a stranger wrote stands in no log
  expect(warned.join()).not.toContain('203.0.113.7');
});

test('nothing is said where the setting names whose headers count', async () => {
  const { ask, warned } = await listening('127.0.0.1');
  await ask(FORWARDED);
  expect(warned).toEqual([]);
});
