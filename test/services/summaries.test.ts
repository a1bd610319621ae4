// How airings ended, counted over real rows.
// It must never name a speaker: the airing's own page does.
import { describe, expect, test } from 'vitest';
import { sounded } from './public-steps.ts';
import { liveCommune } from './steps.ts';
import { commune, NOON, person, world } from './world.ts';

const DAY_MS = 24 * 3_600_000;

async function desk() {
  const at = world();
  return { at, place: await liveCommune(at) };
}

describe('how airings ended, counted', () => {
  test('is over one’s own speakers, of what has begun, with the first reason', async () => {
    const { at, place: by } = await desk();
    const { airingId } = sounded(at, by, { verdicts: ['skipped-by-rule', 'pre-empted'] });
    const { summaries } = at.house.services;
    const span = { fromMs: NOON - DAY_MS, toMs: NOON + DAY_MS };
    const [summary, ...more] = summaries.list(by.approver, span);
    expect(more).toEqual([]);
    expect(summary).toMatchObject({
      airingId,
      counts: { all: 2, played: 0, skipped: 1, yielded: 1, failed: 0, waiting: 0 },
    });
    expect(summary?.why?.vi).toMatch(/^Không phát/);
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
    const other = commune(at, person(at, 'tinh', ['administrator', province]), 'xa-b');
    expect(summaries.list(other.approver, span)).toEqual([]);
    expect(() => summaries.list(by.approver, { fromMs: 0, toMs: NOON })).toThrow(/span-too-long/);
  });

  test('of more airings than one statement takes is asked for in parts', async () => {
    const { at, place: by } = await desk();
    at.deps.store.transaction(() => {
      for (let n = 0; n < 514; n += 1) sounded(at, by, { minutesAgo: 30 + n });
    });
    const found = at.house.services.summaries.list(by.author, {
      ...{ fromMs: NOON - DAY_MS, toMs: NOON },
    });
    expect(found).toHaveLength(514);
    expect(found.every(({ counts }) => counts.played === 2)).toBe(true);
  });
});
