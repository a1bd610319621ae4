// Password hashes: scrypt, memory-hard, parameters kept beside the hash so they can grow.
// It must never know accounts, only passwords and hashes.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../domain/errors.ts';
import { makeTurns } from '../reading/turns.ts';

export type Passwords = {
  hash(password: string): Promise<string>;
  /** `stored` null (no such account) takes as long and answers false */
  verify(password: string, stored: string | null): Promise<boolean>;
};

type Cost = { log2N: number; r: number; p: number };
/** OWASP Password Storage, scrypt: N = 2^15, r = 8, p = 3 — 32 MB and about 0.2 s each. */
const COST: Cost = { log2N: 15, r: 8, p: 3 };
const KEY_BYTES = 32;
/** Above this a stored hash is not believed: verifying it must not exhaust the machine. */
const CEILING: Cost = { log2N: 17, r: 16, p: 8 };

/** Two at once use 64 MB and both of libuv's spare threads; 50 waiting is ten seconds of patience. */
export function makePasswords(cost: Cost = COST): Passwords {
  const turns = makeTurns({ atOnce: 2, waiting: 50, full: tooBusy });
  let nobody: Promise<string> | null = null;
  const hash = async (password: string) => {
    const salt = randomBytes(16);
    const key = await turns(() => derive({ password, salt, cost }));
    const parts = [cost.log2N, cost.r, cost.p, salt.toString('base64url'), key];
    return `scrypt$${parts.join('$')}`;
  };
  return {
    hash,
    async verify(password, stored) {
      nobody ??= hash(randomBytes(16).toString('hex')).catch((error) => {
        nobody = null;
        throw error;
      });
      const kept = parse(stored ?? (await nobody));
      if (!kept) return false;
      const key = await turns(() => derive({ password, ...kept }));
      return timingSafeEqual(Buffer.from(key), Buffer.from(kept.key)) && stored !== null;
    },
  };
}

function parse(stored: string): { cost: Cost; salt: Buffer; key: string } | null {
  const [kind, log2N, r, p, salt, key] = stored.split('$');
  const cost = { log2N: Number(log2N), r: Number(r), p: Number(p) };
  const sane =
    cost.log2N <= CEILING.log2N && cost.r <= CEILING.r && cost.p <= CEILING.p && cost.log2N > 0;
  if (kind !== 'scrypt' || !sane || !salt || key?.length !== 43) return null;
  return { cost, salt: Buffer.from(salt, 'base64url'), key };
}

function derive(of: { password: string; salt: Buffer; cost: Cost }): Promise<string> {
  const { log2N, r, p } = of.cost;
  const options = { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r };
  // NFC: the same Vietnamese password typed on two keyboards must be the same bytes
  const password = of.password.normalize('NFC');
  return new Promise((resolve, reject) => {
    scrypt(password, of.salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key.toString('base64url')),
    );
  });
}

function tooBusy(): AppError {
  return new AppError({
    code: 'too-busy',
    fault: 'world',
    say: {
      vi: 'Đang có quá nhiều người đăng nhập cùng lúc. Xin thử lại sau ít phút.',
      en: 'Too many people are signing in at once. Please try again in a few minutes.',
    },
  });
}
