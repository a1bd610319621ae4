// Kept things as bytes: what went in comes out, or nothing does.
// It must never know files.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entrySizes, packEntry, unpackEntry } from '../../../audio/kept/entry.ts';

const body = fc.uint8Array({ maxLength: 400 });
const head = fc.record({ words: fc.string(), samples: fc.nat() });

test('any head and body come back as they were', () => {
  fc.assert(
    fc.property(head, body, (known, bytes) => {
      const packed = packEntry({ head: known, body: bytes });
      const entry = unpackEntry(packed);
      expect(entry?.head).toEqual(known);
      expect([...(entry?.body ?? [])]).toEqual([...bytes]);
      expect(entrySizes(packed)?.total).toBe(packed.length);
    }),
  );
});

test('one changed byte, one missing, one too many: it is nothing', () => {
  fc.assert(
    fc.property(body, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, where, change) => {
      const good = packEntry({ head: { samples: 7 }, body: bytes });
      const bad = Buffer.from(good);
      const at = where % good.length;
      bad[at] = (bad[at] ?? 0) ^ change;
      expect(unpackEntry(bad)).toBeNull();
      expect(unpackEntry(good.subarray(0, at))).toBeNull();
      expect(unpackEntry(Buffer.concat([good, Buffer.of(change)]))).toBeNull();
    }),
  );
});

test('noise is nothing, and a head without end is not believed', () => {
  fc.assert(fc.property(body, (bytes) => void expect(unpackEntry(Buffer.from(bytes))).toBeNull()));
  const endless = Buffer.from(packEntry({ head: {}, body: Buffer.of(1) }));
  endless.writeUInt32LE(0xffff_ffff, 4);
  expect(entrySizes(endless)).toBeNull();
});
