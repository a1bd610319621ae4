// What an account saw of a bulletin, and what has changed since: the sound sentence by sentence, and figures.
// It must never decide what a difference is: src/domain/approval/sound-changes.ts does.

import type { Edition } from '../../domain/approval/approval-model.ts';
import { figureChanges, soundChanges } from '../../domain/approval/sound-changes.ts';
import type { Actor, Bulletin, Clip } from '../../domain/model.ts';
import { changedSinceSeen } from '../../domain/problems.ts';
import { theirs } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import { orderOf } from '../reading/reading-order.ts';
import { missing } from '../refusals.ts';
import type { Approving, Changes } from './approvals-door.ts';

export function editionOf(bulletin: Bulletin, clip: Clip): Edition {
  const { id: bulletinId, version, title, text } = bulletin;
  return { bulletinId, version, clipId: clip.id, contentHash: clip.contentHash, title, text };
}

export function makeSeen(deps: Deps): Pick<Approving, 'seen' | 'changes'> {
  const { store } = deps;
  return {
    seen(actor, { bulletinId, contentHash }) {
      const bulletin = theirs(deps, { actor, action: 'bulletin.view', bulletinId });
      const clip = clipOf(deps, bulletin);
      // what was on the screen is another sound than the one there now: it has not been seen
      if (clip?.contentHash !== contentHash) throw changedSinceSeen();
      const { accountId } = actor;
      const last = store.seen.get({ accountId, bulletinId });
      if (last?.version === bulletin.version) return;
      store.transaction(() => {
        store.editions.put(editionOf(bulletin, clip));
        const { version } = bulletin;
        const beforeVersion = last?.version ?? null;
        const atMs = deps.clock.wallMs();
        store.seen.put({ accountId, bulletinId, version, beforeVersion, atMs });
      });
    },
    async changes(actor, { bulletinId, sinceVersion }) {
      const bulletin = theirs(deps, { actor, action: 'bulletin.view', bulletinId });
      const clip = clipOf(deps, bulletin);
      const base = baseOf(deps, { actor, bulletin, sinceVersion });
      if (clip === null || base === null) return NOTHING;
      const { edition, what } = base;
      const { version, title } = edition;
      const before = store.clips.get(edition.clipId)?.sentences.map(({ words }) => words) ?? [];
      const { changes: sentences, whole } = soundChanges(before, clip.sentences);
      const figures = await figuresOf(deps, { bulletin, edition });
      return { since: { version, title, what }, sentences, whole, figures };
    },
  };
}

const NOTHING: Changes = {
  since: null,
  sentences: [],
  whole: true,
  figures: { added: [], removed: [] },
};

function clipOf({ store }: Deps, { clipId }: Bulletin): Clip | null {
  return clipId === null ? null : store.clips.get(clipId);
}

/** The version asked for; else what this account saw before this one; else what was approved last. */
function baseOf(
  { store }: Deps,
  of: { actor: Actor; bulletin: Bulletin; sinceVersion: number | null },
): { edition: Edition; what: 'seen' | 'approved' } | null {
  const { bulletin, sinceVersion } = of;
  const bulletinId = bulletin.id;
  const kept = (version: number | null | undefined) =>
    version ? store.editions.get({ bulletinId, version }) : null;
  if (sinceVersion !== null) {
    const edition = kept(sinceVersion);
    if (edition === null) throw missing();
    return { edition, what: 'seen' };
  }
  const seen = store.seen.get({ accountId: of.actor.accountId, bulletinId });
  const before = seen?.version === bulletin.version ? seen.beforeVersion : seen?.version;
  const edition = kept(before);
  if (edition !== null) return { edition, what: 'seen' };
  const approved = store.approvals
    .of(bulletinId)
    .filter(({ version }) => version < bulletin.version);
  const last = kept(approved.at(-1)?.version);
  return last && { edition: last, what: 'approved' };
}

/** Of the source, where "50.000" is a figure: what is spoken has only words. */
async function figuresOf(
  deps: Deps,
  { bulletin, edition }: { bulletin: Bulletin; edition: Edition },
): Promise<Changes['figures']> {
  if (bulletin.text === edition.text) return { added: [], removed: [] };
  const order = orderOf(deps, bulletin);
  const before = await deps.reader.digest(edition.text, order);
  return figureChanges(before, await deps.reader.digest(bulletin.text, order));
}
