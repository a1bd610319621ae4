// Reads the file a technician carries to a speaker: who it is, its broker, its secret, the trusted keys.
// It must never know the network, nor print a secret.
import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Enrolment, parseEnrolment, parseJson, publicKeyFromRaw } from '../protocol/index.ts';
import { messageOf, SpeakerError } from './errors.ts';

/** @throws SpeakerError naming the file and what is wrong with it */
export function readEnrolment(path: string): Enrolment {
  const parsed = parseEnrolment(parseJson(bytesOf(path)));
  if (parsed.ok) return parsed.value;
  throw new SpeakerError({
    code: 'enrolment-wrong',
    fault: 'caller',
    say: {
      vi: `Tệp ghi danh ${path} không đúng mẫu (${parsed.problem}). Hãy tải lại từ trang Cụm loa.`,
      en: `The enrolment file ${path} is not of the right form (${parsed.problem}). Fetch it again from the service.`,
    },
  });
}

/** The service's keys by id: revoking one leaves the others (WIRE principle 4). */
export function trustedKeys(enrolment: Enrolment): (keyId: string) => KeyObject | null {
  const keys = new Map(
    enrolment.keys.map(({ keyId, publicKey }) => [
      keyId,
      publicKeyFromRaw(Buffer.from(publicKey, 'base64')),
    ]),
  );
  return (keyId) => keys.get(keyId) ?? null;
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new SpeakerError({
      code: 'enrolment-unreadable',
      fault: 'caller',
      say: {
        vi: `Không đọc được tệp ghi danh ${path}. Chỉ nó bằng --enrolment TỆP.`,
        en: `The enrolment file ${path} cannot be read (${messageOf(cause)}). Name it with --enrolment FILE.`,
      },
      cause,
    });
  }
}
