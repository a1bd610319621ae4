import { expect, test } from 'vitest';
import { createAzureVoice } from '../../../audio/voices/azure/azure.ts';
import {
  type AzureWanted,
  addressOf,
  azureFault,
  HOAI_MY,
  localeOf,
  NAM_MINH,
  proxyOf,
  voicesOf,
} from '../../../audio/voices/azure/settings.ts';

const GOOD: AzureWanted = { key: '0123456789abcdef0123456789abcdef', region: 'southeastasia' };

test.each<[string, Partial<AzureWanted>]>([
  ['a region', {}],
  ['a government cloud', { region: 'usgovvirginia' }],
  ['a private endpoint', { endpoint: 'wss://giong-noi.cognitiveservices.azure.com' }],
  ['its https address', { endpoint: 'https://giong-noi.cognitiveservices.azure.com/' }],
  ['a container on this machine', { endpoint: 'ws://127.0.0.1:5000' }],
  ['a proxy', { proxy: { host: 'proxy.tinh.local', port: 3128, user: 'a', password: 'b' } }],
  ['another voice', { voice: { name: 'km-KH-SreymomNeural', language: 'khm' } }],
  ['a voice of a dialect', { voice: { name: 'zh-CN-liaoning-XiaobeiNeural', language: 'cmn' } }],
  ['a key that is asked for', { key: () => 'later' }],
])('taken: %s', (_what, more) => {
  expect(azureFault({ ...GOOD, ...more })).toBeNull();
});

test.each<[string, AzureWanted, RegExp]>([
  ['an empty key', { ...GOOD, key: '' }, /key/],
  ['a key with a line break', { ...GOOD, key: 'abcdefgh\r\nX: y' }, /key/],
  ['no address at all', { key: GOOD.key }, /Neither/],
  ['a region that is an address', { ...GOOD, region: 'evil.com/x?' }, /region/],
  ['an endpoint without TLS', { ...GOOD, endpoint: 'ws://10.0.0.5:5000' }, /wss/],
  ['an endpoint with a password', { ...GOOD, endpoint: 'wss://a:b@x.azure.com' }, /wss/],
  ['an endpoint that is none', { ...GOOD, endpoint: 'azure' }, /wss/],
  ['a file as endpoint', { ...GOOD, endpoint: 'file:///etc/passwd' }, /wss/],
  ['a proxy without a port', { ...GOOD, proxy: { host: 'x', port: 0 } }, /proxy/],
  ['a proxy with a path', { ...GOOD, proxy: { host: 'x/y', port: 80 } }, /proxy/],
  ['a voice that is markup', { ...GOOD, voice: { name: 'vi-VN-"><x', language: 'vie' } }, /voice/],
  ['a second voice that is none', { ...GOOD, second: { name: 'x', language: 'vie' } }, /voice/],
  ['no lanes', { ...GOOD, lanes: 0 }, /1 to 20/],
  ['a hundred lanes', { ...GOOD, lanes: 100 }, /1 to 20/],
])('refused: %s', (_what, wanted, why) => {
  expect(azureFault(wanted)?.en).toMatch(why);
  expect(azureFault(wanted)?.vi).toMatch(/\p{L}/u);
  expect(() => createAzureVoice(wanted)).toThrow(expect.objectContaining({ code: 'voice-failed' }));
});

test('a refused key is not shown', () => {
  expect(() => createAzureVoice({ ...GOOD, key: 'sécret key' })).not.toThrow(/sécret/);
});

test('the usual voice is answered by Nam Minh; another one by nobody unless someone is named', () => {
  expect(voicesOf(GOOD)).toEqual({ voice: HOAI_MY, second: NAM_MINH });
  const khmer = { name: 'km-KH-SreymomNeural', language: 'khm' };
  expect(voicesOf({ ...GOOD, voice: khmer }).second).toBeNull();
  expect(voicesOf({ ...GOOD, voice: NAM_MINH, second: HOAI_MY })).toEqual({
    voice: NAM_MINH,
    second: HOAI_MY,
  });
});

test('the language of a voice is the beginning of its name', () => {
  expect(localeOf('vi-VN-HoaiMyNeural')).toBe('vi-VN');
  expect(localeOf('zh-CN-liaoning-XiaobeiNeural')).toBe('zh-CN-liaoning');
});

test('an https address is asked over a WebSocket', () => {
  expect(addressOf('https://x.azure.com/')?.href).toBe('wss://x.azure.com/');
});

test.each([
  ['http://proxy.tinh.local:3128', { host: 'proxy.tinh.local', port: 3128 }],
  ['http://xa:m%40t@10.0.0.1', { host: '10.0.0.1', port: 80, user: 'xa', password: 'm@t' }],
  ['http://[fd00::5]:3128', { host: 'fd00::5', port: 3128 }],
  ['http://xa:%zz@10.0.0.1', null],
  ['https://proxy:443', null],
  ['proxy:3128', null],
  ['', null],
])('a proxy as it is written: %j', (text, proxy) => {
  expect(proxyOf(text)).toEqual(proxy);
});

test('the mark of a clip changes with whatever of the settings is heard, and only then', () => {
  const version = (more: Partial<AzureWanted>) =>
    createAzureVoice({ ...GOOD, ...more }).engineVersion;
  expect(version({})).toMatch(/^sdk-1\.52\.0-[0-9a-f]{8}$/);
  expect(version({ lanes: 5, region: 'eastasia' })).toBe(version({}));
  const heard = [{}, { rests: { commaMs: 90 } }, { pronunciations: [{ words: 'a', say: 'b' }] }];
  expect(new Set(heard.map(version)).size).toBe(3);
});

test('the voice says what it is', () => {
  expect(createAzureVoice(GOOD)).toMatchObject({
    id: 'vi-VN-HoaiMyNeural',
    secondId: 'vi-VN-NamMinhNeural',
    engine: 'azure',
    language: 'vie',
    sampleRateHz: 24_000,
    synthetic: true,
    lanes: 3,
    place: 'cloud',
  });
});
