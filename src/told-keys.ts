// The keys of telling people: one pair that push services know us by, one secret webhooks are signed from.
// It must never know a browser or a webhook. Losing this file means every browser subscribes anew.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { AppError } from './domain/errors.ts';
import { openSecretFile } from './secret-file.ts';

export type ToldKeys = {
  /** P-256, base64url as browsers take it (RFC 8292 §3.2) */
  push: { publicKey: string; privateKey: string };
  webhooks: Buffer;
};

/** @throws AppError when others may read the file, or it is not what was written */
export function openToldKeys(path: string): ToldKeys {
  const text = openSecretFile(path, newKeys).toString('utf8');
  try {
    const { push, webhooks } = JSON.parse(text) as Record<'push', ToldKeys['push']> & {
      webhooks: string;
    };
    const lengths = [push.publicKey, push.privateKey, webhooks].map(
      (one) => Buffer.from(one, 'base64url').length,
    );
    if (`${lengths}` !== '65,32,32') throw new TypeError(`keys of ${lengths} bytes`);
    return { push, webhooks: Buffer.from(webhooks, 'base64url') };
  } catch (cause) {
    throw new AppError({
      code: 'told-keys-unreadable',
      fault: 'world',
      say: {
        vi: `Không đọc được khóa gửi tin tại ${path}. Hãy phục hồi tệp này từ bản sao lưu, hoặc xóa đi: mọi trình duyệt và webhook phải đăng ký lại.`,
        en: `The message keys at ${path} cannot be read. Restore this file from a backup, or remove it: every browser and webhook must then be registered anew.`,
      },
      place: path,
      cause,
    });
  }
}

function newKeys(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '', d = '' } = privateKey.export({ format: 'jwk' });
  const point = [Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  const push = { publicKey: Buffer.concat(point).toString('base64url'), privateKey: d };
  return JSON.stringify({ push, webhooks: randomBytes(32).toString('base64url') });
}
