// One part of a ZIP file as text, found by its central directory.
// It must never be used by the product.
import { inflateRawSync } from 'node:zlib';

export function partOfZip(bytes: Uint8Array, wanted: string): string {
  const zip = Buffer.from(bytes);
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06') + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [packed, nameBytes] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const name = zip.toString('utf8', at + 46, at + 46 + nameBytes);
    const from = zip.readUInt32LE(at + 42);
    if (name === wanted) {
      const begin = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28);
      const body = zip.subarray(begin, begin + packed);
      return (zip.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body)).toString('utf8');
    }
    at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`no ${wanted}`);
}
