// The parts of a recording levelled and coded as those of our own speech are, one after the other into a file.
// It must never know titles, ids, or where the sound came from.
import { availableParallelism } from 'node:os';
import { openDiskFile } from '../disk.ts';
import { inOrder } from '../in-order.ts';
import { FOREIGN_RATE_HZ } from '../mastering/foreign.ts';
import { gatedLufs } from '../mastering/gating.ts';
import { createOggWriter } from '../mastering/ogg-writer.ts';
import { type MasteredPart, masterPart } from '../mastering/part.ts';
import type { Profile } from '../mastering/profiles.ts';
import { FRAME_MS } from '../packets.ts';
import type { SettledSource } from './settle.ts';

export type Coding = {
  source: SettledSource;
  profile: Profile;
  tags: Readonly<Record<string, string>>;
  /** a file of ours, overwritten */
  clipPath: string;
  onProgress(seconds: number, ofSeconds: number): void;
  signal: AbortSignal;
};

/** More coders would only starve whatever else this machine does. */
const MAX_CODERS = 4;
/** One stream a file: nothing to tell apart, and the same file every time. */
const SERIAL = 0x56580001;

/** @returns what the finished file measures, in tenths as meters print them */
export async function codeSource(
  coding: Coding,
): Promise<{ lufs: number | null; truePeakDb: number | null }> {
  const { source, onProgress } = coding;
  const file = await openDiskFile(coding.clipPath);
  try {
    let writer: ReturnType<typeof createOggWriter> | null = null;
    const blocks: number[] = [];
    let [peakDb, packets] = [-Infinity, 0];
    for await (const part of codedInOrder(coding)) {
      if (writer === null) {
        writer = createOggWriter(fileOf(coding, part));
        await file.write(writer.head());
      }
      await file.write(writer.add(part.packets));
      for (const block of part.blocks) blocks.push(block);
      peakDb = Math.max(peakDb, part.truePeakDb ?? -Infinity);
      packets += part.packets.length;
      onProgress((packets * FRAME_MS) / 1_000, source.durationMs / 1_000);
    }
    if (writer !== null) await file.write(writer.end());
    await file.sync();
    return { lufs: tenths(gatedLufs(blocks)), truePeakDb: tenths(peakDb) };
  } finally {
    await file.close();
  }
}

function codedInOrder({ source, profile, signal }: Coding) {
  return inOrder({
    count: source.parts.length,
    ahead: Math.min(MAX_CODERS, availableParallelism()), // each is heard while it is coded
    work: async (index) => {
      const part = source.parts[index] as (typeof source.parts)[number];
      const samples = await source.samplesOf(part);
      const order = { samples, frames: part.frames, profile, signal };
      return masterPart({ ...order, sampleRateHz: FOREIGN_RATE_HZ });
    },
  });
}

function fileOf({ profile, source, tags }: Coding, { preSkipSamples }: MasteredPart) {
  return {
    ...{ serial: SERIAL, preSkipSamples, inputRateHz: profile.rateHz, tags },
    samplesPerPacket: 48 * FRAME_MS,
    totalSamples: 48 * source.durationMs,
  };
}

function tenths(decibels: number | null): number | null {
  return decibels === null || !Number.isFinite(decibels) ? null : Math.round(decibels * 10) / 10;
}
