// What is removed when too much is kept: what was used longest ago first, never what is to be kept. Pure.
// It must never know files, clocks, or what the entries are.

export type KeptEntry = {
  name: string;
  bytes: number;
  /** made, aired or found again at */
  usedAtMs: number;
};
export type Bounds = {
  /** names that stay, however old, even where they alone are too much */
  keep: ReadonlySet<string>;
  maxBytes: number;
  /** used after this: somebody may be at it just now */
  freshAfterMs: number;
};

/** Names, in the order they go; equally old ones by name, so that the answer is always the same. */
export function whatGoes(entries: readonly KeptEntry[], bounds: Bounds): string[] {
  let bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const oldestFirst = entries
    .filter(({ name, usedAtMs }) => !bounds.keep.has(name) && usedAtMs <= bounds.freshAfterMs)
    .sort((a, b) => a.usedAtMs - b.usedAtMs || (a.name < b.name ? -1 : 1));
  const going: string[] = [];
  for (const entry of oldestFirst) {
    if (bytes <= bounds.maxBytes) break;
    bytes -= entry.bytes;
    going.push(entry.name);
  }
  return going;
}
