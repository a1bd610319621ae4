// Watches the length of each MQTT packet as it comes in, before the broker's parser gathers it.
// It must never know topics or payloads: only fixed headers (MQTT 3.1.1 §2.2).

/** true while every packet so far is within the limit; false from the first that is not */
export type SizeGuard = (bytes: Uint8Array) => boolean;

/** mqtt-packet gathers up to 256 MB for one packet; a loudspeaker has no business above 300 KB. */
export const PACKET_MAX_BYTES = 300 * 1024;

export function makeSizeGuard(maxBytes: number = PACKET_MAX_BYTES): SizeGuard {
  let skip = 0; // bytes of the current packet's body still to come
  let length: { value: number; factor: number } | null = null; // reading "remaining length"
  return (bytes) => {
    let at = 0;
    while (at < bytes.length) {
      if (skip > 0) {
        const step = Math.min(skip, bytes.length - at);
        skip -= step;
        at += step;
        continue;
      }
      const byte = bytes[at] ?? 0;
      at += 1;
      if (!length) {
        length = { value: 0, factor: 1 };
        continue;
      }
      length.value += (byte & 127) * length.factor;
      length.factor *= 128;
      if (length.value > maxBytes || length.factor > 128 ** 4) return false;
      if (byte < 128) {
        skip = length.value;
        length = null;
      }
    }
    return true;
  };
}
