// The hash of a unit's secret in Mosquitto's $7$ form: one hash serves Aedes and Mosquitto alike.
// It must never know whose secret it is; people's passwords are in passwords.ts.
import { pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';

// PBKDF2-SHA512, 101 rounds, 12 bytes of salt: what Mosquitto 2.0 writes and reads. The secret has
// 256 random bits, so rounds add nothing, and 1,000 speakers reconnecting cost 50 ms, not minutes.
const ROUNDS = 101;
const SALT_BYTES = 12;
const KEY_BYTES = 64;
/** More rounds than this are not ours: a row or file that says so must not stall the broker. */
const ROUNDS_MAX = 10_000;

export function hashSecret(secret: string): string {
  const salt = randomBytes(SALT_BYTES);
  const key = pbkdf2Sync(secret, salt, ROUNDS, KEY_BYTES, 'sha512');
  return `$7$${ROUNDS}$${salt.toString('base64')}$${key.toString('base64')}`;
}

export function verifySecret(secret: string, stored: string): boolean {
  const [, kind, rounds, salt, key] = stored.split('$');
  const kept = Buffer.from(key ?? '', 'base64');
  const count = Number(rounds);
  if (kind !== '7' || !salt || kept.length !== KEY_BYTES) return false;
  if (!Number.isInteger(count) || count < 1 || count > ROUNDS_MAX) return false;
  const found = pbkdf2Sync(secret, Buffer.from(salt, 'base64'), count, KEY_BYTES, 'sha512');
  return timingSafeEqual(found, kept);
}
