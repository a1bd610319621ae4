// The entries that come with the product, as a list a person can look through.
// It must never know what they do in a reading.
import type { BuiltInEntry } from './services/reader-port.ts';

export function builtInEntries(): readonly BuiltInEntry[] {
  return [];
}
