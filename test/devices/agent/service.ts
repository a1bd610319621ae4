// A small service for the agent's tests: an Aedes broker, a signing key, a clock, and a stream to send.
// It must never know the inside of the agent: it speaks the wire and listens.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { Aedes } from 'aedes';
import {
  type AllowedHours,
  type Enrolment,
  encodeFrame,
  keyIdOf,
  open,
  type PlayOrder,
  parseClockQuestion,
  parseJson,
  parseReceipt,
  parseRepair,
  parseStatus,
  parseTopic,
  publicKeyFromRaw,
  type Receipt,
  type Repair,
  rawPublicKey,
  type Signer,
  type Status,
  seal,
  topics,
} from '../../../devices/protocol/index.ts';
import type { TestSound } from './sound.ts';

export const ALWAYS: AllowedHours = {
  utcOffsetMin: 420,
  windows: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 }],
};
/** The plan's clock at the start of a test: a Monday in Vietnam, 17:00. */
export const PLAN_START_MS = Date.parse('2026-11-02T17:00:00+07:00');

export type TestService = Awaited<ReturnType<typeof makeService>>;

export function newSigner(): Signer & { publicKey: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  const raw = rawPublicKey(privateKey);
  return { privateKey, keyId: keyIdOf(raw), publicKey: raw.toString('base64') };
}

