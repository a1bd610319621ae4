// One signature's box opened and checked against the bytes it covers (RFC 5652, RFC 3161).
// It must never know PDF, nor trust a certificate because it is there.
import * as asn1 from 'asn1js';
import {
  Certificate,
  CertificateChainValidationEngine,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
  TSTInfo,
} from 'pkijs';

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
  const certificate = certificateOf(signed, info);
  const at = (await stampedAt(info)) ?? claimedAt(signed, info);
  const who = certificate === null ? NOTHING : { ...NOTHING, ...holder(certificate) };
  const told = { ...who, signedAt: at?.toISOString() ?? null };
  if (certificate === null) return { ...told, fault: 'no-certificate' };
  const fault = await faultOf(signed, covered);
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

async function faultOf(
  signed: SignedData,
  covered: Uint8Array<ArrayBuffer>,
): Promise<Verdict['fault']> {
  const { eContent, eContentType } = signed.encapContentInfo;
  // A box that carries its own content proves that content, not this file; only a timestamp
  // names the digest of what it stamps, and then pkijs compares it with ours.
  if (eContent !== undefined && eContentType !== OID.timeStamp) {
    const sha1 = new Uint8Array(await crypto.subtle.digest('SHA-1', covered));
    if (!isSame(sha1, new Uint8Array(eContent.getValue()))) return 'changed';
  }
  try {
    return (await signed.verify({ signer: 0, data: covered.buffer })) ? null : 'changed';
  } catch (cause) {
    return /digest doesn't match|TSTInfo verification/u.test(String(cause))
      ? 'changed'
      : 'unknown-kind';
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function certificateOf(signed: SignedData, info: SignerInfo): Certificate | null {
  const certificates = signed.certificates?.filter((one) => one instanceof Certificate) ?? [];
  const { sid } = info;
  if (!(sid instanceof IssuerAndSerialNumber)) return certificates[0] ?? null;
  return (
    certificates.find(
      (one) => one.issuer.isEqual(sid.issuer) && one.serialNumber.isEqual(sid.serialNumber),
    ) ?? null
  );
}

function holder({ subject }: Certificate): Pick<Verdict, 'signer' | 'organisation'> {
  const named = (type: string): string | null => {
    const found = subject.typesAndValues.find((one) => one.type === type)?.value.valueBlock.value;
    return typeof found === 'string' && found.trim() !== '' ? found.trim().normalize('NFC') : null;
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
