// Makes certificates and signs PDFs in tests, as a signing program would: box reserved, hashed, filled.
// It must never know how signatures are checked.
import * as asn1 from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

export type Holder = { certificate: Certificate; key: CryptoKey };
type Bytes = Uint8Array<ArrayBuffer>;

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;

let serial = 1000;
function nextSerial(): number {
  serial += 1;
  return serial;
}

export type Named = { name: string; organisation?: string; from?: string; until?: string };

/** A certificate for `named`, by `issuer`, or by itself: then it is an authority. */
export async function holderOf(named: Named, issuer?: Holder): Promise<Holder> {
  const keys = await crypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({ value: nextSerial() });
  const subject = [said('2.5.4.3', named.name)];
  if (named.organisation !== undefined) subject.push(said('2.5.4.10', named.organisation));
  certificate.subject.typesAndValues = subject;
  certificate.issuer.typesAndValues = issuer?.certificate.subject.typesAndValues ?? subject;
  certificate.notBefore.value = new Date(named.from ?? '2025-01-01T00:00:00Z');
  certificate.notAfter.value = new Date(named.until ?? '2030-01-01T00:00:00Z');
  const basic = new BasicConstraints({ cA: issuer === undefined });
  certificate.extensions = [
    new Extension({
      extnID: '2.5.29.19',
      critical: true,
      extnValue: basic.toSchema().toBER(false),
      parsedValue: basic,
    }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(issuer?.key ?? keys.privateKey, 'SHA-256');
  return { certificate, key: keys.privateKey };
}

function said(type: string, value: string): AttributeTypeAndValue {
  return new AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) });
}

export type Signing = {
  /** Certificates put in the box besides the signer's; null: none at all. */
  chain?: readonly Certificate[] | null;
  at?: string;
  kind?: string;
  /** Content put into the box itself. */
  inside?: Bytes;
  /** Changes the finished box. */
  spoil?: (box: Bytes) => Bytes;
};

/** The file with one more incremental update that signs all of it. */
export async function sign(file: Uint8Array, holder: Holder, how: Signing = {}): Promise<Buffer> {
  const before = Buffer.from(file);
  const kind = how.kind ?? 'adbe.pkcs7.detached';
  const start = `\n900 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/${kind}/Name(Name in the file)/M(D:20260302080000+07'00')/ByteRange `;
  const range = '[0 0000000000 0000000000 0000000000]';
  const contents = '/Contents ';
  const end = '>>\nendobj\ntrailer\n<</Size 901/Root 1 0 R>>\nstartxref\n0\n%%EOF\n';
  const from = before.length + start.length + range.length + contents.length;
  const to = from + 2 + ROOM * 2;
  const true_ = `[0 ${from} ${to} ${end.length}]`.padEnd(range.length);
  const first = Buffer.concat([before, Buffer.from(start + true_ + contents, 'latin1')]);
  const box = await boxFor(Buffer.concat([first, Buffer.from(end, 'latin1')]), holder, how);
  const spoilt = how.spoil?.(box) ?? box;
  const hex = Buffer.from(spoilt)
    .toString('hex')
    .padEnd(ROOM * 2, '0');
  return Buffer.concat([first, Buffer.from(`<${hex}>${end}`, 'latin1')]);
}

const ROOM = 8192;

async function boxFor(covered: Buffer, holder: Holder, how: Signing): Promise<Bytes> {
  const digest = await crypto.subtle.digest('SHA-256', how.inside ?? new Uint8Array(covered));
  const { certificate, key } = holder;
  const attributes = [
    attribute('1.2.840.113549.1.9.3', new asn1.ObjectIdentifier({ value: '1.2.840.113549.1.7.1' })),
    attribute('1.2.840.113549.1.9.4', new asn1.OctetString({ valueHex: digest })),
  ];
  const at = new asn1.UTCTime({ valueDate: new Date(how.at ?? '2026-03-02T01:30:00Z') });
  attributes.push(attribute('1.2.840.113549.1.9.5', at));
  const content = new EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' });
  if (how.inside !== undefined) {
    content.eContent = new asn1.OctetString({ valueHex: how.inside.buffer });
  }
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' })],
    encapContentInfo: content,
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
    ...(how.chain === null ? {} : { certificates: [certificate, ...(how.chain ?? [])] }),
  });
  await signed.sign(key, 0, 'SHA-256', new Uint8Array(covered).buffer);
  const info = new ContentInfo({
    contentType: '1.2.840.113549.1.7.2',
    content: signed.toSchema(true),
  });
  return new Uint8Array(info.toSchema().toBER(false));
}

function attribute(type: string, value: asn1.BaseBlock): Attribute {
  return new Attribute({ type, values: [value] });
}
