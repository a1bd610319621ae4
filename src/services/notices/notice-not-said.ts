// On record beside a notice: which languages of its villages did not hear it, and why.
// It must never decide that, nor know frames.
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';

export type NotSaid = {
  language: string;
  /** why, as a code: what an offer lacks (src/services/frames/frames-door.ts), or what became of it */
  state: string;
  /** by name; ten at most, the screen of the frame shows them all */
  missing: readonly string[];
  /** hours that are not allowed, in words */
  unheard?: readonly string[];
};

export function noteNotSaid(
  deps: Deps,
  { bulletinId, tenantId }: { bulletinId: string; tenantId: string },
  languages: readonly NotSaid[],
): void {
  const action = 'service.notice-not-said';
  const detail = { languages };
  record(deps, { actor: null, action, subject: `bulletin:${bulletinId}`, tenantId, detail });
}
