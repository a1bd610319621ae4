// The one function of ES2024 pdf.js needs and Node 20 lacks; goes when Node 22 is the oldest allowed.
// It must never know pdf.js, nor replace what the engine has.

type Movable = ArrayBuffer & { transferToFixedLength?: (length?: number) => ArrayBuffer };

if ((ArrayBuffer.prototype as Movable).transferToFixedLength === undefined) {
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value: transferToFixedLength,
  });
}

/** ECMA-262 §25.1.6.8: the bytes move, the old buffer is empty, the rest is zeros or cut off. */
export function transferToFixedLength(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
  const moved = structuredClone(this, { transfer: [this] });
  if (length === moved.byteLength) return moved;
  if (length < moved.byteLength) return moved.slice(0, length);
  const longer = new Uint8Array(length);
  longer.set(new Uint8Array(moved));
  return longer.buffer;
}
