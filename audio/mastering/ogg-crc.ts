// The checksum of an Ogg page (RFC 3533 §6): CRC-32 unreflected, which zlib's is not.
// It must never know pages beyond the place of the sum inside them.

const SUM_AT = 22;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) value = (value << 1) ^ (value < 0 ? 0x04c11db7 : 0);
  return value >>> 0;
});

/** Over the whole page, its own four bytes counted as zero. */
export function oggCrc(page: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < page.length; at += 1) {
    const byte = at >= SUM_AT && at < SUM_AT + 4 ? 0 : (page[at] ?? 0);
    sum = (sum << 8) ^ (TABLE[((sum >>> 24) ^ byte) & 255] ?? 0);
  }
  return sum >>> 0;
}
