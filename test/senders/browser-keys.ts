// A browser's side of Web Push: its keys, and the opening of what was sealed for it (RFC 8291, RFC 8188).
// It must never use the package under test.
import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto';

export type BrowserKeys = { p256dh: string; auth: string; open(sealed: Buffer): string };

export function browserKeys(): BrowserKeys {
  const own = createECDH('prime256v1');
  own.generateKeys();
  const auth = randomBytes(16);
  return {
    p256dh: own.getPublicKey().toString('base64url'),
    auth: auth.toString('base64url'),
    open(sealed) {
      // RFC 8188 §2.1: salt, record size, and the sender's key as the key id
      const salt = sealed.subarray(0, 16);
      const idLength = sealed.readUInt8(20);
      const sender = sealed.subarray(21, 21 + idLength);
      const record = sealed.subarray(21 + idLength);
      // RFC 8291 §3.4
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), sender]);
      const shared = own.computeSecret(sender);
      const ikm = Buffer.from(hkdfSync('sha256', shared, auth, info, 32));
      const key = hkdfSync('sha256', ikm, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
      const nonce = hkdfSync('sha256', ikm, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
      const decipher = createDecipheriv('aes-128-gcm', Buffer.from(key), Buffer.from(nonce));
      decipher.setAuthTag(record.subarray(-16));
      const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
      // the last record ends in 2 and zeroes
      return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8');
    },
  };
}

/** What a push service checks (RFC 8292): throws when the signature is not that key's. */
export function vapidClaims(header: string): {
  publicKey: string;
  claims: Record<string, unknown>;
} {
  const found = /^vapid t=([^,]+), ?k=(.+)$/.exec(header);
  const [token = '', publicKey = ''] = found?.slice(1) ?? [];
  const [head = '', body = '', signature = ''] = token.split('.');
  const point = Buffer.from(publicKey, 'base64url');
  const jwk = {
    ...{ kty: 'EC', crv: 'P-256' },
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const signed = Buffer.from(`${head}.${body}`);
  const dsaEncoding = 'ieee-p1363' as const;
  if (!verify('sha256', signed, { key, dsaEncoding }, Buffer.from(signature, 'base64url')))
    throw new Error('the token is not signed by that key');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
  return { publicKey, claims };
}
