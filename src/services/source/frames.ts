// The sounds of emergency templates' own words, made ahead and kept in mind: what can go out with no making at all.
// It must never hold up a beat or a bulletin: one is made at a time, when nothing waits.

import { VIETNAMESE } from '../../domain/languages.ts';
import type { Clip } from '../../domain/model.ts';
import { frameOf } from '../../domain/source/frame-text.ts';
import type { Deps } from '../deps.ts';
import { keyOfOrder, orderOf } from '../reading/reading-order.ts';
import { provinceOf } from './refusing.ts';
import { trustsInForce } from './trusting.ts';

export type Frame = { title: string; text: string; clip: Omit<Clip, 'bulletinId'> };
export type Frames = {
  /** null: not made yet, or of no such template */
  of(templateId: string): Frame | null;
  count(): number;
  /** their clips, which no row names yet */
  clipIds(): string[];
  /** makes what is missing; asked every second */
  look(): void;
  /** resolves when nothing is under way: for tests */
  idle(): Promise<void>;
  stop(): void;
};

/** As many as emergencies have templates; each is kept as facts of some kilobytes. */
const FRAMES_MAX = 20;
/** What could not be made is tried again after this: a full disk stays so for minutes. */
const REST_MS = 60_000;
/** A word changed in the lexicon is heard in the frame a minute later. */
const EVERY_MS = 60_000;

export function makeFrames(deps: Deps): Frames {
  const made = new Map<string, Frame & { key: string }>();
  let lookedMs = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | null = null;
  const abort = new AbortController();
  const forget = deps.changes.listen(({ kind }) => {
    // a trust was given: its frames are wanted now, not in a minute
    if (kind === 'source') lookedMs = Number.NEGATIVE_INFINITY;
  });
  const makeAll = async () => {
    for (const wish of wanted(deps)) {
      if (abort.signal.aborted) return;
      if (made.get(wish.id)?.key === wish.key) continue;
      const clip = await deps.studio.make({
        ...{ title: wish.title, text: wish.text, order: wish.order, maxSeconds: null, repeats: 1 },
        ...{ tenantId: wish.tenantId, language: VIETNAMESE, personalData: false },
        ...{ onProgress: () => undefined, signal: abort.signal },
      });
      made.set(wish.id, { title: wish.title, text: wish.text, clip, key: wish.key });
    }
  };
  return {
    of: (templateId) => made.get(templateId) ?? null,
    count: () => made.size,
    clipIds: () => [...made.values()].map(({ clip }) => clip.id),
    look() {
      const nowMs = deps.clock.monoMs();
      if (running || abort.signal.aborted || nowMs - lookedMs < EVERY_MS) return;
      lookedMs = nowMs;
      running = makeAll()
        .catch((error) => {
          lookedMs = nowMs + REST_MS - EVERY_MS;
          if (!abort.signal.aborted) deps.log.warn({ err: error }, 'a frame could not be made');
        })
        .finally(() => {
          running = null;
        });
    },
    idle: async () => (await running) ?? undefined,
    stop() {
      forget();
      abort.abort();
    },
  };
}

/** None where no key is trusted: what never goes out by itself needs nothing ready. */
function wanted(deps: Deps) {
  const tenantId = provinceOf(deps);
  if (tenantId === null || trustsInForce(deps).length === 0) return [];
  const province = deps.store.areas.get(tenantId)?.name ?? '';
  const order = orderOf(deps, { tenantId, documentId: null });
  const reads = keyOfOrder(order);
  return deps.noticeTemplates
    .flatMap((template) => {
      const frame = frameOf(template, province.charAt(0).toLowerCase() + province.slice(1));
      return frame
        ? [{ ...frame, id: template.id, tenantId, order, key: `${reads} ${frame.text}` }]
        : [];
    })
    .slice(0, FRAMES_MAX);
}
