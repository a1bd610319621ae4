// Reads a state folder after a start: everything in it is checked as if it came from the network.
// It must never know how the folder is written to, nor trust a byte of it.
import type { KeyObject } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  chunkDigest,
  open,
  type PlayOrder,
  type PolicyOrder,
  parseOrder,
  parseReceipt,
  type Receipt,
} from '../protocol/index.ts';
import { bootId } from './boot-id.ts';
import { digestOf, freshStream, type Remembered, SILENT } from './brain/start.ts';
import type { Account, Stopped, StreamFacts } from './brain/state.ts';
import { readChunks, type StoredChunk } from './chunk-file.ts';
import type { Kept } from './clock.ts';
import { ALARM_STREAMS, OUTBOX_MAX, STREAMS_MAX } from './limits.ts';
import type { KeptBytes } from './meter.ts';
import { readIfThere, readJsonIfThere } from './safe-file.ts';

export type FoundStream = {
  order: PlayOrder;
  facts: StreamFacts;
  chunks: StoredChunk[];
  endAt: number;
};
export type Found = Omit<Remembered, 'streams'> & {
  streams: readonly FoundStream[];
  clock: Kept | null;
  bytes: KeptBytes | null;
};
type Trusted = (keyId: string) => KeyObject | null;

export function readStore(folder: string, trusted: Trusted): Found {
  sweepOutbox(join(folder, 'outbox'));
  const seen = readJsonIfThere(join(folder, 'seen.json')) as Record<string, unknown> | null;
  return {
    policy: readPolicy(join(folder, 'policy.bin'), trusted),
    streams: namesIn(join(folder, 'streams'))
      .flatMap((name) => readOrSweep(join(folder, 'streams', name), trusted) ?? [])
      .slice(-(STREAMS_MAX + ALARM_STREAMS)),
    seen: pairsOf(seen?.orders),
    cancelled: pairsOf(seen?.cancelled),
    stops: stopsOf(seen?.stops),
    receipts: namesIn(join(folder, 'outbox'))
      .slice(-OUTBOX_MAX)
      .flatMap((name) => readReceipt(join(folder, 'outbox', name)) ?? []),
    clock: readClock(join(folder, 'clock.json')),
    bytes: readBytes(join(folder, 'bytes.json')),
  };
}

function readPolicy(path: string, trusted: Trusted): PolicyOrder | null {
  const order = readOrder(path, trusted);
  return order?.kind === 'policy' ? order : null;
}

function readOrder(path: string, trusted: Trusted) {
  const bytes = readIfThere(path);
  const opened = bytes ? open(bytes, trusted) : null;
  const parsed = opened?.ok ? parseOrder(opened.body) : null;
  return parsed?.ok ? parsed.value : null;
}

/** What does not load will never be played nor forgotten: left there, it would fill the disk. */
function readOrSweep(folder: string, trusted: Trusted): FoundStream | null {
  const found = readStream(folder, trusted);
  const files = ['manifest.bin', 'facts.json'].map((name) => join(folder, name));
  // A file that is there and cannot be read may be read the next time: a disk that errs is no reason.
  const isJudged = files.every((path) => !existsSync(path) || readIfThere(path) !== null);
  if (!found && isJudged) rmSync(folder, { recursive: true, force: true });
  return found;
}

/** Receipts whose writing a kill cut short: they were never sent. */
function sweepOutbox(folder: string): void {
  for (const name of everyName(folder))
    if (name.endsWith('.new')) rmSync(join(folder, name), { force: true });
}

function readStream(folder: string, trusted: Trusted): FoundStream | null {
  const order = readOrder(join(folder, 'manifest.bin'), trusted);
  const facts = factsOf(readJsonIfThere(join(folder, 'facts.json')));
  if (order?.kind !== 'play' || !facts) return null;
  const { chunks, endAt } = readChunks(join(folder, 'chunks.bin'), isOf(order));
  return { order, facts, chunks, endAt };
}

/** Does this chunk have the digest that the manifest gives for its place? */
export function isOf(order: PlayOrder): (seq: number, payload: Buffer) => boolean {
  const stream = freshStream(order, { arrivedAtMs: 0, realMs: 0 });
  return (seq, payload) =>
    seq < stream.held.length && chunkDigest(payload).equals(digestOf(stream, seq));
}

function readReceipt(path: string): Receipt | null {
  const parsed = parseReceipt(readJsonIfThere(path));
  return parsed.ok ? parsed.value : null;
}

/**
 * Only of this start of the machine: a box without a battery for its clock comes back from a power cut
 * with a wall clock that may be hours off. In Trung Lộc an hour set wrong after a repair woke the
 * village at 03:15 (5 December 2025); until one answer of the service this speaker is mute instead.
 */
function readClock(path: string): Kept | null {
  const kept = readJsonIfThere(path) as (Partial<Kept> & { bootId?: unknown }) | null;
  const { wallMs, planMs } = kept ?? {};
  if (typeof kept?.bootId !== 'string' || kept.bootId !== bootId()) return null;
  return typeof wallMs === 'number' && typeof planMs === 'number' ? { wallMs, planMs } : null;
}

function readBytes(path: string): KeptBytes | null {
  const kept = readJsonIfThere(path) as Partial<KeptBytes> | null;
  const { month, bytes } = kept ?? {};
  const isGood = typeof bytes === 'number' && bytes >= 0 && Number.isInteger(bytes);
  return isGood && (typeof month === 'string' || month === null) ? { month, bytes } : null;
}

function factsOf(value: unknown): StreamFacts | null {
  const facts = value as Partial<StreamFacts> | null;
  if (typeof facts?.arrivedAtMs !== 'number') return null;
  return {
    arrivedAtMs: facts.arrivedAtMs,
    cancelledAtMs: facts.cancelledAtMs ?? null,
    closedAtMs: facts.closedAtMs ?? null,
    account: { ...SILENT, ...(facts.account as Partial<Account> | undefined) },
  };
}

function pairsOf(value: unknown): [string, number][] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (pair): pair is [string, number] =>
      Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'number',
  );
}

function stopsOf(value: unknown): [string, Stopped][] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (pair): pair is [string, Stopped] =>
      Array.isArray(pair) &&
      typeof pair[0] === 'string' &&
      typeof pair[1]?.counter === 'number' &&
      typeof pair[1].atMs === 'number',
  );
}

/** Sorted, so that ids that grow with time give the newest last; leftovers of a kill are not ours. */
function namesIn(folder: string): string[] {
  return everyName(folder)
    .filter((name) => !name.endsWith('.new'))
    .sort();
}

function everyName(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
