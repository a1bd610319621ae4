// A tiny ZIP writer that can also lie: packed parts, claims of its own choosing.
// It must never be used by the product; `stored-zip.ts` is.
import { crc32, deflateRawSync } from 'node:zlib';

export type Entry = {
  name: string;
  bytes: Uint8Array | string;
  /** What the file claims instead of the truth. */
  claims?: { bytes?: number; packed?: number; method?: number; flags?: number };
  stored?: boolean;
};

export function zipOf(entries: readonly Entry[], claims: { count?: number } = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const plain = Buffer.from(entry.bytes);
    const packed = entry.stored ? plain : deflateRawSync(plain);
    const name = Buffer.from(entry.name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(entry.claims?.flags ?? 0, 2);
    facts.writeUInt16LE(entry.claims?.method ?? (entry.stored ? 0 : 8), 4);
    facts.writeUInt32LE(crc32(plain), 10);
    facts.writeUInt32LE(entry.claims?.packed ?? packed.length, 14);
    facts.writeUInt32LE(entry.claims?.bytes ?? plain.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    facts.copy(central, 6);
    central.writeUInt32LE(at, 42);
    directory.push(central, name);
    bodies.push(Buffer.from('PK\x03\x04'), facts, name, packed);
    at += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(claims.count ?? Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(claims.count ?? Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}
