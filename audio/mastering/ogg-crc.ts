// The checksum of an Ogg page (RFC 3533 §6): CRC-32 unreflected, which zlib's is not; four bytes a step.
// It must never know pages beyond the place of the sum inside them.

const SUM_AT = 22;
const SUM_BYTES = 4;

/** What a byte leaves in the sum; TWO to FOUR with one to three bytes behind it. */
const ONE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) value = (value << 1) ^ (value < 0 ? 0x04c11db7 : 0);
  return value;
});
const after = (table: Int32Array) => table.map((value) => (value << 8) ^ at(ONE, value >>> 24));
const TWO = after(ONE);
const THREE = after(TWO);
const FOUR = after(THREE);

/** Over the whole page, its own four bytes counted as zero. */
export function oggCrc(page: Uint8Array): number {
  const end = SUM_AT + SUM_BYTES;
  const head = add(0, page.subarray(0, SUM_AT));
  return add(add(head, new Uint8Array(SUM_BYTES)), page.subarray(end)) >>> 0;
}

/** Slicing by four (Kounavis, Berry: A systematic approach to building high performance software-based CRC generators, 2005). */
function add(before: number, bytes: Uint8Array): number {
  let sum = before;
  let from = 0;
  for (; from + 4 <= bytes.length; from += 4) {
    const high = (at(bytes, from) << 24) | (at(bytes, from + 1) << 16);
    sum ^= high | (at(bytes, from + 2) << 8) | at(bytes, from + 3);
    const [first, second] = [at(FOUR, sum >>> 24), at(THREE, (sum >>> 16) & 255)];
    sum = first ^ second ^ at(TWO, (sum >>> 8) & 255) ^ at(ONE, sum & 255);
  }
  for (; from < bytes.length; from += 1) sum = (sum << 8) ^ at(ONE, (sum >>> 24) ^ at(bytes, from));
  return sum;
}

function at(of: Int32Array | Uint8Array, index: number): number {
  return of[index] ?? 0;
}
