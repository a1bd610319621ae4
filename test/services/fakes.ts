// Named stand-ins for the world: a clock that is moved, a wire that remembers, a studio that hums.
// It must never know a use-case.
import { createHash } from 'node:crypto';
import { chunkDigest } from '../../devices/protocol/index.ts';
import type { Clip } from '../../src/domain/model.ts';
import type { Finding } from '../../src/domain/sound/recording.ts';
import type { Paper, Papers } from '../../src/services/approval/papers-port.ts';
import type { ClipWanted, Clock, Log, Studio, Wire } from '../../src/services/ports.ts';
import type { DocumentFiles } from '../../src/services/reading/reading-store.ts';
import type { Listening } from '../../src/services/voices/voices-port.ts';

/** Moved by hand; plan and wall go together unless sped up. */
export type HandClock = Clock & {
  move(realMs: number): void;
  hurry(speed: number): void;
  /** somebody, or a time server, puts the wall clock elsewhere */
  step(ms: number): void;
};

export function handClock(startMs: number): HandClock {
  let wall = startMs;
  let plan = startMs;
  let mono = 0;
  let speed = 1;
  return {
    planMs: () => Math.round(plan),
    wallMs: () => wall,
    monoMs: () => mono,
    speed: () => speed,
    move(realMs) {
      wall += realMs;
      mono += realMs;
      plan += realMs * speed;
    },
    hurry(wanted) {
      speed = wanted;
    },
    step(ms) {
      wall += ms;
      plan += ms;
    },
  };
}

export type Said = { topic: string; payload: Uint8Array; qos: 0 | 1; retain: boolean };
export type FakeWire = Wire & {
  said: Said[];
  to(topic: string): Said[];
  cut(): void;
  mend(): void;
  /** the next so many publishes fail, as when a broker dies in the middle */
  failNext(count: number): void;
};

export function fakeWire(): FakeWire {
  let there = true;
  let failures = 0;
  const said: Said[] = [];
  return {
    said,
    to: (topic) => said.filter((one) => one.topic === topic),
    connected: () => there,
    async publish(topic, payload, { qos, retain = false }) {
      if (failures > 0 || !there) {
        failures -= 1;
        throw new Error('the broker is gone');
      }
      said.push({ topic, payload, qos, retain });
    },
    cut() {
      there = false;
    },
    mend() {
      there = true;
    },
    failNext(count) {
      failures = count;
    },
  };
}

export type FakeStudio = Studio & {
  made: string[];
  /** everything that was asked of it */
  wanted: ClipWanted[];
  /** every sentence somebody wanted to hear first */
  listened: Listening[];
  /** what the machine says of whatever it is given next */
  noticed: readonly Finding[] | 'fails';
  /** other forms of clips that lie on disk: "path.form" */
  rendered: Set<string>;
  /** what was to stay, at each sweep */
  swept: Parameters<Studio['sweep']>[0][];
  /** the next clip waits until told */
  hold(): { letGo(): void };
  failNext(error: unknown): void;
};

/** Three chunks of 8 s, made of the text's own letters. */
export function fakeStudio(chunkCount = 3): FakeStudio {
  const payloads = new Map<string, Uint8Array[]>();
  let held: Promise<void> | null = null;
  let failure: unknown = null;
  const made: string[] = [];
  const rendered = new Set<string>();
  const wanted: ClipWanted[] = [];
  const chunkOf = (clip: Clip, seq: number) => ({
    seq,
    startMs: seq * 8_000,
    last: seq === clip.sound.chunkCount - 1,
    payload: payloads.get(clip.id)?.[seq] ?? new Uint8Array(),
  });
  return {
    made,
    wanted,
    hold() {
      let letGo = () => {};
      held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      return { letGo };
    },
    failNext(error) {
      failure = error;
    },
    async make(wish) {
      const { title, text, profile = 'horn', onProgress, signal } = wish;
      wanted.push(wish);
      onProgress({ step: 'speech', done: 1, total: 2 });
      const waits = held;
      held = null;
      await Promise.race([waits, aborted(signal, waits !== null)]);
      if (signal.aborted) throw signal.reason;
      const error = failure;
      failure = null;
      if (error) throw error;
      made.push(text);
      const clip = clipOf({ title, text, chunkCount, profile });
      payloads.set(clip.clip.id, clip.payloads);
      return clip.clip;
    },
    listened: [],
    async listen(wish) {
      this.listened.push(wish);
      const waits = held;
      held = null;
      await Promise.race([waits, aborted(wish.signal, waits !== null)]);
      const error = failure;
      failure = null;
      if (error) throw error;
      const bytes = Buffer.from(`OggS ${wish.text}`);
      return { bytes, durationMs: 1_000, lufs: -16, truePeakDb: -2, spokenBy: [], falls: [] };
    },
    async record({ title, profile, bytes: sent }) {
      let bytes = 0;
      for await (const piece of sent instanceof Uint8Array ? [sent] : sent) bytes += piece.length;
      const error = failure;
      failure = null;
      if (error) throw error;
      const text = `âm thanh ${bytes} byte`;
      made.push(text);
      const recorded = clipOf({ title, text, chunkCount, profile });
      payloads.set(recorded.clip.id, recorded.payloads);
      return { ...recorded.clip, synthetic: null, sentences: [] };
    },
    chime: async (profile) => ({
      ...clipOf({ title: 'Nhạc hiệu', text: profile, chunkCount: 1 }).clip,
      ...{ profile, synthetic: null, sentences: [], durationMs: 2_360 },
    }),
    async join({ title, pieces, language, profile }) {
      const error = failure;
      failure = null;
      if (error) throw error;
      const text = pieces.map(({ clip, pauseFrames }) => `${clip.contentHash}+${pauseFrames}`);
      made.push(`nối ${text.length}`);
      const joined = clipOf({ title, text: text.join(' '), chunkCount });
      payloads.set(joined.clip.id, joined.payloads);
      return { ...joined.clip, language, profile };
    },
    noticed: [],
    async check() {
      if (this.noticed === 'fails') throw new Error('the ear is gone');
      return this.noticed;
    },
    async *chunks(clip) {
      for (let seq = 0; seq < clip.sound.chunkCount; seq += 1) yield chunkOf(clip, seq);
    },
    chunk: async (clip, seq) => (seq < clip.sound.chunkCount ? chunkOf(clip, seq) : null),
    soundPath: (clip) => `/clips/${clip.path}`,
    async rendition({ clip, as }) {
      rendered.add(`${clip.path}.${as}`);
      return formOf(clip, as);
    },
    found: async ({ clip, as }) =>
      as === 'opus24' || rendered.has(`${clip.path}.${as}`) ? formOf(clip, as) : null,
    peaks: async (clip) => [clip.durationMs % 128],
    ...{ swept: [], rendered },
    async sweep(of) {
      this.swept.push(of);
      return { removed: this.swept.length, bytes: 0 };
    },
    freeShare: async () => 0.5,
  };
}

