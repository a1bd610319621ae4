// The sound of a warning in CAP 1.2: which of its resources it is, and how it is named.
// It must never fetch one.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readCapAlert } from '../../../src/domain/source/cap-alert.ts';
import { soundOfCap } from '../../../src/domain/source/cap-sound.ts';
import { isTheSound, soundFault } from '../../../src/domain/source/sound-wish.ts';
import { cap } from './source-samples.ts';

const BYTES = Buffer.from('RIFF');
const sha1 = createHash('sha1').update(BYTES).digest('hex');
const sha256 = createHash('sha256').update(BYTES).digest('hex');
const NAMED = { mimeType: 'audio/mpeg', uri: '/lu.mp3', size: '4', digest: sha1.toUpperCase() };

test('the first that is sound, beside pictures', () => {
  const map = { resourceDesc: 'Bản đồ', mimeType: 'image/png', uri: '/map.png' };
  const resource = [map, { ...NAMED, mimeType: 'Audio/MPEG' }, { ...NAMED, uri: '/khac.mp3' }];
  expect(readCapAlert(cap({}, { resource }))).toMatchObject({
    sound: { type: 'Audio/MPEG', size: 0, digest: sha1, url: '/lu.mp3', bytes: null },
  });
  expect(readCapAlert(cap({}, { resource: [map] }))).toMatchObject({ sound: null });
});

test('in the message itself, by the hash it says or by its own', () => {
  const derefUri = `UklG\n  Rg==`;
  for (const [digest, found] of [
    [sha1, sha1],
    ['', sha256],
  ]) {
    const sound = soundOfCap([{ mimeType: 'audio/wav', derefUri, digest }]);
    expect(sound).toMatchObject({ url: null, size: 4, digest: found });
    expect(sound && isTheSound(sound, sound.bytes ?? Buffer.of())).toBe(true);
  }
  const other = soundOfCap([{ mimeType: 'audio/wav', derefUri, digest: '0'.repeat(40) }]);
  expect(other && isTheSound(other, BYTES)).toBe(false);
});

test.each([
  ['no address', { uri: undefined }],
  ['no text', { uri: { a: 1 } }],
  ['too long an address', { uri: `/${'a'.repeat(2_000)}` }],
  ['too long a type', { mimeType: `audio/${'a'.repeat(100)}` }],
])('with %s it is none', (_, wrong) => {
  expect(soundOfCap([{ ...NAMED, ...wrong }])).toBeNull();
});

test.each([
  ['a message’s worth and more', { derefUri: 'A'.repeat(250_001) }],
  ['about a gigabyte by its size', { size: '1000000000' }],
])('%s is refused by its reason', (_, large) => {
  const sound = soundOfCap([{ ...NAMED, ...large }]);
  const origin = 'https://nguon.test';
  expect(sound && soundFault({ sound, priority: 'normal', origin })).toBe('sound-too-large');
});

test('without its hash it is refused before it is fetched; a size is only about right', () => {
  const sound = soundOfCap([{ ...NAMED, digest: undefined, size: 'lớn' }]);
  expect(sound).toMatchObject({ size: 0, digest: '' });
  const origin = 'https://nguon.test';
  expect(sound && soundFault({ sound, priority: 'normal', origin })).toBe('sound-other-hash');
});
