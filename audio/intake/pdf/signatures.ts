// The signatures of a PDF, each with who, when and whether it holds, and the sentence a person reads.
// It must never know how a signature is computed, nor call one good that nobody checked.
import type { FileSignature, Remark } from '../types.ts';
import { type Verdict, verdictOn } from './cms.ts';
import { type Sealed, sealedIn } from './ranges.ts';

/** @param authorities DER certificates of the certification authorities this house trusts */
export async function signaturesOf(
  bytes: Uint8Array,
  authorities: readonly Uint8Array<ArrayBuffer>[] = [],
): Promise<FileSignature[]> {
  const found: FileSignature[] = [];
  for (const sealed of sealedIn(bytes)) {
    // A box made to break the reader says nothing of the text: it is told and the file is read.
    const broken = { ...spokenOf(sealed), problem: SAY.unreadable };
    found.push(await signatureOf(sealed, authorities).catch(() => broken));
  }
  return found;
}

async function signatureOf(
  sealed: Sealed,
  authorities: readonly Uint8Array<ArrayBuffer>[],
): Promise<FileSignature> {
  const { covered, box, whole } = sealed;
  if (covered === null) return { ...spokenOf(sealed), problem: SAY.range };
  const verdict = await verdictOn({ box, covered }, authorities);
  const intact = verdict.fault === null || verdict.fault === 'expired';
  return {
    signer: verdict.signer ?? sealed.name,
    organisation: verdict.organisation,
    signedAt: verdict.signedAt ?? sealed.signedAt,
    intact,
    whole,
    trusted: verdict.chained ? 'chain' : false,
    problem: problemOf(verdict, whole, authorities.length > 0),
  };
}

/** What only the file says of itself. */
function spokenOf({ name, signedAt }: Sealed): FileSignature {
  return {
    signer: name,
    organisation: null,
    signedAt,
    intact: false,
    whole: false,
    trusted: false,
    problem: null,
  };
}

/** The gravest thing first. */
function problemOf({ fault, chained }: Verdict, whole: boolean, listed: boolean): Remark | null {
  if (fault !== null) return SAY[fault];
  if (!whole) return SAY.added;
  if (chained) return null;
  return listed ? SAY.stranger : SAY.unlisted;
}

const SAY = {
  range: {
    vi: 'Chữ ký khai phạm vi không đúng với tệp, không kiểm tra được.',
    en: 'The signature claims a range that is not true of this file; it cannot be checked.',
  },
  unreadable: {
    vi: 'Chữ ký bị hỏng, không đọc được.',
    en: 'The signature is damaged and cannot be read.',
  },
  'no-certificate': {
    vi: 'Chữ ký không kèm chứng thư số nên không kiểm tra được.',
    en: 'The signature carries no certificate, so it cannot be checked.',
  },
  changed: {
    vi: 'Nội dung đã bị thay đổi sau khi ký.',
    en: 'The content was changed after it was signed.',
  },
  'unknown-kind': {
    vi: 'Chữ ký dùng thuật toán không kiểm tra được ở đây.',
    en: 'The signature uses an algorithm that cannot be checked here.',
  },
  expired: {
    vi: 'Chữ ký còn nguyên nhưng thời điểm ký nằm ngoài thời hạn của chứng thư số.',
    en: 'The signature holds, but it was made outside the validity of its certificate.',
  },
  added: {
    vi: 'Chữ ký còn nguyên, nhưng sau khi ký tệp có thêm phần khác mà chữ ký này không bảo vệ.',
    en: 'The signature holds, but something was added to the file after it, which it does not cover.',
  },
  unlisted: {
    vi: 'Chữ ký còn nguyên; ở đây không có danh sách tổ chức chứng thực để xác nhận người ký.',
    en: 'The signature holds; no list of certification authorities is kept here to confirm the signer.',
  },
  stranger: {
    vi: 'Chữ ký còn nguyên, nhưng chứng thư số không thuộc tổ chức chứng thực đã khai báo.',
    en: 'The signature holds, but its certificate comes from no authority listed here.',
  },
} as const satisfies Record<string, Remark>;
