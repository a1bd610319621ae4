// Files made to have ffmpeg open something else: no connection is made, no other file is read, no program even started.
// It must never reach beyond this machine.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { SoundError } from '../../audio/errors.ts';
import { decodeForeign } from '../../audio/mastering/foreign.ts';
import { makeFolder } from '../audio/fixture.ts';
import { ffmpeg, inputs } from './inputs.ts';

const folder = makeFolder();
const made = inputs(folder.path);
let server: Server;
let connections = 0;
beforeAll(async () => {
  server = createServer((_request, answer) => answer.end('x'));
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  folder.remove();
});
afterEach(() => vi.unstubAllEnvs());

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.wav`;

async function codeOf(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder.path, name);
  writeFileSync(path, bytes);
  const limits = { maxBytes: 1_000_000, maxSeconds: 10 };
  try {
    const { signal } = new AbortController();
    for await (const _ of decodeForeign({ path, limits, signal })) void _;
    return 'heard';
  } catch (error) {
    return error instanceof SoundError ? error.code : String(error);
  }
}

/** An ffmpeg that writes down how it was called and says nothing. */
function spied(): () => string {
  const programs = join(folder.path, 'programs');
  rmSync(programs, { recursive: true, force: true });
  mkdirSync(programs);
  const calls = join(programs, 'calls');
  writeFileSync(join(programs, 'ffmpeg'), `#!/bin/sh\necho "$@ $VANGXA_SECRET" > ${calls}\n`);
  chmodSync(join(programs, 'ffmpeg'), 0o755);
  vi.stubEnv('PATH', programs);
  return () => (existsSync(calls) ? readFileSync(calls, 'utf8') : '');
}

describe('what names other sound is refused before any program is started', () => {
  test.each([
    ['list.m3u8', () => `#EXTM3U\n#EXTINF:1,\n${url()}\n#EXT-X-ENDLIST\n`],
    ['key.m3u8', () => `#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="${url()}"\n#EXTINF:1,\na.ts\n`],
    ['concat.wav', () => `ffconcat version 1.0\nfile '${url()}'\n`],
    ['concat.mp3', () => "ffconcat version 1.0\nfile '/etc/hostname'\n"],
    ['list.pls', () => `[playlist]\nFile1=${url()}\n`],
    ['manifest.mpd', () => `<MPD><BaseURL>${url()}</BaseURL></MPD>`],
    ['picture.svg', () => `<svg xmlns="http://www.w3.org/2000/svg"><image href="${url()}"/></svg>`],
    ['address.m4a', () => url()],
    ['inline.ogg', () => 'data:audio/wav;base64,UklGRiQAAABXQVZF'],
    ['scene.sdp', () => 'v=0\nc=IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n'],
    ['option.wav', () => '-i /etc/passwd'],
  ])('%s', async (name, text) => {
    const calls = spied();
    expect(await codeOf(name, text())).toBe('foreign-unknown');
    expect(calls()).toBe('');
    expect(connections).toBe(0);
  });
});

test('ffmpeg is given one demuxer, no network, no references, and none of our environment', async () => {
  const calls = spied();
  vi.stubEnv('VANGXA_SECRET', 'một bí mật');
  await codeOf('film.m4a', Buffer.from('\0\0\0\x20ftypM4A '));
  expect(calls()).toContain('-protocol_whitelist file,pipe -format_whitelist mov');
  expect(calls()).toContain('-enable_drefs 0 -use_absolute_path 0 -f mov -i file:');
  expect(calls()).not.toContain('bí mật');
});

describe.skipIf(ffmpeg === null)('a film', () => {
  test.each([
    ['an address', () => urlBox('url ', `${url()}\0`)],
    ['a file', () => urlBox('url ', 'file:///etc/hostname\0')],
    ['an alias of a Mac', () => aliasBox('/etc/hostname')],
  ])('whose sound is said to be elsewhere, at %s, opens nothing', async (name, box) => {
    const own = made.made('own.m4a', { source: 'sine=d=1', args: ['-c:a', 'aac'] });
    const code = await codeOf(`${name}.m4a`.replaceAll(' ', '-'), withReference(own, box()));
    // what it holds itself may be heard; what is elsewhere never is
    expect(['heard', 'foreign-broken', 'foreign-no-sound', 'foreign-cut']).toContain(code);
    if (name.startsWith('an alias')) expect(code).not.toBe('heard');
    expect(connections).toBe(0);
  });
});

function urlBox(kind: string, text: string): Buffer {
  const box = Buffer.concat([Buffer.alloc(12), Buffer.from(text)]);
  box.writeUInt32BE(box.length, 0);
  box.write(kind, 4, 'latin1');
  return box;
}

/** As mov_read_dref of ffmpeg reads one: a volume, a name, then the absolute path as item 2 of its list. */
function aliasBox(path: string): Buffer {
  const body = Buffer.alloc(150 + 4 + path.length + (path.length % 2));
  body.writeUInt16BE(2, 150);
  body.writeUInt16BE(path.length, 152);
  body.write(path, 154, 'latin1');
  return urlBox('alis', body.toString('latin1'));
}

/** The reference in the place of "in this file", and every box around it as much longer (ISO 14496-12 §8.7.2). */
function withReference(film: Uint8Array, box: Buffer): Buffer {
  const bytes = Buffer.from(film);
  const at = bytes.indexOf('url \0\0\0\x01', 0, 'latin1') - 4;
  const grown = box.length - 12;
  for (const around of ['moov', 'trak', 'mdia', 'minf', 'dinf', 'dref']) {
    const start = bytes.indexOf(around, 0, 'latin1') - 4;
    bytes.writeUInt32BE(bytes.readUInt32BE(start) + grown, start);
  }
  return Buffer.concat([bytes.subarray(0, at), box, bytes.subarray(at + 12)]);
}
