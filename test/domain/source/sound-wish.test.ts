// A recording that comes with a bulletin: how it is named, what is taken, and from where it is fetched.
// It must never fetch one.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readBulletinJson } from '../../../src/domain/source/bulletin-json.ts';
import {
  isOwn,
  isTheSound,
  SOUND_MAX_BYTES,
  soundFault,
} from '../../../src/domain/source/sound-wish.ts';
import type { Incoming } from '../../../src/domain/source/source-model.ts';
import { bytesOf, written } from './source-samples.ts';

const BYTES = Buffer.from('RIFF');
const sha256 = createHash('sha256').update(BYTES).digest('hex');
const sha1 = createHash('sha1').update(BYTES).digest('hex');
const ORIGIN = 'https://nguon.test';
const read = (sound: unknown) => readBulletinJson(bytesOf(written({ sound })));

describe('as it is written', () => {
  test('named with its size, type and hash', () => {
    const sound = { url: '/a.mp3', bytes: 4, type: 'audio/mpeg', sha256: sha256.toUpperCase() };
    expect(read(sound)).toMatchObject({
      sound: { url: '/a.mp3', size: 4, type: 'audio/mpeg', digest: sha256, bytes: null },
    });
  });

  test('in the message itself, whose size need not be said', () => {
    const { sound } = read({ base64: BYTES.toString('base64'), sha256 }) as Incoming;
    expect(sound).toMatchObject({ url: null, size: 4, digest: sha256 });
    expect(Buffer.from(sound?.bytes ?? [])).toEqual(BYTES);
  });

  test.each([
    ['nothing', {}, 'sound.url'],
    ['both', { url: '/a', base64: 'UklGRg==' }, 'sound.url'],
    ['a size that is none', { url: '/a', bytes: -1 }, 'sound.bytes'],
    ['a hash that is no text', { url: '/a', sha256: 7 }, 'sound.sha256'],
    ['a message’s worth and more', { base64: 'A'.repeat(250_001) }, 'sound.base64'],
    ['no object', 'x', 'sound'],
  ])('%s is refused by name', (_, sound, place) => {
    expect(read(sound)).toMatchObject({ why: 'malformed', place });
  });

  test('a SHA-1 is no SHA-256', () => {
    expect(read({ url: '/a.mp3', sha256: sha1 })).toMatchObject({ sound: { digest: '' } });
  });

  test('none is none', () => {
    expect(read(null)).toMatchObject({ sound: null });
  });
});

describe('what is taken', () => {
  const fault = (of: object = {}, priority: 'normal' | 'emergency' = 'normal') =>
    soundFault({
      sound: { size: 4, url: '/a.mp3', digest: sha256, ...of },
      priority,
      origin: ORIGIN,
    });

  test.each([
    ['of its own address', {}, null],
    ['in the message', { url: null }, null],
    ['with CAP’s SHA-1', { digest: '0'.repeat(40) }, null],
    ['of 16 MB', { size: SOUND_MAX_BYTES }, null],
    ['of a gigabyte', { size: 1024 ** 3 }, 'sound-too-large'],
    ['without a hash', { digest: '' }, 'sound-other-hash'],
    ['of another machine', { url: 'http://169.254.169.254/latest/' }, 'sound-elsewhere'],
  ])('%s', (_, of, why) => {
    expect(fault(of)).toBe(why);
  });

  test('an emergency waits for none', () => {
    expect(fault({}, 'emergency')).toBe('sound-of-emergency');
  });
});

test.each([
  ['/sounds/a.mp3', true],
  ['https://nguon.test/a.mp3?x=1', true],
  ['//nguon.test/a.mp3', true],
  ['http://nguon.test/a.mp3', false],
  ['https://nguon.test:8443/a.mp3', false],
  ['https://nguon.test.evil.example/a.mp3', false],
  ['https://nguon.test@evil.example/a.mp3', false],
  ['https://ai:mat-khau@nguon.test/a.mp3', false],
  ['//evil.example/a.mp3', false],
  ['\\\\evil.example\\a.mp3', false],
  ['file:///etc/passwd', false],
  ['concat:/etc/passwd|/etc/hosts', false],
  ['http://[', false],
])('%s is of the source system’s own address: %s', (url, own) => {
  expect(isOwn(url, ORIGIN)).toBe(own);
  expect(isOwn(url, null)).toBe(false);
});

test('only the very file that was signed is the sound', () => {
  expect(isTheSound({ size: 4, digest: sha256 }, BYTES)).toBe(true);
  expect(isTheSound({ size: 0, digest: sha256 }, BYTES)).toBe(true);
  expect(isTheSound({ size: 5, digest: sha256 }, BYTES)).toBe(false);
  expect(isTheSound({ size: 4, digest: sha256 }, Buffer.from('RIFX'))).toBe(false);
  expect(isTheSound({ size: 4, digest: sha1 }, BYTES)).toBe(true);
  expect(isTheSound({ size: 4, digest: sha1 }, Buffer.from('RIFX'))).toBe(false);
});
