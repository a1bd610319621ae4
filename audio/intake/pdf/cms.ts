// One signature's box opened and checked against the bytes it covers (RFC 5652, RFC 3161).
// It must never know PDF, nor trust a certificate because it is there.
import * as asn1 from 'asn1js';
import {
  Certificate,
  CertificateChainValidationEngine,
  ContentInfo,
  SignedData,
  type SignedDataVerifyError,
  type SignerInfo,
  TSTInfo,
} from 'pkijs';
import { composed } from '../../reading/words/composed.ts';

export type Verdict = {
  fault: 'unreadable' | 'no-certificate' | 'changed' | 'unknown-kind' | 'expired' | null;
  signer: string | null;
  organisation: string | null;
  signedAt: string | null;
  chained: boolean;
};

export type Claim = { box: Uint8Array<ArrayBuffer>; covered: Uint8Array<ArrayBuffer> };

/** @param authorities DER certificates the owner of this machine trusts; none by default */
export async function verdictOn(
  { box, covered }: Claim,
  authorities: readonly Uint8Array<ArrayBuffer>[],
): Promise<Verdict> {
  const signed = openBox(box);
  const info = signed?.signerInfos[0];
  // A PDF's box has exactly one signer (ISO 32000-1 §12.8.3.3.1).
  if (signed === null || info === undefined) return { ...NOTHING, fault: 'unreadable' };
  const { certificate, fault } = await checked(signed, covered);
  const at = (await stampedAt(info)) ?? claimedAt(signed, info);
  const who = certificate === null ? NOTHING : { ...NOTHING, ...holder(certificate) };
  const told = { ...who, signedAt: at?.toISOString() ?? null };
  if (certificate === null) return { ...told, fault: 'no-certificate' };
  if (fault !== null) return { ...told, fault };
  if (at !== null && !isValidAt(certificate, at)) return { ...told, fault: 'expired' };
  return { ...told, chained: await isChained(signed, certificate, { authorities, at }) };
}

const NOTHING: Verdict = {
  fault: null,
  signer: null,
  organisation: null,
  signedAt: null,
  chained: false,
};

const OID = {
  signedData: '1.2.840.113549.1.7.2',
  timeStamp: '1.2.840.113549.1.9.16.1.4',
  signingTime: '1.2.840.113549.1.9.5',
  stampToken: '1.2.840.113549.1.9.16.2.14',
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  unit: '2.5.4.11',
} as const;

function openBox(box: Uint8Array<ArrayBuffer>): SignedData | null {
  try {
    const content = ContentInfo.fromBER(box);
    return content.contentType === OID.signedData
      ? new SignedData({ schema: content.content })
      : null;
  } catch {
    return null;
  }
}

type Checked = { certificate: Certificate | null; fault: Verdict['fault'] };

async function checked(signed: SignedData, covered: Uint8Array<ArrayBuffer>): Promise<Checked> {
  const { signerCertificate, signatureVerified, message } = await signed
    .verify({ signer: 0, data: covered.buffer, extendedMode: true })
    .catch((cause: SignedDataVerifyError) => cause);
  const certificate = signerCertificate ?? null;
  if (!(await carriesNothingElse(signed, covered))) return { certificate, fault: 'changed' };
  if (signatureVerified === true) return { certificate, fault: null };
  const differs = /digest doesn't match|TSTInfo verification/u.test(message);
  return {
    certificate,
    fault: differs || signatureVerified === false ? 'changed' : 'unknown-kind',
  };
}

/**
 * A box with content of its own proves that content, not this file. A timestamp names the digest of
 * what it stamps, and pkijs compares it with ours; adbe.pkcs7.sha1 holds the digest itself.
 */
async function carriesNothingElse(
  { encapContentInfo: { eContent, eContentType } }: SignedData,
  covered: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (eContent === undefined || eContentType === OID.timeStamp) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', covered));
  return isSame(digest, new Uint8Array(eContent.getValue()));
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function holder({ subject }: Certificate): Pick<Verdict, 'signer' | 'organisation'> {
  const named = (type: string): string | null => {
    const found = subject.typesAndValues.find((one) => one.type === type)?.value.valueBlock.value;
    return typeof found === 'string' && found.trim() !== '' ? composed(found.trim()) : null;
  };
  return {
    signer: named(OID.commonName),
    organisation: named(OID.organisation) ?? named(OID.unit),
  };
}

function isValidAt({ notBefore, notAfter }: Certificate, at: Date): boolean {
  return notBefore.value <= at && at <= notAfter.value;
}

/** The signer's own word, itself signed; or, of a timestamp, the authority's. */
function claimedAt(signed: SignedData, info: SignerInfo): Date | null {
  const stamp = stampIn(signed);
  if (stamp !== null) return stamp;
  const claim = info.signedAttrs?.attributes.find(({ type }) => type === OID.signingTime)
    ?.values[0];
  const isTime = claim instanceof asn1.UTCTime || claim instanceof asn1.GeneralizedTime;
  return isTime ? claim.toDate() : null;
}

/** The time of a timestamp that really stamps this signature. */
async function stampedAt(info: SignerInfo): Promise<Date | null> {
  const token = info.unsignedAttrs?.attributes.find(({ type }) => type === OID.stampToken)
    ?.values[0];
  try {
    const content = new ContentInfo({ schema: token });
    const signed = new SignedData({ schema: content.content });
    const { valueHexView } = info.signature.valueBlock;
    const holds = await signed.verify({ signer: 0, data: new Uint8Array(valueHexView).buffer });
    return holds ? stampIn(signed) : null;
  } catch {
    return null;
  }
}

function stampIn(signed: SignedData): Date | null {
  const { eContent, eContentType } = signed.encapContentInfo;
  if (eContentType !== OID.timeStamp || eContent === undefined) return null;
  try {
    return TSTInfo.fromBER(eContent.getValue()).genTime;
  } catch {
    return null;
  }
}

type Trusted = { authorities: readonly Uint8Array<ArrayBuffer>[]; at: Date | null };

/** From this certificate up to one on the list. Revocation would need the network: not asked. */
async function isChained(
  signed: SignedData,
  certificate: Certificate,
  { authorities, at }: Trusted,
): Promise<boolean> {
  if (authorities.length === 0) return false;
  const others = signed.certificates?.filter((one) => one instanceof Certificate) ?? [];
  const engine = new CertificateChainValidationEngine({
    trustedCerts: authorities.map((der) => Certificate.fromBER(der)),
    certs: [...others.filter((one) => one !== certificate), certificate],
    ...(at === null ? {} : { checkDate: at }),
  });
  const { result } = await engine.verify({ passedWhenNotRevValues: true });
  return result;
}
