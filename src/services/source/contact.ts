// When the source system was last reached, and what the last try met with: for the screen, over restarts.
// It must never decide anything.
import type { Deps } from '../deps.ts';

export type Contact = {
  met(): void;
  failed(detail: string): void;
  read(): { lastContactMs: number | null; lastTriedMs: number | null; trouble: string | null };
};

const KEY = 'source.contactMs';
/** Written down at most so often: a letter a second must not be a row a second. */
const WRITE_EVERY_MS = 30_000;

export function makeContact(deps: Deps): Contact {
  const kept = deps.store.settings.get(KEY);
  let lastContactMs = kept === null ? null : Number(kept);
  let writtenMs = Number.NEGATIVE_INFINITY;
  let lastTriedMs: number | null = null;
  let trouble: string | null = null;
  const tried = (what: string | null) => {
    const before = trouble;
    trouble = what;
    lastTriedMs = deps.clock.wallMs();
    if ((before === null) !== (what === null))
      deps.changes.tell({ kind: 'source', id: 'contact', tenantId: null });
  };
  return {
    met() {
      lastContactMs = deps.clock.wallMs();
      tried(null);
      if (deps.clock.monoMs() - writtenMs < WRITE_EVERY_MS) return;
      writtenMs = deps.clock.monoMs();
      deps.store.settings.put(KEY, String(lastContactMs));
    },
    // an address may answer with anything: what is shown of it fits a line
    failed: (detail) => tried(detail.replace(/\p{C}/gu, ' ').slice(0, 200)),
    read: () => ({ lastContactMs, lastTriedMs, trouble }),
  };
}
