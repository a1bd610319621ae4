import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { listening } from '../../src/listening.ts';
import { dataFolder, startService } from './service.ts';

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

test.each([
  ['EADDRINUSE', 'VANGXA_HTTP', '127.0.0.1', '127.0.0.1:8080', 'VANGXA_HTTP_PORT'],
  ['EADDRNOTAVAIL', 'VANGXA_MQTT', '10.9.9.9', '10.9.9.9:8080', 'VANGXA_MQTT_HOST'],
  ['ENOTFOUND', 'VANGXA_HTTP', 'nowhere', 'nowhere:8080', 'VANGXA_HTTP_HOST'],
  ['EACCES', 'VANGXA_MQTT', '::1', '[::1]:8080', 'VANGXA_MQTT_PORT'],
] as const)('%s is said with address and setting', async (code, prefix, host, place, setting) => {
  const refused = listening({ host, port: 8080, prefix }, failing(code));
  await expect(refused).rejects.toMatchObject({
    code: 'cannot-listen',
    fault: 'world',
    say: { vi: expect.stringContaining(place), en: expect.stringContaining(setting) },
  });
});

test('what opens is handed on, and what fails otherwise is left as it is', async () => {
  const at = { host: '127.0.0.1', port: 1, prefix: 'VANGXA_HTTP' } as const;
  expect(await listening(at, async () => 'url')).toBe('url');
  await expect(listening(at, failing('ENOSPC'))).rejects.toThrow('ENOSPC');
  await expect(listening(at, () => Promise.reject('odd'))).rejects.toBe('odd');
});

test.each(['VANGXA_HTTP_PORT', 'VANGXA_MQTT_PORT'])(
  'a service whose %s is taken says so in both languages and ends',
  async (variable) => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const service = startService(dataFolder(), { [variable]: String(port) });
    expect(await service.ended()).toBe(1);
    expect(service.stderr()).toContain(`Không mở được địa chỉ 127.0.0.1:${port}`);
    expect(service.stderr()).toContain(`another ${variable}`);
  },
  120_000,
);

test('the set-up link names the machine as people do', async () => {
  const service = startService(dataFolder(), {
    VANGXA_PUBLIC_URL: 'https://vangxa.example.gov.vn',
  });
  const [link] = await service.line(/https?:\S+#\/setup\?token=/);
  expect(link).toBe('https://vangxa.example.gov.vn/#/setup?token=');
}, 120_000);
