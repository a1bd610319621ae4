// Chunks asked for again: many speakers' questions merged, each chunk said once on the stream's topic.
// It must never repair for who is not among an airing's speakers, nor without bounds.
import { encodeFrame, type Repair, topics } from '../../devices/protocol/index.ts';
import { worthAiring } from '../domain/airing.ts';
import type { Airing, Clip } from '../domain/model.ts';
import { makeAllowance } from './allowance.ts';
import type { Deps } from './deps.ts';
import type { WireEvents } from './ports.ts';
import type { Sending } from './sending.ts';

export type Repairs = { ask: WireEvents['repair']; idle(): Promise<void> };

/** Speakers of one village miss the same chunks within a blink of each other. */
const MERGE_MS = 200;
/** The whole stream four times a minute: every round of every speaker, but no flood. */
const ROUNDS_PER_MINUTE = 4;
/** The agent asks at most every 2 s. */
const ASKED_PER_MINUTE = 40;
const MINUTE_MS = 60_000;
/** Streams under repair at once: all that a province airs within its hours. */
const STREAMS_MAX = 200;

type Parts = { deps: Deps; sending: Pick<Sending, 'nextSeq'> };

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
  const answer = async (airingId: string) => {
    await new Promise((resolve) => setTimeout(resolve, MERGE_MS));
    const seqs = [...(wanted.get(airingId) ?? [])].sort((a, b) => a - b);
    wanted.delete(airingId);
    await sayAgain(deps, { airingId, seqs, spend: () => spend(airingId) });
  };
  return {
    async ask(siteId, repair) {
      const found = asks(siteId) ? repairable(deps, { siteId, repair }) : null;
      if (!found || (wanted.size >= STREAMS_MAX && !wanted.has(repair.streamId))) return;
      const known = wanted.get(repair.streamId);
      const seqs = known ?? new Set();
      const until = parts.sending.nextSeq(repair.streamId) ?? found.clip.sound.chunkCount;
      addRanges(seqs, { ranges: repair.ranges, until });
      wanted.set(repair.streamId, seqs);
      if (known) return;
      const run = answer(repair.streamId)
        .catch((error) =>
          deps.log.warn({ err: error, airingId: repair.streamId }, 'repair broke off'),
        )
        .finally(() => going.delete(run));
      going.add(run);
    },
    async idle() {
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

/** Only what was sent already: what is still to come needs no repair. */
function addRanges(
  seqs: Set<number>,
  { ranges, until }: { ranges: Repair['ranges']; until: number },
): void {
  for (const [from, to] of ranges)
    for (let seq = from; seq <= Math.min(to, until - 1); seq += 1) seqs.add(seq);
}

async function sayAgain(
  deps: Deps,
  of: { airingId: string; seqs: readonly number[]; spend(): boolean },
): Promise<void> {
  const { store, studio, wire } = deps;
  const airing = store.airings.get(of.airingId);
  const clip = airing && store.clips.get(airing.clipId);
  const tenant = airing && store.areas.get(airing.tenantId);
  if (!airing || !clip || !tenant) return;
  const topic = topics.stream(tenant.code, airing.id);
  for (const seq of of.seqs) {
    if (!of.spend()) return;
    const chunk = await studio.chunk(clip, seq);
    const frame = chunk && encodeFrame(airing.id, { ...chunk, repair: true });
    if (frame) await wire.publish(topic, frame, { qos: 0 });
  }
}

function chunkCount({ store }: Deps, airingId: string): number {
  const airing = store.airings.get(airingId);
  return (airing && store.clips.get(airing.clipId)?.sound.chunkCount) ?? 0;
}
