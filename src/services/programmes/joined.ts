// The sound of an edition: its parts looked at once more, then joined in the line in which all sound is made.
// It must never read a text: what is heard was made and approved before.
import { AppError } from '../../domain/errors.ts';
import type { Bulletin, Clip } from '../../domain/model.ts';
import { type FaultOf, faultOf } from '../../domain/programmes/part-standing.ts';
import type { BrokenPart, EditionPart } from '../../domain/programmes/programme-model.ts';
import { sayBroken } from '../../domain/programmes/programme-words.ts';
import type { Deps } from '../deps.ts';
import { tellProgress } from '../progress.ts';
import { refusal } from '../refusals.ts';
import { brokenBy, SEVERAL } from './editions.ts';
import { type FactsOf, partFacts } from './sayable.ts';

/** Null: it is no edition. @throws AppError that names the part which no longer holds */
export async function joinedFor(
  deps: Deps,
  { bulletin, signal }: { bulletin: Bulletin; signal: AbortSignal },
): Promise<Omit<Clip, 'bulletinId'> | null> {
  const { store, studio } = deps;
  const edition = store.programmeEditions.get(bulletin.id);
  if (edition === null) return null;
  const parts = store.programmeEditions.parts(bulletin.id);
  // once broken only a rebuilding mends it, which looks at all of it anew
  const broken = edition.broken ?? brokenPart(deps, { parts, tenantId: edition.tenantId });
  if (broken !== null) {
    store.programmeEditions.setBroken(bulletin.id, broken);
    throw refusal('conflict', 'part-broken', sayBroken(broken));
  }
  const clips = parts.map(({ clipId, bulletinId }) =>
    bulletinId === null ? null : store.clips.get(clipId),
  );
  const profile = clips.find((clip) => clip !== null)?.profile ?? 'horn';
  const chime = parts.some(({ bulletinId }) => bulletinId === null)
    ? await studio.chime(profile)
    : null;
  const languages = new Set(parts.flatMap(({ language }) => language ?? []));
  const pieces = parts.flatMap(({ pauseFrames }, at) => {
    const clip = clips[at] ?? chime;
    return clip ? [{ clip, pauseFrames }] : [];
  });
  const wanted = {
    ...{ title: bulletin.title, profile, pieces, signal },
    language: languages.size > 1 ? SEVERAL : bulletin.language,
    onProgress: tellProgress(deps, bulletin),
  };
  return studio.join(wanted).catch(async (error: unknown) => {
    throw (await lostPart(deps, { parts, clips, error })) ?? error;
  });
}

/** Asked only after it failed: which file it was, by the name of the bulletin whose sound it is. */
async function lostPart(
  { studio }: Pick<Deps, 'studio'>,
  of: { parts: readonly EditionPart[]; clips: readonly (Clip | null)[]; error: unknown },
): Promise<AppError | null> {
  if (!(of.error instanceof AppError) || !LOST.has(of.error.code)) return null;
  for (const [at, { title }] of of.parts.entries()) {
    const clip = of.clips[at];
    const lost = clip ? await studio.chunk(clip, 0).catch(() => null) : undefined;
    if (lost === null) return partLost(title);
  }
  return null;
}

const LOST: ReadonlySet<string> = new Set(['sound-broken', 'disk-failed']);

const partLost = (title: string) =>
  refusal('world', 'part-lost', {
    vi: `Tệp âm thanh của phần “${title}” bị mất hoặc hỏng. Hãy tạo lại âm thanh của bản tin đó, duyệt lại, rồi dựng lại chương trình.`,
    en: `The sound file of the part “${title}” is lost or broken. Have the sound of that bulletin made again and approved, then build the programme again.`,
  });

/** The first of its parts that is not, or may not be, what it was when it was chosen. */
export function brokenPart(
  deps: Pick<Deps, 'store' | 'clock'>,
  of: {
    parts: readonly EditionPart[];
    tenantId: string;
    facts?: FactsOf;
    /** what counts as broken; without it, whatever speaks against airing it now */
    by?: FaultOf;
  },
): BrokenPart | null {
  const { parts, tenantId, by = faultOf } = of;
  const facts = of.facts ?? partFacts(deps, { tenantId, nowMs: deps.clock.planMs() });
  for (const part of parts) {
    if (part.bulletinId === null) continue;
    const fault = by(part, facts(part.bulletinId));
    if (fault !== null) return brokenBy(part, fault);
  }
  return null;
}
