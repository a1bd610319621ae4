// What hinders an airing so that its speakers are told, and so that only the audit says it.
// It must never word it: src/domain/airing/verdict-sentences.ts does.
import type { SaidHindrance } from '../../domain/airing/facts.ts';
import type { Hindrance } from '../../domain/model.ts';

export function isSaid(hindrance: Hindrance): hindrance is SaidHindrance {
  return hindrance !== 'no-clip' && hindrance !== 'no-speakers';
}
