// A commune whose page is open, and what sounded there, as rows: what the page and reports are tried on.
// It must never assert anything: tests do.
import { USUAL_AIR } from '../../devices/rules/index.ts';
import { USUAL_RULES } from '../../src/domain/calendar/calendar-model.ts';
import type { Airing, Bulletin, VerdictKind } from '../../src/domain/model.ts';
import { liveCommune } from './steps.ts';
import { HERE, person, type World } from './world.ts';

export type Open = Awaited<ReturnType<typeof openCommune>>;

/** Its code is xa-a; its administrator opened the page. */
export async function openCommune(at: World) {
  const place = await liveCommune(at);
  const administrator = person(at, 'xa-a-quan-tri', ['administrator', place.id]);
  const settings = { areaId: place.id, open: true, phone: '0212 3852 047' };
  at.house.services.publicDesk.setSettings(administrator, settings);
  return { ...place, administrator, code: 'xa-a' };
}

let made = 0;

/** A bulletin that sounded: at each speaker of the commune, or as said. */
export function sounded(
  at: World,
  by: Pick<Open, 'id' | 'boxes'>,
  of: {
    title?: string;
    text?: string;
    minutesAgo?: number;
    personalData?: boolean;
    verdicts?: (VerdictKind | null)[];
    airing?: Partial<Airing>;
    bulletin?: Partial<Bulletin>;
  } = {},
): { airingId: string; bulletinId: string } {
  made += 1;
  const { store, clock } = at.deps;
  const bulletin = bulletinOf(by.id, made, of);
  const playAtMs = clock.planMs() - (of.minutesAgo ?? 30) * 60_000;
  const airing = airingOf({ bulletin, playAtMs, n: made, more: of.airing ?? {} });
  const { title, text } = bulletin;
  store.transaction(() => {
    store.bulletins.insert(bulletin);
    store.clips.put(clipOf(airing, text));
    store.schedules.insert({
      ...{ id: airing.scheduleId, tenantId: by.id, bulletinId: bulletin.id, areaIds: [by.id] },
      ...{ rule: { kind: 'once', atMs: playAtMs }, createdBy: 'ai-do', createdAtMs: 0 },
      sinceMs: 0,
      endedAtMs: null,
      air: USUAL_RULES,
      version: 1,
    });
    const speakers = by.boxes.map(({ siteId, unitId }) => ({ siteId, unitId }));
    store.airings.insert({ ...airing, title }, speakers);
    for (const [n, kind] of (of.verdicts ?? by.boxes.map(() => 'played' as const)).entries())
      if (kind !== null)
        store.airings.putVerdict(verdictOf(airing, by.boxes[n]?.siteId ?? '', kind));
  });
  at.deps.changes.tell({ kind: 'airing', id: airing.id, tenantId: airing.tenantId });
  return { airingId: airing.id, bulletinId: bulletin.id };
}

function bulletinOf(
  tenantId: string,
  n: number,
  of: { title?: string; text?: string; personalData?: boolean; bulletin?: Partial<Bulletin> },
): Bulletin {
  return {
    ...{ id: `bt-${n}`, tenantId, documentId: null, documentPart: null, originalId: null },
    ...{ title: of.title ?? `Tin số ${n}`, text: of.text ?? `Mời bà con nghe tin số ${n}.` },
    ...{ genre: 'notice', language: 'vie' },
    ...{ priority: 'normal', drill: false, maxSeconds: null, repeats: 1 },
    ...{ expiresAtMs: null, personalData: of.personalData ?? false, standingId: null },
    ...{ submitsItself: false, state: 'approved', stateReason: null, version: 1 },
    ...{ clipId: `clip-${n}`, authorId: 'ai-do', writerIds: [], createdAtMs: 0 },
    ...of.bulletin,
  };
}

function airingOf(of: {
  bulletin: Bulletin;
  playAtMs: number;
  n: number;
  more: Partial<Airing>;
}): Airing {
  const { bulletin, playAtMs, n, more } = of;
  const { id: bulletinId, tenantId, priority, drill, title } = bulletin;
  return {
    ...{ id: `phat-${n}`, occurrenceId: `lich-${n}@${playAtMs}`, scheduleId: `lich-${n}` },
    ...{ bulletinId, clipId: `clip-${n}`, title, tenantId, areaIds: [tenantId], priority, drill },
    ...{ playAtMs, durationMs: 24_000, sendAtMs: playAtMs, closeAtMs: playAtMs + 60_000 },
    air: USUAL_AIR,
    ...{ state: 'closed', orderBytes: null, ...more },
  };
}

function clipOf({ clipId: id, bulletinId }: Airing, text: string) {
  const sentences = text.split(/(?<=\.) /u).map((words) => ({ words, startMs: 0, endMs: 1 }));
  return {
    ...{ id, bulletinId, path: `${id}.opus`, contentHash: id, durationMs: 24_000, lufs: -16 },
    ...{ truePeakDb: -1, bytes: 9_000, sentences, doubts: 0, madeAtMs: 0 },
    sound: {
      ...{ codec: 'opus' as const, channels: 1 as const, bitrateBps: 24_000, frameMs: 60 as const },
      ...{ preSkipSamples: 312, totalSamples: 1_152_000, chunkCount: 3, bytes: 9_000 },
      ...{ contentHash: id, chunkDigests: '' },
    },
    synthetic: { engine: 'espeak-ng', voice: 'vi', madeAtMs: 0 },
    language: 'vie',
    profile: 'horn' as const,
    spokenBy: [],
    falls: [],
  };
}

function verdictOf({ id: airingId }: Airing, siteId: string, kind: VerdictKind) {
  return {
    ...{ airingId, siteId, kind, reason: 'whole' as const, detail: null, startErrorMs: 1 },
    ...{ heardMs: 24_000, chunksReceived: 3, chunksRepaired: 0, interruptions: [] },
    ...{ givenAtMs: 0, revision: 0 },
  };
}

/** A report as the form sends it. */
export const wish = (
  of: Partial<Parameters<World['house']['services']['reports']['send']>[0]> = {},
) => ({
  ...{ code: 'xa-a', kind: 'noise' as const, airingId: null, village: null, siteId: null },
  ...{ text: '', address: HERE, ...of },
});
