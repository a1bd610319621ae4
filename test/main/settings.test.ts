import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { readSettings } from '../../src/settings.ts';

const faultOf = (env: Record<string, string>): AppError => {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('the settings were taken');
};

describe('settings', () => {
  test('have a default each, so that nothing need be set', () => {
    expect(readSettings({})).toMatchObject({
      folder: expect.stringMatching(/\/data$/),
      http: { host: '127.0.0.1', port: 8080 },
      mqtt: { host: '127.0.0.1', port: 1883 },
      externalBroker: null,
      leadMs: 1_800_000,
      graceMs: 50_000,
      clockStartMs: null,
      logLevel: 'info',
      mosquittoPidFile: null,
      earFolder: null,
      publicUrl: null,
      publicBrokerUrl: null,
      trustProxy: null,
    });
  });

  test('are taken from the environment', () => {
    const settings = readSettings({
      VANGXA_DATA: '/srv/vangxa',
      VANGXA_HTTP_HOST: '0.0.0.0',
      VANGXA_HTTP_PORT: '0',
      VANGXA_MQTT_PORT: '18830',
      MQTT_URL: 'mqtt://svc:p%40ss@broker:1883',
      VANGXA_LEAD_MS: '5000',
      VANGXA_GRACE_MS: ' 2000 ',
      VANGXA_CLOCK: '1796446800000',
      VANGXA_LOG_LEVEL: 'silent',
      VANGXA_PUBLIC_URL: 'https://vangxa.gov.vn//',
      VANGXA_TRUST_PROXY: '127.0.0.1',
    });
    expect(settings).toMatchObject({
      folder: '/srv/vangxa',
      http: { host: '0.0.0.0', port: 0 },
      mqtt: { port: 18_830 },
      externalBroker: 'mqtt://svc:p%40ss@broker:1883',
      leadMs: 5_000,
      graceMs: 2_000,
      clockStartMs: 1_796_446_800_000,
      logLevel: 'silent',
      publicUrl: 'https://vangxa.gov.vn',
      trustProxy: '127.0.0.1',
    });
  });

  test.each([
    ['VANGXA_HTTP_PORT', '70000', 'from 0 to 65535'],
    ['VANGXA_HTTP_PORT', 'http', 'from 0 to 65535'],
    ['VANGXA_LEAD_MS', '-1', 'whole number'],
    ['VANGXA_LEAD_MS', '1.5', 'whole number'],
    ['MQTT_URL', 'broker:1883', 'mqtt://'],
    ['MQTT_URL', 'http://broker', 'mqtt://'],
    ['VANGXA_LOG_LEVEL', 'loud', 'trace, debug'],
    ['VANGXA_CLOCK', 'noon', 'whole number'],
    ['VANGXA_PUBLIC_URL', 'ftp://x', 'https://'],
  ])('%s=%s is refused and says what it must be', (name, value, wanted) => {
    const fault = faultOf({ [name]: value });
    expect(fault.code).toBe('bad-settings');
    expect(fault.say.en).toContain(`${name}=${value}`);
    expect(fault.say.en).toContain(wanted);
    expect(fault.say.vi).toContain(name);
  });

  test('say all that is wrong at once', () => {
    const { say } = faultOf({ VANGXA_HTTP_PORT: 'x', VANGXA_MQTT_PORT: 'y' });
    expect(say.en).toContain('VANGXA_HTTP_PORT');
    expect(say.en).toContain('VANGXA_MQTT_PORT');
  });
});
