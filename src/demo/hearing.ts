// From a bulletin that can be heard to every verdict: approval, schedule, delivery, playing.
// It must never know how the sound was made, nor what the loudspeakers wrote.
import type { Person } from './api.ts';
import type { Sentence } from './fault.ts';
import type { BulletinView } from './making.ts';
import type { Pace } from './pace.ts';
import type { Screen } from './screen.ts';
import { until } from './waiting.ts';

export type Verdict = {
  kind: string;
  reason: string;
  startErrorMs: number | null;
  heardMs: number;
  chunksReceived: number;
  chunksRepaired: number;
};
export type Part = {
  siteId: string;
  siteName: string;
  village: string;
  verdict: Verdict | null;
  sentence: Sentence;
};

/** Two people, as the law of the house wants: the author sends it, another hears and approves it. */
export async function approve(author: Person, approver: Person, bulletinId: string): Promise<void> {
  await author.call('POST', `/api/bulletins/${bulletinId}/submit`);
  const { clip } = await approver.call<BulletinView>('GET', `/api/bulletins/${bulletinId}`);
  await approver.call('POST', `/api/bulletins/${bulletinId}/approve`, {
    contentHash: clip?.contentHash,
  });
}

export type Air = {
  planner: Person;
  bulletinId: string;
  villageIds: readonly string[];
  pace: Pace;
  clipSeconds: number;
  patienceSeconds: number;
  screen: Screen;
  alive: Promise<never>;
};

/** @returns every loudspeaker's part, each with its verdict */
export async function air(wanted: Air): Promise<Part[]> {
  const { planner, pace, screen } = wanted;
  const { planNowMs } = await planner.call<{ planNowMs: number }>('GET', '/api/health');
  const atMs = Math.ceil(planNowMs + pace.leadSeconds * 1_000 * pace.speed);
  const { schedule } = await planner.call<{ schedule: { id: string } }>('POST', '/api/schedules', {
    bulletinId: wanted.bulletinId,
    areaIds: wanted.villageIds,
    rule: { kind: 'once', atMs },
  });
  screen.say({
    vi: `Lịch phát: ${hourOf(atMs)} giờ của bản, sau ${pace.leadSeconds.toFixed(0)} giây nữa`,
    en: `scheduled for ${hourOf(atMs)} village time, ${pace.leadSeconds.toFixed(0)} s from now`,
  });
  const airingId = await bornAiring(wanted, schedule.id, atMs);
  return heard(wanted, { airingId, atMs });
}

async function bornAiring(wanted: Air, scheduleId: string, atMs: number): Promise<string> {
  const path = `/api/airings?fromMs=${atMs - 1_000}&toMs=${atMs + 1_000}`;
  const patience = {
    everyMs: 200,
    limitMs: wanted.pace.leadSeconds * 1_000 + 10_000,
    alive: wanted.alive,
    late: {
      vi: 'Đến giờ mà dịch vụ chưa lập lượt phát.',
      en: 'The service made no airing of the schedule.',
    },
  };
  return until(patience, async () => {
    const { airings } = await wanted.planner.call<{
      airings: { id: string; scheduleId: string }[];
    }>('GET', path);
    return airings.find((airing) => airing.scheduleId === scheduleId)?.id ?? null;
  });
}

async function heard(wanted: Air, which: { airingId: string; atMs: number }): Promise<Part[]> {
  const { planner, screen, pace, clipSeconds } = wanted;
  const ready = screen.bar({ vi: 'Loa nhận bản tin', en: 'until T' });
  const playing = screen.bar({ vi: 'Đang phát', en: 'playing' });
  const settled = screen.bar({ vi: 'Báo nhận', en: 'verdicts' });
  const bornAtMs = performance.now();
  const patience = {
    everyMs: 500,
    limitMs: wanted.patienceSeconds * 1_000,
    alive: wanted.alive,
    late: {
      vi: 'Hết thời gian chờ mà vẫn còn loa chưa có kết quả phát.',
      en: 'Time is up and some loudspeakers still have no verdict.',
    },
  };
  const parts = await until(patience, async () => {
    const seconds = (performance.now() - bornAtMs) / 1_000;
    ready.set(Math.min(seconds, pace.leadSeconds), pace.leadSeconds);
    const length = clipSeconds / pace.speed;
    playing.set(Math.min(Math.max(0, seconds - pace.leadSeconds), length), length);
    const { speakers } = await planner.call<{ speakers: Part[] }>(
      'GET',
      `/api/airings/${which.airingId}`,
    );
    const done = speakers.filter(({ verdict }) => verdict !== null).length;
    settled.set(done, speakers.length);
    return speakers.length > 0 && done === speakers.length ? speakers : null;
  });
  for (const bar of [ready, playing, settled]) bar.end();
  return parts;
}

/** 17:08 of the plan's day, in Vietnam. */
function hourOf(planMs: number): string {
  return new Date(planMs + 7 * 3_600_000).toISOString().slice(11, 19);
}
