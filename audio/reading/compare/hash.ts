// Words as numbers of 32 bits, the same on every machine and in every year: sketches are stored.
// It must never know what is hashed.

/** The prime of FNV-1. */
export const STEP = 0x01000193;

/** FNV-1a, 32 bits. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), STEP);
  }
  return hash >>> 0;
}

/** The last step of MurmurHash3: neighbours end far apart, so the lowest are a fair sample. */
export function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
