// The step of issue #6 for which voices speak, and where the cloud may.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function voiceChoices(_types: Types): string[] {
  return [];
}
