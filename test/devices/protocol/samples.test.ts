// The sample bytes of devices/PROTOCOL.md, made again and compared; the AsyncAPI document, too.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asyncApi } from '../../../devices/protocol/asyncapi.ts';
import {
  decodeFrame,
  ENVELOPE_MAX_BYTES,
  encodeFrame,
  FRAME_MAX_PAYLOAD_BYTES,
  open,
  packPackets,
  publicKeyFromRaw,
  REPORT_MAX_BYTES,
  RefusalReason,
  seal,
  unpackPackets,
} from '../../../devices/protocol/index.ts';
import { bodies, testSigner } from './bodies.ts';

const read = (path: string) =>
  readFileSync(new URL(`../../../devices/${path}`, import.meta.url), 'utf8');
const text = read('PROTOCOL.md');

function sample(name: string): Buffer {
  const found = new RegExp(`\`\`\`hex ${name}\n([^\`]+)\`\`\``).exec(text);
  return Buffer.from((found?.[1] ?? '').replaceAll(/\s/g, ''), 'hex');
}

test('the test key is the one of RFC 8032', () => {
  expect(testSigner.publicKey.toString('hex')).toBe(
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  );
  expect(text).toContain(testSigner.keyId);
});

test.each([
  ['cancel', bodies.cancel],
  ['started', bodies.started],
  ['stop', bodies.stop],
  ['commanded', bodies.commanded],
])('the envelope "%s" is what the text shows', (name, body) => {
  expect(sample(name).toString('hex')).toBe(seal(body, testSigner).toString('hex'));
  const opened = open(sample(name), () => publicKeyFromRaw(testSigner.publicKey));
  expect(opened).toMatchObject({ ok: true, body });
});

test('the chunk is what the text shows', () => {
  const silence = Buffer.from('f8fffe', 'hex');
  const payload = packPackets([silence, silence]);
  const chunk = { seq: 1, startMs: 7_980, last: true, repair: false, payload };
  const { streamId } = bodies.play;
  expect(sample('chunk').toString('hex')).toBe(encodeFrame(streamId, chunk).toString('hex'));
  const decoded = decodeFrame(streamId, sample('chunk'));
  expect(decoded.ok && unpackPackets(decoded.chunk.payload)).toEqual([silence, silence]);
});

test('the text names every reason for refusing and every field of every message', () => {
  const reasons = (RefusalReason as unknown as { anyOf: { const: string }[] }).anyOf;
  for (const reason of reasons) expect(text).toContain(`\`${reason.const}\``);
  const fields = Object.values(bodies).flatMap((body) => Object.keys(body));
  expect([...new Set(fields)].filter((field) => !text.includes(field))).toEqual([]);
});

test('the limits of the text are the limits of the code', () => {
  expect([ENVELOPE_MAX_BYTES, REPORT_MAX_BYTES, FRAME_MAX_PAYLOAD_BYTES]).toEqual(
    [256, 64, 64].map((kilobytes) => kilobytes * 1024),
  );
  expect(text).toContain('envelope 256 KB, plain report 64 KB, chunk payload 64 KB');
});

test('devices/asyncapi.json is current (made by devices/simulator/print-asyncapi.ts)', () => {
  expect(JSON.parse(read('asyncapi.json'))).toEqual(asyncApi());
});

test('the AsyncAPI document hangs together', () => {
  const document = asyncApi() as {
    channels: Record<string, { address: string; messages: Record<string, { $ref: string }> }>;
    components: { messages: Record<string, unknown> };
  };
  for (const channel of Object.values(document.channels)) {
    expect(channel.address).toMatch(/^vangxa\/v1\//);
    for (const { $ref } of Object.values(channel.messages))
      expect(document.components.messages).toHaveProperty($ref.split('/').at(-1) as string);
  }
});
