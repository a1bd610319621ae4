// The clauses a bulletin was made of as one names them beside a document's number: "Điều 2, Điều 3 khoản 1".
// It must never know the words of a clause.

type Labelled = { id: string; labels: readonly string[] };
type Ticked = { labels: readonly string[]; picked: boolean };

/** Beside a number and a title more is a list nobody reads: it ends in "…" behind a whole clause. */
export const NAMED_CHARS = 160;

/** '' where all of it was ticked, or nothing of it has a name. */
export function clausesNamed(clauses: readonly Labelled[], picks: readonly string[]): string {
  const chosen = new Set(picks);
  const ticked = clauses.map(({ id, labels }) => ({ labels, picked: chosen.has(id) }));
  if (ticked.every(({ picked }) => picked)) return '';
  return shortened(namesAt(ticked, 0));
}

/** One name for whatever was ticked whole; what was ticked in part is named by its parts. */
function namesAt(ticked: readonly Ticked[], depth: number): string[] {
  const groups = new Map<string, Ticked[]>();
  for (const one of ticked) {
    const label = one.labels[depth];
    if (label === undefined) continue;
    const group = groups.get(label);
    if (group) group.push(one);
    else groups.set(label, [one]);
  }
  return [...groups].flatMap(([label, group]) => namesOf({ label, group, depth }));
}

type Group = { label: string; group: readonly Ticked[]; depth: number };

function namesOf({ label, group, depth }: Group): string[] {
  if (!group.some(({ picked }) => picked)) return [];
  const called = depth === 0 || label.startsWith('Điều') ? label : lowered(label);
  if (group.every(({ picked }) => picked)) return [called];
  const inside = namesAt(group, depth + 1);
  // its heading or first words alone are not the article
  if (inside.length === 0) return [`${called} (phần đầu)`];
  // a law is cited by its articles, whatever chapter they stand in
  if (inside[0]?.startsWith('Điều')) return inside;
  return [`${called} ${inside.join(', ')}`];
}

const lowered = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

function shortened(names: readonly string[]): string {
  const all = names.join(', ');
  if (all.length <= NAMED_CHARS) return all;
  const cut = all.slice(0, NAMED_CHARS - 1);
  return `${cut.slice(0, cut.lastIndexOf(','))}…`;
}
