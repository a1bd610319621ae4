import { spawn } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createAzureVoice } from '../../../audio/voices/azure/azure.ts';
import type { AzureWanted } from '../../../audio/voices/azure/settings.ts';
import { startProxy } from './proxy.ts';
import { KEY, type SpeechServerOptions, startSpeechServer } from './server.ts';

const WORDS = 'Kính thưa bà con, xin mời nghe thông báo.';
const HOW = { syllablesPerMinute: 200 };
const PATIENCE = { silenceMs: 10_000, firstWaitMs: 4, totalMs: 15_000 };
const made: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of made.splice(0).reverse()) await one.close();
});

async function start(options: SpeechServerOptions = {}, more: Partial<AzureWanted> = {}) {
  const server = await startSpeechServer(options);
  const wanted = { key: KEY, endpoint: server.endpoint, patience: PATIENCE, ...more };
  const voice = createAzureVoice(wanted);
  made.push(server, voice);
  return { server, voice };
}
const failure = (speaking: Promise<unknown>) => speaking.catch((thrown: unknown) => thrown);
const soon = { interval: 5 };
const silent = () => ({ kind: 'silent' }) as const;

test('an abort in the middle of an answer closes the line at once, and the next sentence is spoken', async () => {
  const first = (nth: number) => (nth === 1 ? silent() : ({ kind: 'whole' } as const));
  const { server, voice } = await start({ behave: first }, { lanes: 1 });
  const stop = new AbortController();
  const speaking = failure(voice.speak(WORDS, { ...HOW, signal: stop.signal }));
  await expect.poll(() => server.letters.length, soon).toBe(1);
  const startMs = performance.now();
  stop.abort();
  expect(await speaking).toMatchObject({ code: 'stopped' });
  expect(performance.now() - startMs).toBeLessThan(PATIENCE.silenceMs / 4);
  await expect.poll(() => server.open(), soon).toBe(0);
  expect((await voice.speak(WORDS, HOW)).samples.length).toBeGreaterThan(0);
});

test('an abort while connecting closes what was being opened, through a proxy that hangs too', async () => {
  const proxy = await startProxy({ hangs: true });
  made.push(proxy);
  const { server, voice } = await start({}, { proxy: { host: '127.0.0.1', port: proxy.port } });
  const stop = new AbortController();
  const speaking = failure(voice.speak(WORDS, { ...HOW, signal: stop.signal }));
  await expect.poll(() => proxy.asked.length, soon).toBe(1);
  expect(proxy.open()).toBe(1);
  stop.abort();
  expect(await speaking).toMatchObject({ code: 'stopped' });
  await expect.poll(() => proxy.open(), soon).toBe(0);
  expect(server.upgrades).toHaveLength(0);
});

test('an abort at any moment leaves nothing open', async () => {
  const { server, voice } = await start({}, { lanes: 20 });
  for (let moments = 0; moments < 40; moments += 1) {
    const stop = new AbortController();
    const speaking = failure(voice.speak(WORDS, { ...HOW, signal: stop.signal }));
    for (let at = 0; at < moments; at += 1) await (at < 25 ? null : new Promise(setImmediate));
    stop.abort();
    await speaking;
  }
  await voice.close();
  await expect.poll(server.open, soon).toBe(0);
});

test('an abort while TLS is being agreed closes the line too', async () => {
  const mute = await startMute();
  const { voice } = await start({}, { endpoint: `wss://localhost:${mute.port}` });
  const stop = new AbortController();
  const speaking = failure(voice.speak(WORDS, { ...HOW, signal: stop.signal }));
  await expect.poll(mute.open, soon).toBe(1);
  stop.abort();
  expect(await speaking).toMatchObject({ code: 'stopped' });
  await expect.poll(mute.open, soon).toBe(0);
});

