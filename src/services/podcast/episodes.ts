// Which sounds a podcast may carry, by the one rule of the public page, and how each is told.
// It must never let through what that rule does not.
import type { Area, Bulletin, Clip } from '../../domain/model.ts';
import { type AiredFacts, mayBeHeard, publicAiring } from '../../domain/public/public-page.ts';
import { DAY_MS } from '../../domain/vietnam-time.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { missing } from '../refusals.ts';
import type { OfPodcast, PodcastEpisode } from './podcast-door.ts';
import type { AiredSound } from './podcast-store.ts';

/** A listener's programme keeps what it has; the province's site fetches each day. */
const KEPT_MS = 90 * DAY_MS;
/** Ten pages of a hundred: a commune of ten bulletins a day for its 90 days. */
const SOUNDS_MAX = 1_000;
/** The beginning; the whole is in the sound and, for a week, on the public page. */
const WORDS_CHARS = 1_500;

export type Candidate = { sound: AiredSound; facts: AiredFacts; bulletin: Bulletin; clip: Clip };
export type Told = { area: Area; tenantIds: readonly string[] };

/** @throws AppError missing: no such area, or no commune of it has opened its page */
export function toldOf({ store }: Deps, { kind, code }: OfPodcast): Told {
  const area = store.areas.byCode(code);
  if (area?.kind !== kind) throw missing();
  const open = store.publicPages.open().map(({ areaId }) => areaId);
  const tenantIds = open.filter(
    (id) =>
      id === area.id ||
      treeAbove(store.areas, id)
        .upwards(id)
        .some((up) => up.id === area.id),
  );
  if (tenantIds.length === 0) throw missing();
  return { area, tenantIds };
}

/** Newest first; what may be heard is decided by rows, without a word of what is heard. */
export function airedHere(
  { store, clock }: Deps,
  { tenantIds }: Told,
  bulletinId?: string,
): { sounds: AiredSound[]; newest: number | null } {
  const fromMs = clock.planMs() - KEPT_MS;
  const one = bulletinId === undefined ? {} : { bulletinId };
  const all = store.airedSounds.list({ tenantIds, fromMs, limit: SOUNDS_MAX + 1, ...one });
  const sounds = all.slice(0, SOUNDS_MAX);
  const rules = store.heard.rules(sounds.map(({ airingId }) => airingId));
  const open = rules.filter((facts) => !facts.drill && mayBeHeard(facts, SOUNDED));
  const may = new Set(open.map(({ id }) => id));
  const newest = all.length > SOUNDS_MAX ? SOUNDS_MAX : null;
  return { sounds: sounds.filter(({ airingId }) => may.has(airingId)), newest };
}

/** Asked for by a stranger, piece by piece: looked up by its key alone. */
export function heardClip(
  deps: Deps,
  { key, told }: { key: string; told: Told },
): Pick<Clip, 'id' | 'path'> | null {
  const bulletinId = key.slice(0, Math.max(0, key.indexOf('_')));
  // an index is asked with an id of ours, whatever came
  if (bulletinId === '' || deps.store.bulletins.get(bulletinId) === null) return null;
  const { sounds } = airedHere(deps, told, bulletinId);
  const found = sounds.find((sound) => keyOf(sound) === key);
  return found ? deps.store.airedSounds.file(found.clipId) : null;
}

/** With all that is told of them. */
export function candidates({ store }: Deps, sounds: readonly AiredSound[]): Candidate[] {
  const known = new Map(
    store.heard.facts(sounds.map(({ airingId }) => airingId)).map((facts) => [facts.id, facts]),
  );
  return sounds.flatMap((sound) => {
    const facts = known.get(sound.airingId);
    const bulletin = store.bulletins.get(sound.bulletinId);
    const clip = store.clips.get(sound.clipId);
    return facts && bulletin && clip ? [{ sound, facts, bulletin, clip }] : [];
  });
}

/** That it sounded is why it was found. */
const SOUNDED = [{ airingId: '', areaId: '', speakers: 1, played: 1, partly: 0 }];

/** Of this sound: another sound of the same bulletin is another episode. */
export const keyOf = ({ bulletinId, clipId }: Pick<AiredSound, 'bulletinId' | 'clipId'>): string =>
  `${bulletinId}_${clipId.slice(0, 16)}`;

export function episodeOf(
  { store }: Deps,
  { sound, facts, bulletin, clip }: Candidate,
  file: PodcastEpisode['sound'],
): PodcastEpisode {
  const said = publicAiring(facts, SOUNDED)?.said;
  const source = facts.source;
  const named = source && [source.number, source.clauses, source.title, source.issuer];
  return {
    key: keyOf(sound),
    title: facts.title,
    source: named?.filter((part) => part !== null && part !== '').join(', ') || null,
    documentNumber: source?.number ?? null,
    ...{ genre: bulletin.genre, language: bulletin.language },
    words: cut(said?.text ?? ''),
    communeName: store.areas.get(sound.tenantId)?.name ?? '',
    ...{ airedAtMs: sound.airedAtMs, durationMs: clip.durationMs, synthetic: clip.synthetic },
    sound: file,
  };
}

function cut(text: string): string {
  if (text.length <= WORDS_CHARS) return text;
  const short = text.slice(0, WORDS_CHARS);
  return `${short.slice(0, Math.max(short.lastIndexOf(' '), WORDS_CHARS / 2))}…`;
}
