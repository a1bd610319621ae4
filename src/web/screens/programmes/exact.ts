// A length as a planner adds it up: minutes and seconds, m:ss.
// It must never be used where a day is meant.

export function exact(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
