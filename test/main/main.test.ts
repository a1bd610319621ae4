import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFolder, startService } from './service.ts';

const LISTENING = /^\{"event":"listening","http":"(http:[^"]+)","mqtt":"(mqtt:[^"]+)"\}$/m;
const SET_UP = /(http:\/\/127\.0\.0\.1:\d+)\/#\/setup\?token=([\w-]{43})/;
const SLOW = 120_000;

async function setUp(http: string, token: string) {
  return fetch(`${http}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token,
      name: 'quan-tri',
      fullName: 'Quản trị',
      password: 'một câu dễ nhớ',
      provinceName: 'Tỉnh Mường Thử',
      provinceCode: 'muong-thu',
    }),
  });
}

describe('the service', () => {
  test(
    'prints a set-up link once, listens, and stops cleanly when asked',
    async () => {
      const folder = dataFolder();
      const first = startService(folder);
      const [, http = ''] = await first.line(LISTENING);
      const [, base, token = ''] = await first.line(SET_UP);
      expect(base).toBe(http);
      const health = await fetch(`${http}/api/health`).then((answer) => answer.json());
      expect(health).toMatchObject({ ok: true, speed: 1 });
      expect((await setUp(http, token)).status).toBe(201);
      expect((await setUp(http, token)).status).toBe(400);
      expect(statSync(join(folder, 'keys', 'signing.pem')).mode & 0o777).toBe(0o600);
      first.child.kill('SIGTERM');
      expect(await first.ended()).toBe(0);
      expect(first.stderr()).not.toContain(token);

      const second = startService(folder);
      await second.line(LISTENING);
      expect(second.stdout()).not.toMatch(SET_UP);
    },
    SLOW,
  );

  test(
    'refuses a folder another service holds, in both languages, until that one is killed',
    async () => {
      const folder = dataFolder();
      const first = startService(folder);
      await first.line(LISTENING);
      const second = startService(folder);
      expect(await second.ended()).toBe(1);
      expect(second.stderr()).toContain('Một dịch vụ Vang Xa khác đang dùng');
      expect(second.stderr()).toContain('Another Vang Xa service is using');
      expect(second.stdout()).toBe('');
      first.child.kill('SIGKILL');
      await first.ended();
      const third = startService(folder);
      await third.line(LISTENING);
    },
    SLOW,
  );

  test(
    'refuses wrong settings and an open key, each by name',
    async () => {
      const wrong = startService(dataFolder(), { VANGXA_LEAD_MS: 'soon' });
      expect(await wrong.ended()).toBe(1);
      expect(wrong.stderr()).toContain('VANGXA_LEAD_MS=soon: cần số nguyên');

      const folder = dataFolder();
      const first = startService(folder);
      await first.line(LISTENING);
      first.child.kill('SIGTERM');
      await first.ended();
      chmodSync(join(folder, 'keys', 'signing.pem'), 0o644);
      const open = startService(folder);
      expect(await open.ended()).toBe(1);
      expect(open.stderr()).toContain('chmod go-rwx');
    },
    SLOW,
  );

  test(
    'runs without its broker, and says in its health that it waits',
    async () => {
      const service = startService(dataFolder(), { MQTT_URL: 'mqtt://svc:hidden@127.0.0.1:1' });
      const [line, http = '', mqtt = ''] = await service.line(LISTENING);
      expect(line).not.toContain('hidden');
      expect(mqtt).toBe('mqtt://127.0.0.1:1');
      const health = await fetch(`${http}/api/health`).then((answer) => answer.json());
      expect(health).toMatchObject({ ok: true, broker: 'waiting' });
      expect(service.stderr()).not.toContain('hidden');
    },
    SLOW,
  );

  test(
    'goes on at its own simulated hour after a kill',
    async () => {
      const folder = dataFolder();
      const startMs = Date.parse('2026-12-05T17:00:00+07:00');
      const planOf = async (env: Record<string, string>) => {
        const service = startService(folder, env);
        const [, http = ''] = await service.line(LISTENING);
        const health = await fetch(`${http}/api/health`).then((answer) => answer.json());
        service.child.kill('SIGKILL');
        await service.ended();
        return (health as { planNowMs: number }).planNowMs;
      };
      const env = { VANGXA_CLOCK: String(startMs) };
      const first = await planOf(env);
      expect(first).toBeGreaterThanOrEqual(startMs);
      expect(first).toBeLessThan(startMs + 60_000);
      expect(await planOf(env)).toBeGreaterThan(first);
      const other = startMs + 86_400_000;
      expect(await planOf({ VANGXA_CLOCK: String(other) })).toBeGreaterThanOrEqual(other);
    },
    SLOW,
  );
});
