// Who is there, kept in memory: when each speaker was heard, and what its silence has become.
// It must never decide how long a silence is too long: src/domain/poles/health.ts does.
import { BEAT_MS, gone, heard, type Link, looked, NEVER } from '../../domain/poles/health.ts';
import type { LinkState } from '../../domain/poles/pole-model.ts';
import { firstFacts } from '../../domain/poles/site-facts.ts';
import type { Deps } from '../deps.ts';

export type LinkView = { state: LinkState; sinceMs: number | null };
/** A silence that began, or one that is over; `sinceMs`: when the speaker was last heard before it. */
export type Turn = { siteId: string; to: 'silent' | 'back'; sinceMs: number };
export type Links = {
  heard(siteId: string): void;
  /** it said something that names no unit: it is there, if it ever said hello */
  touched(siteId: string): void;
  gone(siteId: string): void;
  /** what has turned since the last look */
  look(): Turn[];
  of(siteId: string): LinkView;
  /** another unit stands there, or its class is another */
  changed(siteId: string): void;
};

type Kept = { unitId: string; beatMs: number; link: Link; silentSinceMs: number | null };

export function makeLinks(deps: Deps): Links {
  const { clock } = deps;
  let kept: Map<string, Kept> | null = null;
  let turns: Turn[] = [];
  const all = () => {
    kept ??= loaded(deps);
    return kept;
  };
  const entryOf = (siteId: string) => {
    const known = all().get(siteId);
    if (known) return known;
    const fresh = freshEntry(deps, siteId);
    if (fresh) all().set(siteId, fresh);
    return fresh;
  };
  const hear = (siteId: string, entry: Kept) => {
    const { state } = entry.link;
    entry.link = heard(entry.link, { nowMs: clock.monoMs(), beatMs: entry.beatMs });
    if (state !== 'silent' || entry.link.state === 'silent') return;
    turns.push({ siteId, to: 'back', sinceMs: entry.silentSinceMs ?? clock.planMs() });
    entry.silentSinceMs = null;
  };
  const listening = makeListening(deps);
  return {
    touched(siteId) {
      const entry = entryOf(siteId);
      if (entry && entry.link.state !== 'never') hear(siteId, entry);
    },
    heard(siteId) {
      const entry = entryOf(siteId);
      if (entry) hear(siteId, entry);
    },
    gone(siteId) {
      const entry = entryOf(siteId);
      if (entry) entry.link = gone(entry.link, clock.monoMs());
    },
    look() {
      const nowMs = clock.monoMs();
      const listeningMs = listening();
      if (listeningMs !== null)
        for (const [siteId, entry] of all()) {
          const { state } = entry.link;
          entry.link = looked(entry.link, { nowMs, beatMs: entry.beatMs, listeningMs });
          if (state === 'silent' || entry.link.state !== 'silent') continue;
          entry.silentSinceMs = planOf(deps, entry.link.heardMs ?? nowMs);
          turns.push({ siteId, to: 'silent', sinceMs: entry.silentSinceMs });
        }
      const found = turns;
      turns = [];
      return found;
    },
    of(siteId) {
      const entry = entryOf(siteId);
      if (!entry) return { state: 'no-unit', sinceMs: null };
      const { state, heardMs } = entry.link;
      if (state === 'silent') return { state, sinceMs: entry.silentSinceMs };
      const late = state === 'late' && heardMs !== null;
      return { state, sinceMs: late ? planOf(deps, heardMs) : null };
    },
    changed(siteId) {
      const before = all().get(siteId);
      const fresh = freshEntry(deps, siteId);
      if (!fresh) all().delete(siteId);
      else if (before?.unitId === fresh.unitId) before.beatMs = fresh.beatMs;
      else all().set(siteId, fresh);
    },
  };
}

/** Since when anything can be heard at all; null while the broker is away, which is nobody's fault. */
function makeListening({ clock, wire }: Deps): () => number | null {
  let sinceMs: number | null = null;
  return () => {
    sinceMs = wire.connected() ? (sinceMs ?? clock.monoMs()) : null;
    return sinceMs;
  };
}

/** On the plan's clock, which people read. */
function planOf({ clock }: Deps, monoMs: number): number {
  return Math.round(clock.planMs() - (clock.monoMs() - monoMs) * clock.speed());
}

/**
 * After a restart nobody has been heard yet. Who was silent still is; the others have their five beats
 * from now on to say something, so that nobody is called dead for the service's own absence.
 */
function loaded(deps: Deps): Map<string, Kept> {
  const { store, clock } = deps;
  const silent = new Map(
    store.incidents
      .allOpen()
      .filter(({ kind }) => kind === 'silent')
      .map(({ siteId, sinceMs }) => [siteId, sinceMs]),
  );
  const statuses = new Map(store.statuses.all().map((row) => [row.siteId, row.status.unitId]));
  const classes = new Map(store.siteFacts.all().map((row) => [row.siteId, row.deviceClass]));
  const found = new Map<string, Kept>();
  for (const { siteId, id: unitId } of store.units.installed()) {
    const beatMs = BEAT_MS[classes.get(siteId) ?? firstFacts(siteId).deviceClass];
    const silentSinceMs = silent.get(siteId) ?? null;
    const known = statuses.get(siteId) === unitId;
    const link: Link =
      silentSinceMs !== null
        ? { ...NEVER, state: 'silent', falls: 1 }
        : known
          ? { ...NEVER, state: 'online', heardMs: clock.monoMs() }
          : NEVER;
    found.set(siteId, { unitId, beatMs, link, silentSinceMs });
  }
  return found;
}

function freshEntry({ store }: Deps, siteId: string): Kept | null {
  const unit = store.units.at(siteId);
  if (!unit) return null;
  const { deviceClass } = store.siteFacts.get(siteId) ?? firstFacts(siteId);
  return { unitId: unit.id, beatMs: BEAT_MS[deviceClass], link: NEVER, silentSinceMs: null };
}
