// Envelopes: opened with the right key only, whatever was done to the bytes.
import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ENVELOPE_HEADER_BYTES,
  ENVELOPE_MAX_BYTES,
  keyIdOf,
  open,
  publicKeyFromRaw,
  rawPublicKey,
  type Signer,
  seal,
} from '../../../devices/protocol/index.ts';

const signerOf = (privateKey = generateKeyPairSync('ed25519').privateKey): Signer => ({
  privateKey,
  keyId: keyIdOf(rawPublicKey(privateKey)),
});
const mine = signerOf();
const mineRaw = rawPublicKey(mine.privateKey);
const trusted = (keyId: string) => (keyId === mine.keyId ? publicKeyFromRaw(mineRaw) : null);

test('what is sealed can be opened, and tells by which key', () => {
  const body = { kind: 'ack', words: 'Thông báo' };
  expect(open(seal(body, mine), trusted)).toEqual({ ok: true, keyId: mine.keyId, body });
});

test('an envelope in the middle of a larger buffer is opened as well', () => {
  const sealed = seal({ n: 1 }, mine);
  const larger = new Uint8Array(sealed.length + 10);
  larger.set(sealed, 7);
  expect(open(larger.subarray(7, 7 + sealed.length), trusted).ok).toBe(true);
});

test('no single bit can be changed', () => {
  const sealed = seal({ kind: 'cancel', streamId: 's1' }, mine);
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const spoilt = Buffer.from(sealed);
    spoilt[bit >> 3] = (spoilt[bit >> 3] as number) ^ (1 << (bit & 7));
    expect(open(spoilt, trusted).ok, `bit ${bit}`).toBe(false);
  }
});

test.each([
  ['nothing', Buffer.alloc(0), 'bad-message'],
  ['a header without a body', seal({}, mine).subarray(0, ENVELOPE_HEADER_BYTES), 'bad-message'],
  ['too much', Buffer.alloc(ENVELOPE_MAX_BYTES + 1), 'bad-message'],
  [
    'plain JSON',
    Buffer.from(JSON.stringify({ kind: 'play', words: 'x'.repeat(100) })),
    'bad-message',
  ],
  ['a stranger', seal({ n: 1 }, signerOf()), 'bad-signature'],
  [
    'a stranger under our name',
    seal({ n: 1 }, { ...signerOf(), keyId: mine.keyId }),
    'bad-signature',
  ],
  ['signed words that are no JSON', sealedText('đây không phải JSON', mine), 'bad-message'],
])('%s is refused', (_name, bytes, reason) => {
  expect(open(bytes, trusted)).toEqual({ ok: false, reason });
});

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(open(bytes, trusted).ok).toBe(false);
      const dressed = Buffer.concat([seal({}, mine).subarray(0, 12), bytes]);
      expect(open(dressed, trusted).ok).toBe(false);
    }),
    { seed: 8032, numRuns: 200 },
  );
});

test('a public key has 32 bytes and a name of its own', () => {
  expect(mineRaw).toHaveLength(32);
  expect(rawPublicKey(publicKeyFromRaw(mineRaw))).toEqual(mineRaw);
  expect(keyIdOf(mineRaw)).toMatch(/^[0-9a-f]{16}$/);
  expect(() => publicKeyFromRaw(mineRaw.subarray(1))).toThrow(TypeError);
});

/** An envelope whose body is no JSON: only who holds the key can make one. */
function sealedText(text: string, signer: Signer): Buffer {
  const head = seal({}, signer).subarray(0, 12);
  const body = Buffer.from(text);
  return Buffer.concat([head, sign(null, Buffer.concat([head, body]), signer.privateKey), body]);
}
