// One good body of every kind, made with the first test key of RFC 8032 §7.1.
// It must never know how any of them is checked.
import { createPrivateKey } from 'node:crypto';
import { keyIdOf, rawPublicKey, type Signer } from '../../../devices/protocol/index.ts';

/** PKCS#8 of an Ed25519 key (RFC 8410 §7): this prefix and the 32 secret bytes. */
const PKCS8_PREFIX = '302e020100300506032b657004220420';
const SECRET = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';

const privateKey = createPrivateKey({
  key: Buffer.from(PKCS8_PREFIX + SECRET, 'hex'),
  format: 'der',
  type: 'pkcs8',
});
const publicKey = rawPublicKey(privateKey);
export const testSigner: Signer & { publicKey: Buffer } = {
  privateKey,
  publicKey,
  keyId: keyIdOf(publicKey),
};

export const PLAY_AT_MS = 1_793_613_600_000; // 2026-11-02 17:00 in Vietnam
const head = {
  orderId: '01JBN3Z8Q0ORDER',
  counter: 7,
  issuedAtMs: PLAY_AT_MS - 1_800_000,
  expiresAtMs: PLAY_AT_MS + 600_000,
};
const receipt = { receiptId: 'k3Jd-0', speakerId: 'loa-na-co-1', unitId: 'U1', atMs: PLAY_AT_MS };
const streamId = '01JBN3Z8Q0STREAM';
const counts = { chunksReceived: 2, chunksRepaired: 1 };

const enrolment = {
  speakerId: 'loa-na-co-1',
  unitId: 'U1',
  brokerUrl: 'mqtt://10.0.0.5:1883',
  username: 'loa-na-co-1',
  password: 'twenty letters or more',
  keys: [{ keyId: keyIdOf(publicKey), publicKey: publicKey.toString('base64') }],
};

export const bodies = {
  play: {
    kind: 'play',
    ...head,
    streamId,
    tenant: 'xa-na-co',
    to: { areas: ['ban-mot'], speakers: [] },
    priority: 'normal',
    drill: false,
    playAtMs: PLAY_AT_MS,
    durationMs: 15_960,
    title: 'Thông báo họp bản',
    sound: {
      codec: 'opus',
      channels: 1,
      bitrateBps: 24_000,
      frameMs: 60,
      preSkipSamples: 312,
      totalSamples: 766_080,
      chunkCount: 2,
      bytes: 47_000,
      contentHash: 'ab'.repeat(32),
      chunkDigests: Buffer.alloc(32, 0xab).toString('base64'),
    },
    synthetic: { engine: 'espeak-ng 1.52', voice: 'vi', madeAtMs: PLAY_AT_MS - 3_600_000 },
  },
  cancel: { kind: 'cancel', ...head, streamId, reason: 'văn bản đã bãi bỏ' },
  policy: {
    kind: 'policy',
    ...head,
    speakerId: 'loa-na-co-1',
    unitId: 'U1',
    areas: ['tinh-x', 'xa-na-co', 'ban-mot'],
    tenants: ['xa-na-co', 'tinh-x'],
    hours: {
      utcOffsetMin: 420,
      windows: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 1_020, toMinute: 1_080 }],
    },
    startOffsetMs: 0,
    hush: { untilMs: PLAY_AT_MS + 7_200_000 },
    volumePercent: 80,
    beatMs: 60_000,
  },
  stop: {
    kind: 'stop',
    ...head,
    tenant: 'xa-na-co',
    areas: ['xa-na-co'],
    reason: 'phát nhầm',
  },
  command: {
    kind: 'command',
    ...head,
    speakerId: 'loa-na-co-1',
    unitId: 'U1',
    command: 'identify',
  },
  install: { kind: 'install', ...head, spareId: 'du-phong-7', enrolment },
  ack: { kind: 'ack', ...head, receiptIds: ['k3Jd-0'] },
  time: { kind: 'time', n: 1, t0Ms: 1_234.5, t1Ms: PLAY_AT_MS, t2Ms: PLAY_AT_MS + 0.25 },
  stored: { event: 'stored', ...receipt, streamId, ...counts },
  started: { event: 'started', ...receipt, streamId, startErrorMs: 0.25 },
  finished: {
    event: 'finished',
    ...receipt,
    streamId,
    startErrorMs: 0.25,
    heardMs: 15_960,
    durationMs: 15_960,
    ...counts,
    interruptions: [
      {
        fromMs: PLAY_AT_MS + 1,
        toMs: PLAY_AT_MS + 2,
        byStreamId: '01JBN3Z8Q0ALARM',
        resumed: true,
      },
    ],
    shortOf: null,
    preemptedBy: null,
  },
  refused: { event: 'refused', ...receipt, streamId, orderId: head.orderId, reason: 'expired' },
  commanded: {
    event: 'commanded',
    ...receipt,
    streamId: null,
    orderId: head.orderId,
    command: 'self-test',
    ok: true,
    facts: { storageWritable: true, freeBytes: 1_000_000_000, power: 'mains' },
  },
  status: {
    online: true,
    atMs: PLAY_AT_MS,
    unitId: 'U1',
    publicKey: publicKey.toString('base64'),
    firmware: 'vang-xa-agent/0.1.0',
    policyCounter: 7,
    holds: [streamId],
    clockErrorMs: 1.5,
    freeBytes: 1_000_000_000,
    power: { source: 'battery', batteryPercent: 71 },
    volumePercent: 80,
    bytesThisMonth: 41_000_000,
  },
  repair: { streamId, ranges: [[0, 3] as [number, number], [7, 7] as [number, number]] },
  clock: { n: 1, t0Ms: 1_234.5 },
  enrolment,
};
