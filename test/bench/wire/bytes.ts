// The few MQTT 3.1.1 packets a bench listener and a bench publisher need, made by hand.
// It must never know sockets; no client library's cost hides in the figures.

/** Section 3.1: CONNECT with clean session, user name and password. */
export function connectPacket(id: string, keepAliveSeconds: number): Buffer {
  const [low, high] = [keepAliveSeconds & 0xff, keepAliveSeconds >> 8];
  const head = Buffer.from([0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 0b1100_0010, high, low]);
  return packet(0x10, Buffer.concat([head, field(id), field(id), field('bench')]));
}

/** Section 3.8: SUBSCRIBE to one filter at QoS 0. */
export function subscribePacket(filter: string): Buffer {
  return packet(0x82, Buffer.concat([Buffer.from([0, 1]), field(filter), Buffer.from([0])]));
}

/** Section 3.3: PUBLISH at QoS 0. */
export function publishPacket(topic: string, payload: Uint8Array): Buffer {
  return packet(0x30, Buffer.concat([field(topic), payload]));
}

/** Section 3.12: PINGREQ. */
export const PING = Buffer.from([0xc0, 0]);

/** CONNACK and SUBACK with success: what a listener must have seen before it counts as listening. */
export const CONNACK_BYTES = 4;
export const SUBACK_BYTES = 5;

function packet(type: number, body: Buffer): Buffer {
  const length: number[] = [];
  let rest = body.length;
  do {
    const more = rest > 127 ? 0x80 : 0;
    length.push((rest & 0x7f) | more);
    rest >>= 7;
  } while (rest > 0);
  return Buffer.concat([Buffer.from([type, ...length]), body]);
}

function field(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
}