const formOf = ({ path }: { path: string }, as: string) =>
  as === 'mp3'
    ? { path: `/clips/${path}.mp3`, mime: 'audio/mpeg', bytes: 9_000 }
    : { path: `/clips/${path}.${as}`, mime: 'audio/ogg', bytes: 6_000 };

function aborted(signal: AbortSignal, matters: boolean): Promise<void> | null {
  if (!matters) return null;
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
}

function clipOf(of: {
  title: string;
  text: string;
  chunkCount: number;
  profile?: Clip['profile'];
}) {
  const { profile = 'horn' } = of;
  const kind = profile === 'horn' ? '' : `${profile}|`;
  const payloads = Array.from({ length: of.chunkCount }, (_, seq) =>
    Buffer.from(`${kind}${of.title}|${of.text}|${seq}`.padEnd(200, '.')),
  );
  const hash = createHash('sha256');
  for (const payload of payloads) hash.update(payload);
  const contentHash = hash.digest('hex');
  const durationMs = of.chunkCount * 8_000;
  const bytes = payloads.reduce((sum, payload) => sum + payload.length, 0);
  const clip: Omit<Clip, 'bulletinId'> = {
    id: contentHash,
    path: `${contentHash}.opus`,
    contentHash,
    durationMs,
    lufs: -16,
    truePeakDb: -1,
    bytes,
    sentences: [{ words: of.text, startMs: 0, endMs: durationMs }],
    doubts: 0,
    sound: {
      codec: 'opus',
      channels: 1,
      bitrateBps: 24_000,
      frameMs: 60,
      preSkipSamples: 312,
      totalSamples: durationMs * 48,
      chunkCount: of.chunkCount,
      bytes,
      contentHash,
      chunkDigests: Buffer.concat(payloads.map(chunkDigest)).toString('base64'),
    },
    synthetic: { engine: 'hum', voice: 'vi', madeAtMs: 0 },
    language: 'vie',
    profile,
    spokenBy: [],
    falls: [],
    madeAtMs: 0,
  };
  return { clip, payloads };
}

/** Bytes in memory, by hash. */
export type FakeFiles = DocumentFiles & { kept: Map<string, Uint8Array> };

export function fakeFiles(): FakeFiles {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    keep: async (hash, bytes) => void kept.set(hash, bytes),
    path: (hash) => `/documents/${hash}`,
    drop: async (hash) => void kept.delete(hash),
    sweep: async () => undefined,
  };
}

/** A PDF in name only: what was asked for, as JSON. */
export type FakePapers = Papers & { asked: Paper[] };

export function fakePapers(): FakePapers {
  const asked: Paper[] = [];
  return {
    asked,
    async make(paper) {
      asked.push(paper);
      return Buffer.from(`%PDF-1.7 ${JSON.stringify(paper)}`);
    },
  };
}

export type KeptLog = Log & { lines: { level: string; fields: object; line: string }[] };

export function keptLog(): KeptLog {
  const lines: KeptLog['lines'] = [];
  const at = (level: string) => (fields: object, line: string) =>
    void lines.push({ level, fields, line });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}
