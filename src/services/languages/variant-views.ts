// A variant as a screen shows it: its sound, its age, and what it waits for.
// It must never change anything.
import { isOpen } from '../../domain/languages/commission.ts';
import { ageOf, isUntranslated, needOf } from '../../domain/languages/variant.ts';
import type { Bulletin } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { currentOf, hashOf } from '../sound/kept-recording.ts';
import type { VariantView } from './languages-door.ts';
import { languageName } from './names-of.ts';

export function viewOf(
  deps: Deps,
  { variant, original }: { variant: Bulletin; original: Bulletin },
): VariantView {
  const { store } = deps;
  const { id: bulletinId, language, title, state, stateReason, clipId, tenantId } = variant;
  const row = store.variants.of(bulletinId);
  const age = ageOf(row, hashOf(original.text));
  const untranslated = isUntranslated(row, hashOf(variant.text));
  const open = store.commissions.ofBulletin(bulletinId).find(isOpen);
  return {
    ...{ bulletinId, language, languageName: languageName(deps, language), title },
    ...{ state, stateReason, age, untranslated, speaks: deps.voices.speaks(language, tenantId) },
    durationMs: clipId === null ? null : (store.clips.get(clipId)?.durationMs ?? null),
    recorded: currentOf(deps, variant) !== null && clipId !== null,
    need: needOf({ bulletin: variant, original, age, untranslated }),
    commission: open
      ? {
          ...{ id: open.id, collaboratorName: open.collaboratorName },
          ...{ dueDay: open.dueDay, state: open.state },
        }
      : null,
  };
}
