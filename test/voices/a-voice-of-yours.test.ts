// The template of a fourth engine: what it shows works, and what it names is there; that it compiles is everyone's check.
// It must never know the engines there are.
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHouseVoice } from '../../audio/voices/a-voice-of-yours.ts';
import { ladderOf } from '../../audio/voices/ladder.ts';
import { fakeVoice } from './fakes.ts';
import { keepsItsPromises } from './promises.ts';

let server: Server;
let url: string;
let status = 200;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { text } = JSON.parse(body) as { text: string };
    response.writeHead(request.headers.authorization === 'Bearer right' ? status : 401);
    response.end(status === 200 ? wav(text) : 'no');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/speak`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A tenth of a second for each letter, at 24 kHz. */
function wav(text: string): Buffer {
  const sound = Buffer.alloc(2 * 2_400 * text.length, text.length);
  const head = Buffer.from('RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0', 'latin1');
  const format = Buffer.alloc(12);
  format.writeUInt32LE(24_000, 0);
  format.writeUInt32LE(48_000, 4);
  format.writeUInt16LE(2, 8);
  format.writeUInt16LE(16, 10);
  const data = Buffer.alloc(8, 'data');
  data.writeUInt32LE(sound.length, 4);
  return Buffer.concat([head, format, data, sound]);
}

const voiceWith = (key = 'right', at = url) =>
  createHouseVoice({ url: at, key, voice: 'hoa', language: 'vie' });
const HOW = { syllablesPerMinute: 190 };

test('keeps the promises of the port', async () => {
  await keepsItsPromises({ voice: voiceWith(), words: 'một hai ba', another: 'một hai ba bốn' });
});

test.each([
  [403, 'voice-key'],
  [402, 'voice-quota'],
  [404, 'voice-unknown'],
  [429, 'voice-throttled'],
  [500, 'voice-failed'],
])('refused with %i it says %s, and the next on the ladder speaks', async (refusal, code) => {
  status = refusal;
  const ladder = ladderOf([voiceWith(), fakeVoice('last')]);
  const { by, falls } = await ladder.speak('một', HOW);
  status = 200;
  expect([by.voice, falls?.[0]?.reason]).toEqual(['last', code]);
});

test('a wrong key, a line that is down, and a stop in the middle are told apart', async () => {
  await expect(voiceWith('wrong').speak('một', HOW)).rejects.toMatchObject({ code: 'voice-key' });
  const nowhere = voiceWith('right', 'http://127.0.0.1:9/speak');
  await expect(nowhere.speak('một', HOW)).rejects.toMatchObject({ code: 'voice-unreachable' });
  const controller = new AbortController();
  const speaking = voiceWith().speak('một', { ...HOW, signal: controller.signal });
  controller.abort();
  await expect(speaking).rejects.toMatchObject({ code: 'stopped' });
});

test('names only files that are there', () => {
  const root = new URL('../../', import.meta.url);
  const text = readFileSync(new URL('audio/voices/a-voice-of-yours.ts', root), 'utf8');
  const named = [...text.matchAll(/\b(?:audio|test)\/[\w/.-]+\.ts\b/g)].map(([path]) => path);
  const missing = named.filter((path) => !existsSync(new URL(path, root)));
  expect([named.length >= 4, missing]).toEqual([true, []]);
});
