// Chunks asked for again: many speakers' questions merged, each chunk said once on the stream's topic.
// It must never repair for who is not among an airing's speakers, nor without bounds.
import { encodeFrame, type Repair, topics } from '../../../devices/protocol/index.ts';
import { worthAiring } from '../../domain/airing/airing.ts';
import type { Airing, Clip } from '../../domain/model.ts';
import { PACE_BYTES_PER_MS } from '../airing/now-lead.ts';
import { makeAllowance } from '../allowance.ts';
import type { Deps } from '../deps.ts';
import type { WireEvents } from '../ports.ts';
import { makePacer, sleep } from './pacing.ts';
import type { Sending } from './sending.ts';

export type Repairs = {
  ask: WireEvents['repair'];
  /** what is being said again breaks off: who misses it asks anew */
  stop(): Promise<void>;
};

/** Speakers of one village miss the same chunks within a blink of each other. */
const MERGE_MS = 200;
/** The whole stream four times a minute: every round of every speaker, but no flood. */
const ROUNDS_PER_MINUTE = 4;
/** The agent asks at most every 2 s. */
const ASKED_PER_MINUTE = 40;
/**
 * What one speaker may have said again of one stream, for as long as it can last: a link that loses
 * every second chunk needs once and a half, and all others of the stream have to listen to it.
 */
const WHOLES_PER_SPEAKER = 2;
const STREAM_MS = 12 * 3_600_000;
const MINUTE_MS = 60_000;
/** Streams under repair at once: all that a province airs within its hours. */
const STREAMS_MAX = 200;

type Parts = {
  deps: Deps;
  sending: Pick<Sending, 'nextSeq'>;
  wait?: (ms: number) => Promise<void>;
};

export function makeRepairs(parts: Parts): Repairs {
  const { deps } = parts;
  const { monoMs } = deps.clock;
  const asks = makeAllowance({ max: ASKED_PER_MINUTE, windowMs: MINUTE_MS, monoMs });
  const wanted = new Map<string, Set<number>>();
  const going = new Set<Promise<void>>();
  const spend = makeAllowance({
    max: (airingId) => ROUNDS_PER_MINUTE * chunkCount(deps, airingId),
    windowMs: MINUTE_MS,
    monoMs,
  });
  const mayAsk = makeAllowance({
    max: (key) => WHOLES_PER_SPEAKER * chunkCount(deps, airingOf(key)),
    windowMs: STREAM_MS,
    monoMs,
  });
  let stopped = false;
  const may = (airingId: string) => !stopped && spend(airingId);
  // one at a time for a stream, or its pace would be none
  const answer = async (airingId: string) => {
    for (let left = true; left && !stopped; left = (wanted.get(airingId)?.size ?? 0) > 0) {
      await (parts.wait ?? sleep)(MERGE_MS);
      const seqs = [...(wanted.get(airingId) ?? [])].sort((a, b) => a - b);
      wanted.set(airingId, new Set());
      await sayAgain(parts, { airingId, seqs, spend: () => may(airingId) });
    }
  };
  return {
    async ask(siteId, repair) {
      const found = asks(siteId) ? repairable(deps, { siteId, repair }) : null;
      if (!found || (wanted.size >= STREAMS_MAX && !wanted.has(repair.streamId))) return;
      const known = wanted.get(repair.streamId);
      const seqs = known ?? new Set();
      const until = parts.sending.nextSeq(repair.streamId) ?? found.clip.sound.chunkCount;
      const mine = keyOf(repair.streamId, siteId);
      addRanges(seqs, { ranges: repair.ranges, until, may: () => mayAsk(mine) });
      if (seqs.size === 0) return;
      wanted.set(repair.streamId, seqs);
      if (known) return;
      const run = answer(repair.streamId)
        .catch((error) =>
          deps.log.warn({ err: error, airingId: repair.streamId }, 'repair broke off'),
        )
        .finally(() => {
          wanted.delete(repair.streamId);
          going.delete(run);
        });
      going.add(run);
    },
    async stop() {
      stopped = true;
      await Promise.all(going);
    },
  };
}

function repairable(
  deps: Deps,
  { siteId, repair }: { siteId: string; repair: Repair },
): { airing: Airing; clip: Clip } | null {
  const { store } = deps;
  const airing = store.airings.get(repair.streamId);
  const open = airing?.state === 'sent' || airing?.state === 'sending';
  if (!open || !worthAiring(airing, deps.clock.planMs())) return null;
  if (!store.airings.speaker(airing.id, siteId)) return null;
  const clip = store.clips.get(airing.clipId);
  return clip && { airing, clip };
}

const keyOf = (airingId: string, siteId: string) => `${airingId} ${siteId}`;
const airingOf = (key: string) => key.slice(0, key.indexOf(' '));

/** Only what was sent already: what is still to come needs no repair. */
function addRanges(
  seqs: Set<number>,
  { ranges, until, may }: { ranges: Repair['ranges']; until: number; may(): boolean },
): void {
  for (const [from, to] of ranges)
    for (let seq = from; seq <= Math.min(to, until - 1); seq += 1) {
      if (!may()) return;
      seqs.add(seq);
    }
}

async function sayAgain(
  { deps, wait }: Parts,
  of: { airingId: string; seqs: readonly number[]; spend(): boolean },
): Promise<void> {
  const { store, studio, wire, clock } = deps;
  const airing = store.airings.get(of.airingId);
  const clip = airing && store.clips.get(airing.clipId);
  const tenant = airing && store.areas.get(airing.tenantId);
  if (!airing || !clip || !tenant) return;
  const topic = topics.stream(tenant.code, airing.id);
  const bytesPerMs = PACE_BYTES_PER_MS * Math.max(1, clock.speed());
  const pace = makePacer({ bytesPerMs, clock, wait });
  for (const seq of of.seqs) {
    if (!of.spend()) return;
    const chunk = await studio.chunk(clip, seq);
    const frame = chunk && encodeFrame(airing.id, { ...chunk, repair: true });
    if (!frame) continue;
    await wire.publish(topic, frame, { qos: 0 });
    await pace(frame.length);
  }
}

function chunkCount({ store }: Deps, airingId: string): number {
  const airing = store.airings.get(airingId);
  return (airing && store.clips.get(airing.clipId)?.sound.chunkCount) ?? 0;
}