test('aborted beforehand, or while waiting for a lane: nothing is asked', async () => {
  const { server, voice } = await start({ behave: silent }, { lanes: 1 });
  const speaking = failure(voice.speak(WORDS, HOW));
  await expect.poll(() => server.letters.length, soon).toBe(1);
  const stop = new AbortController();
  const waiting = failure(voice.speak('Hai.', { ...HOW, signal: stop.signal }));
  stop.abort();
  expect(await waiting).toMatchObject({ code: 'stopped' });
  const how = { ...HOW, signal: AbortSignal.abort() };
  expect(await failure(voice.speak('Ba.', how))).toMatchObject({ code: 'stopped' });
  await voice.close();
  expect(await speaking).toMatchObject({ code: 'stopped' });
  expect(server.letters).toHaveLength(1);
});

test('an endless queue is refused', async () => {
  const { voice } = await start({ behave: silent }, { lanes: 2 });
  const all = Array.from({ length: 70 }, () => failure(voice.speak('Có.', HOW)));
  await expect(voice.speak('Có.', HOW)).rejects.toMatchObject({ code: 'voice-throttled' });
  await voice.close();
  const thrown = (await Promise.all(all)).map((one) => (one as { code: string }).code);
  expect(thrown.filter((code) => code === 'voice-throttled')).toHaveLength(4); // two speak, sixty-four wait
});

test('after closing nothing is asked any more', async () => {
  const { server, voice } = await start();
  await voice.speak(WORDS, HOW);
  await voice.close();
  await expect.poll(() => server.open(), soon).toBe(0);
  expect(await failure(voice.speak(WORDS, HOW))).toMatchObject({ code: 'stopped' });
});

test('a proxy carries it, with a name and a password', async () => {
  const proxy = await startProxy({ login: 'xã:m@t khẩu' });
  made.push(proxy);
  const login = { user: 'xã', password: 'm@t khẩu' };
  const address = { host: '127.0.0.1', port: proxy.port };
  const { server, voice } = await start({}, { proxy: { ...address, ...login } });
  expect((await voice.speak(WORDS, HOW)).samples.length).toBeGreaterThan(0);
  expect(proxy.asked).toEqual([`127.0.0.1:${server.port}`]);
  const wrong = { ...address, user: 'xã', password: 'bí mật khác' };
  const other = await start({}, { proxy: wrong });
  const thrown = await failure(other.voice.speak(WORDS, HOW));
  expect(thrown).toMatchObject({ code: 'voice-unreachable' });
  expect(proxy.asked).toHaveLength(2);
  expect(shown(thrown)).not.toContain('bí mật khác');
});

test.each<[Partial<AzureWanted>, string]>([
  [{ region: 'southeastasia' }, 'southeastasia.tts.speech.microsoft.com:443'],
  [{ region: 'usgovvirginia' }, 'usgovvirginia.tts.speech.azure.us:443'],
  [{ endpoint: 'https://xa.cognitiveservices.azure.com/' }, 'xa.cognitiveservices.azure.com:443'],
  [{ endpoint: 'wss://tinh.local:8443/giong/doc' }, 'tinh.local:8443'],
])('%j is called at %s, and only through the proxy', async (address, host) => {
  const proxy = await startProxy({ hangs: true });
  made.push(proxy);
  const voice = createAzureVoice({
    key: KEY,
    ...address,
    proxy: { host: '127.0.0.1', port: proxy.port },
  });
  const speaking = failure(voice.speak(WORDS, HOW));
  await expect.poll(() => proxy.asked, soon).toEqual([host]);
  await voice.close();
  expect(await speaking).toMatchObject({ code: 'stopped' });
});

/** All that a log could write of an error. */
function shown(thrown: unknown): string {
  const error = thrown as Error & { cause?: Error };
  return [
    error.message,
    error.stack,
    error.cause?.message,
    error.cause?.stack,
    JSON.stringify(error),
  ].join();
}

