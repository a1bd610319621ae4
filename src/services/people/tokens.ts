// Secrets that are shown once and then known only by their hash.
// It must never know what a token opens.
import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: guessing is hopeless, so a plain SHA-256 is enough to keep (no salt, no stretching). */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
