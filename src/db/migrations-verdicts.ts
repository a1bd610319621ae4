// Tables of the facts behind verdicts, every verdict ever given, programmes and deadlines of reports.
// It must never know what their rows decide.
import type { Types } from './migrations.ts';

export function factsOfVerdicts(_: Types): string[] {
  return [];
}