test.each<[string, SpeechServerOptions]>([
  ['refused', { upgrade: () => ({ status: 401 }) }],
  [
    'closed',
    { behave: () => ({ kind: 'close', code: 1007, reason: `${KEY} is bad`, at: 'start' }) },
  ],
])('the key is in no error: %s', async (_how, options) => {
  const { voice } = await start(options);
  const thrown = await failure(voice.speak(WORDS, HOW));
  expect(thrown).toHaveProperty('code');
  expect(shown(thrown)).not.toContain(KEY);
});

test('a service that talks no HTTP is told, and its line closed', async () => {
  const mail = await startMute('220 mail.example ready\r\n');
  const endpoint = `ws://127.0.0.1:${mail.port}`;
  const { voice } = await start({}, { endpoint, patience: { ...PATIENCE, silenceMs: 200 } });
  expect(await failure(voice.speak(WORDS, HOW))).toHaveProperty('code');
  await expect.poll(mail.open, soon).toBe(0);
});

/** Takes calls, says at most one thing, and understands nothing. */
async function startMute(greeting = '') {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}).resume());
    socket.on('close', () => sockets.delete(socket)).write(greeting);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  made.push({ close: () => new Promise((resolve) => server.close(() => resolve())) });
  return { port: (server.address() as AddressInfo).port, open: () => sockets.size };
}

test('nobody else is called, no setting of the environment is read, and the words go out once', async () => {
  const called = new Set<string>();
  const onRequest = (message: unknown) => {
    const { request } = message as { request: ClientRequest };
    called.add(String(request.getHeader('host')));
  };
  const onFetch = (message: unknown) => {
    called.add(String((message as { request: { origin: unknown } }).request.origin));
  };
  subscribe('http.client.request.start', onRequest);
  subscribe('undici:request:create', onFetch);
  const names = ['SPEECH_KEY', 'SPEECH_REGION', 'AZURE_SPEECH_KEY', 'HTTPS_PROXY', 'https_proxy'];
  const before = names.map((name) => process.env[name]);
  try {
    for (const name of names) process.env[name] = 'http://127.0.0.1:9';
    const { server, voice } = await start();
    await Promise.all([voice.speak(WORDS, HOW), voice.speak('Có.', HOW)]);
    expect([...called]).toEqual([`127.0.0.1:${server.port}`]);
    expect(server.letters).toHaveLength(2);
    expect(
      server.upgrades.every(({ headers }) => headers['ocp-apim-subscription-key'] === KEY),
    ).toBe(true);
    expect(server.configs.join()).not.toMatch(/hostname|user/i);
  } finally {
    names.forEach((name, at) => {
      if (before[at] === undefined) delete process.env[name];
      else process.env[name] = before[at];
    });
    unsubscribe('http.client.request.start', onRequest);
    unsubscribe('undici:request:create', onFetch);
  }
});

test('a program that forgets to close ends by itself, though the service keeps its line open', async () => {
  const { server } = await start();
  const azure = new URL('../../../audio/voices/azure/azure.ts', import.meta.url).href;
  const program = `
    const { createAzureVoice } = await import(${JSON.stringify(azure)});
    const voice = createAzureVoice({ key: ${JSON.stringify(KEY)}, endpoint: ${JSON.stringify(server.endpoint)} });
    const { samples } = await voice.speak('Có.', { syllablesPerMinute: 200 });
    console.log(samples.length);`;
  // Node 22 and later have a WebSocket of their own, which would send no key: it is there here too.
  const flags = [
    '--experimental-websocket',
    '--import',
    'tsx',
    '--input-type=module',
    '-e',
    program,
  ];
  const child = spawn(process.execPath, flags);
  made.push({ close: async () => void child.kill() });
  const written: string[] = [];
  child.stdout.on('data', (bytes: Buffer) => written.push(String(bytes)));
  child.stderr.on('data', (bytes: Buffer) => written.push(String(bytes)));
  const code = await new Promise((resolve) => child.on('exit', resolve));
  expect([code, Number(written.join(''))]).toEqual([0, 7_242]);
});
