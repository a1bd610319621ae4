// Times of a bulletin and of the same in another language as rows, wherever a test of stopping needs them.
// It must never assert anything: tests do.
import type { Airing, AiringState, Bulletin, Schedule } from '../../src/domain/model.ts';
import { withVariant } from './language-steps.ts';
import { MINUTE } from './poles.ts';
import { liveCommune, scheduled } from './steps.ts';
import { type Commune, NOON, person, world } from './world.ts';

type Of = { tenantId?: string; rule?: Schedule['rule'] };
type Aired = Of & { state: AiringState; setMinute?: number; scheduleId?: string };

/** At noon; minutes count from then. Nothing is beaten: what is there was put there. */
export async function inTwoLanguages(of: Partial<Bulletin> = {}) {
  const at = world();
  const a: Commune = await liveCommune(at);
  const found = await withVariant(at, a);
  const { store } = at.deps;
  for (const one of [found.original, found.variant]) store.bulletins.update({ ...one, ...of });
  const [original, variant] = [found.original, found.variant].map((one) => ({ ...one, ...of }));
  if (!original || !variant) throw new Error('no bulletins');
  const { id: model } = scheduled(at, a, {
    ...{ bulletin: original, rule: { kind: 'once', atMs: NOON + 5 * 24 * 60 * MINUTE } },
  });
  const usual = store.schedules.get(model);
  if (!usual) throw new Error('no schedule');
  store.schedules.end(model, NOON);
  const province = store.areas.byCode('muong-thu')?.id ?? '';
  let made = 0;
  const set = (bulletin: Bulletin, minute: number | null, { tenantId = a.id, rule }: Of = {}) => {
    made += 1;
    const own = rule ?? (minute === null ? ({ kind: 'now', atMs: null } as const) : once(minute));
    const row = { ...usual, id: `lich-${made}`, bulletinId: bulletin.id, tenantId, rule: own };
    store.schedules.insert(row);
    return row.id;
  };
  const aired = (bulletin: Bulletin, minute: number, { setMinute = minute, ...by }: Aired) => {
    const scheduleId = by.scheduleId ?? set(bulletin, setMinute, by);
    const row = airingOf(bulletin, minute, {
      ...{ id: `phat-${made}-${minute}`, scheduleId, state: by.state },
      ...{ tenantId: by.tenantId ?? a.id, areaIds: usual.areaIds },
      occurrenceId: `${scheduleId}@${NOON + setMinute * MINUTE}`,
    });
    store.airings.insert(row, []);
    return row.id;
  };
  const isOver = (id: string) =>
    store.airings.get(id)?.state === 'cancelled' || Boolean(store.schedules.get(id)?.endedAtMs);
  const above = person(at, 'tinh-truc', ['operator', province]);
  return { at, a, original, variant, province, above, set, aired, isOver, ...at.house.services };
}

const once = (minute: number) => ({ kind: 'once', atMs: NOON + minute * MINUTE }) as const;

type Own = Pick<Airing, 'id' | 'occurrenceId' | 'scheduleId' | 'tenantId' | 'areaIds' | 'state'>;

function airingOf(bulletin: Bulletin, minute: number, own: Own): Airing {
  const playAtMs = NOON + minute * MINUTE;
  const { id: bulletinId, title, priority, drill, clipId } = bulletin;
  return {
    ...{ bulletinId, title, priority, drill, clipId: clipId ?? '', playAtMs },
    ...{ durationMs: MINUTE, sendAtMs: playAtMs - MINUTE, closeAtMs: playAtMs + 2 * MINUTE },
    ...{ air: { start: { kind: 'after' }, missed: { kind: 'join' }, under: 'pause' } },
    ...{ orderBytes: null, ...own },
  } as Airing;
}