export async function makeService({ speed = 1, hours = ALWAYS } = {}) {
  const signer = newSigner();
  let counter = 1;
  const bornMs = performance.now();
  const planMs = () => PLAN_START_MS + (performance.now() - bornMs) * speed;
  const statuses: { speakerId: string; status: Status }[] = [];
  const receipts: Receipt[] = [];
  /** units without a site: no policy for them */
  const spares = new Set<string>();
  const repairs: { speakerId: string; repair: Repair }[] = [];
  const keys = new Map<string, string>();
  const policies = {
    ...{ hours, startOffsetMs: 0, counter: 1, silent: false },
    ...{ hush: null as { untilMs: number } | null, volumePercent: 100, beatMs: 60_000 },
  };
  /** what happens to each chunk message on its way; nothing by default */
  const path = { chunk: (bytes: Uint8Array): Uint8Array[] => [bytes], acks: true };
  const sent = new Map<string, { order: PlayOrder; bytes: Buffer; sound: TestSound }>();
  let broker: { aedes: Aedes; server: Server; port: number } | null = null;

  const head = (lifeMs = 3_600_000) => ({
    orderId: randomUUID(),
    counter: counter++,
    issuedAtMs: Math.round(planMs()),
    expiresAtMs: Math.round(planMs() + lifeMs),
  });
  const publish = (topic: string, payload: Uint8Array, qos: 0 | 1 = 1) =>
    new Promise<void>((resolve, reject) => {
      const { aedes } = broker as NonNullable<typeof broker>;
      const packet = {
        cmd: 'publish',
        topic,
        payload: Buffer.from(payload),
        qos,
        retain: false,
      } as const;
      aedes.publish({ ...packet, dup: false }, (error) => (error ? reject(error) : resolve()));
    });
  const policy = (speakerId: string) => ({
    kind: 'policy' as const,
    ...head(),
    counter: policies.counter,
    speakerId,
    unitId: `unit-${speakerId}`,
    areas: ['tinh', 'xa-na-co', 'ban-mot'],
    tenants: ['xa-na-co', 'tinh'],
    hours: policies.hours,
    startOffsetMs: policies.startOffsetMs,
    hush: policies.hush,
    volumePercent: policies.volumePercent,
    beatMs: policies.beatMs,
  });
  const sendChunks = async (streamId: string, seqs?: readonly number[]) => {
    const one = sent.get(streamId);
    if (!one) return;
    const { order, sound } = one;
    for (const seq of seqs ?? sound.payloads.keys()) {
      const frame = encodeFrame(streamId, {
        seq,
        startMs: seq * 960,
        last: seq === sound.payloads.length - 1,
        repair: seqs !== undefined,
        payload: sound.payloads[seq] as Buffer,
      });
      for (const bytes of path.chunk(frame))
        await publish(topics.stream(order.tenant, streamId), bytes, 0);
    }
  };
  const took = async (topic: string, bytes: Uint8Array) => {
    const parsed = parseTopic(topic);
    if (parsed?.kind !== 'report') return;
    const { speakerId } = parsed;
    if (parsed.report === 'status') {
      const status = parseStatus(parseJson(bytes));
      if (!status.ok) throw new Error(`status: ${status.problem}`);
      statuses.push({ speakerId, status: status.value });
      keys.set(speakerId, status.value.publicKey);
      if (policies.silent || !status.value.online || spares.has(speakerId)) return;
      if (status.value.policyCounter < policies.counter)
        await publish(topics.speakerOrder(speakerId), seal(policy(speakerId), signer));
    } else if (parsed.report === 'receipt') await tookReceipt(speakerId, bytes);
    else if (parsed.report === 'repair') {
      const repair = parseRepair(parseJson(bytes));
      if (!repair.ok) throw new Error(`repair: ${repair.problem}`);
      repairs.push({ speakerId, repair: repair.value });
      const seqs = repair.value.ranges.flatMap(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, n) => from + n),
      );
      await sendChunks(repair.value.streamId, seqs);
    } else {
      const question = parseClockQuestion(parseJson(bytes));
      if (!question.ok) throw new Error(`clock: ${question.problem}`);
      if (policies.silent) return;
      const t1Ms = planMs();
      const answer = { kind: 'time', ...question.value, t1Ms, t2Ms: planMs() };
      await publish(topics.speakerTime(speakerId), seal(answer, signer), 0);
    }
  };
  const tookReceipt = async (speakerId: string, bytes: Uint8Array) => {
    const raw = publicKeyFromRaw(Buffer.from(keys.get(speakerId) ?? '', 'base64'));
    const opened = open(bytes, () => raw);
    const parsed = opened.ok ? parseReceipt(opened.body) : null;
    if (!parsed?.ok) throw new Error(`receipt: ${parsed?.problem ?? 'signature'}`);
    if (receipts.every((one) => one.receiptId !== parsed.value.receiptId))
      receipts.push(parsed.value);
    if (!path.acks) return;
    const ack = { kind: 'ack', ...head(), receiptIds: [parsed.value.receiptId] };
    await publish(topics.speakerOrder(speakerId), seal(ack, signer));
  };
  const faults: unknown[] = [];
  const start = async (port = 0) => {
    const aedes = await Aedes.createBroker();
    aedes.preConnect = (client, packet, done) => {
      packet.clean = true; // as the product's broker does (src/mqtt/broker.ts)
      // Aedes 1.2 takes a QoS 1 message that a later QoS 0 one has overtaken for a duplicate and
      // drops it (lib/client.js, dedupe): an order lost without a word. Our topics do not overlap.
      const forgetful = new Proxy({}, { get: () => 0, set: () => true });
      Object.assign(client, { duplicates: forgetful });
      done(null, true);
    };
    aedes.on('publish', (packet, client) => {
      if (client) took(packet.topic, packet.payload as Buffer).catch((error) => faults.push(error));
    });
    const server = createServer(aedes.handle);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const address = server.address();
    broker = { aedes, server, port: typeof address === 'object' && address ? address.port : 0 };
  };
  const stop = async () => {
    const gone = broker;
    broker = null;
    if (!gone) return;
    const closed = new Promise<void>((resolve) => gone.server.close(() => resolve()));
    await new Promise<void>((resolve) => gone.aedes.close(() => resolve()));
    await closed;
  };
  await start();
  const port = () => broker?.port ?? 0;
  return {
    signer,
    planMs,
    statuses,
    receipts,
    repairs,
    spares,
    policies,
    path,
    faults,
    head,
    publish,
    sendChunks,
    start,
    stop,
    port,
    speed,
    url: () => `mqtt://127.0.0.1:${port()}`,
    policy,
    sendPolicy: (speakerId: string) =>
      publish(topics.speakerOrder(speakerId), seal(policy(speakerId), signer)),
    /** any order, with its head, signed */
    send: (topic: string, body: object) => publish(topic, seal({ ...head(), ...body }, signer)),
    commanded: (orderId: string) =>
      receipts.find((one) => one.event === 'commanded' && one.orderId === orderId),
    /** a manifest, as a body that tests may spoil */
    manifest(sound: TestSound, more: Partial<PlayOrder> = {}): PlayOrder {
      return {
        kind: 'play',
        ...head(),
        streamId: `s-${randomUUID()}`,
        tenant: 'xa-na-co',
        to: { areas: ['ban-mot'], speakers: [] },
        priority: 'normal',
        drill: false,
        playAtMs: Math.round(planMs() + 2_000 * speed),
        durationMs: sound.durationMs,
        title: 'Thông báo họp',
        sound: sound.facts,
        synthetic: null,
        ...more,
      };
    },
    /** publishes the manifest and, unless told otherwise, all chunks after it */
    async air(sound: TestSound, more: Partial<PlayOrder> = {}, { chunks = true } = {}) {
      const order = this.manifest(sound, more);
      const bytes = seal(order, signer);
      sent.set(order.streamId, { order, bytes, sound });
      await publish(topics.areaOrder('ban-mot'), bytes);
      if (chunks) await sendChunks(order.streamId);
      return { order, bytes };
    },
    enrolment(speakerId: string): Enrolment {
      return {
        speakerId,
        unitId: `unit-${speakerId}`,
        brokerUrl: `mqtt://127.0.0.1:${port()}`,
        username: speakerId,
        password: 'a-secret-of-the-test-only',
        keys: [{ keyId: signer.keyId, publicKey: signer.publicKey }],
      };
    },
    last<E extends Receipt['event']>(event: E, streamId: string) {
      return receipts.findLast(
        (one): one is Extract<Receipt, { event: E }> =>
          one.event === event && one.streamId === streamId,
      );
    },
  };
}
