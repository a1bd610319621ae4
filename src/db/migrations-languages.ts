// The step of issue #5 for the language a bulletin is heard in: figures are asked apart by it.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

/** ISO 639-3. Until this step there was one language only. */
export function languagesOfBulletins(_types: Types): string[] {
  return ["alter table bulletins add column language text not null default 'vie'"];
}
