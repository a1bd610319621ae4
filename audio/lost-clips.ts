// Clips that nobody names give room: edits given up, sounds made anew, recordings sent back.
// It must never decide who names one, nor touch what is younger than a day.
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { clipEntries, filesOf, type Swept } from './keeping.ts';

/** Whoever made a clip, or found it again, has written down within this what it is for. */
const YOUNG_MS = 86_400_000;
/** Asked of the rows at a time, so that nobody else waits for them. */
const ASKED_AT_ONCE = 200;
/** A disk that filled up over months empties within a day; one sweep stays short. */
const GO_MAX = 500;

export type LostAsked = {
  /** of these, the ones somebody names */
  named(ids: readonly string[]): ReadonlySet<string>;
  /** the last word, at once before its files go: false keeps them */
  release(id: string): boolean;
};

export async function sweepLost(
  of: LostAsked & { clipsDir: string; keep: ReadonlySet<string>; nowMs?: number },
): Promise<Swept> {
  const { clipsDir, keep } = of;
  const youngAfterMs = (of.nowMs ?? Date.now()) - YOUNG_MS;
  const { clips } = await clipEntries(clipsDir);
  const old = clips.filter(({ name, usedAtMs }) => !keep.has(name) && usedAtMs < youngAfterMs);
  const swept = { removed: 0, bytes: 0 };
  for (let at = 0; at < old.length && swept.removed < GO_MAX; at += ASKED_AT_ONCE) {
    const page = old.slice(at, at + ASKED_AT_ONCE);
    const named = of.named(page.map(({ name }) => name));
    for (const { name: id, bytes } of page) {
      if (named.has(id) || swept.removed >= GO_MAX) continue;
      await breath();
      if (!removed({ ...of, id, youngAfterMs })) continue;
      swept.removed += 1;
      swept.bytes += bytes;
    }
    await breath();
  }
  return swept;
}

/**
 * In one breath: whoever finds it again touches it first (kept-clip.ts), so either it is young by now,
 * or they find it gone and make it again.
 */
function removed(of: LostAsked & { clipsDir: string; id: string; youngAfterMs: number }): boolean {
  const { clipsDir, id, youngAfterMs } = of;
  const lastMs = ['json', 'opus'].map(
    (end) => statSync(join(clipsDir, `${id}.${end}`), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  if (Math.max(...lastMs) >= youngAfterMs || !of.release(id)) return false;
  for (const path of filesOf(clipsDir, id)) rmSync(path, { force: true });
  return true;
}
