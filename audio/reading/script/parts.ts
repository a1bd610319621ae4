// Where the documents of a text begin: a gazette holds many, a notice none with a head.
// It must never know what the heads say.
import { MOTTO } from '../source/shapes.ts';
import type { Role } from '../types.ts';
import type { Placed } from './roles.ts';

/** Blocks [from, to) of one document. */
export type Bounds = { from: number; to: number; cover: boolean };

export function boundsOf(placed: readonly Placed[]): Bounds[] {
  const starts = startsOf(placed);
  const bounds = (starts.length === 0 ? [0] : starts).map((from, index) => ({
    from,
    to: starts[index + 1] ?? placed.length,
    cover: false,
  }));
  const first = starts[0] ?? 0;
  // Before the first document of a gazette: cover and contents.
  return first === 0 ? bounds : [{ from: 0, to: first, cover: starts.length > 1 }, ...bounds];
}

/** A document begins with the head its number line stands in, or with a head of its own without one. */
function startsOf(placed: readonly Placed[]): number[] {
  const numbered: number[] = [];
  placed.forEach((block, index) => {
    if (block.role === 'number') numbered.push(headOf(placed, index));
  });
  const starts = [...new Set([...numbered, ...unnumbered(placed)])].sort((one, two) => one - two);
  // A fragment's lone head line is no document to be cut off from what stands before it.
  return starts.length === 1 &&
    (starts[0] as number) > 0 &&
    !placed.some((block) => block.role === 'type' || block.role === 'title')
    ? []
    : starts;
}

const ABOVE: ReadonlySet<Role> = new Set<Role>(['letterhead', 'dateline', 'status']);

/** Up to where this head began, past rules and page numbers between its lines. */
function headOf(placed: readonly Placed[], index: number): number {
  let start = index;
  for (let at = index - 1; at >= 0; at -= 1) {
    const { role } = placed[at] as Placed;
    if (ABOVE.has(role)) start = at;
    else if (role !== 'skipped') break;
  }
  return start;
}

const HEAD: ReadonlySet<Role> = new Set<Role>([
  ...ABOVE,
  'number',
  'type',
  'title',
  'authority',
  'attached',
  'bases',
  'skipped',
]);
const COMES_WITH =
  /kèm theo\s.{0,30}(?:quyết định|nghị quyết|nghị định|thông tư|văn bản|công văn|tờ trình|chỉ thị|kế hoạch)\s+này/iu;

/** Heads with motto and type but no number line: drafts; not what a decision brings with it. */
function unnumbered(placed: readonly Placed[]): number[] {
  const found: number[] = [];
  let expected = false;
  /** Forms bound in behind have heads to be filled in, and begin nothing. */
  let bound = false;
  let at = 0;
  while (at < placed.length) {
    const block = placed[at] as Placed;
    if (!ABOVE.has(block.role) && block.role !== 'number') {
      if (block.kind === 'appendix') bound = true;
      if (block.role === 'type' || block.role === 'attached') expected = false;
      if (block.role === 'read' && COMES_WITH.test(block.body.text.slice(0, 400))) expected = true;
      at += 1;
      continue;
    }
    const start = at;
    while (at < placed.length && HEAD.has((placed[at] as Placed).role)) at += 1;
    const head = placed.slice(start, at);
    const has = (role: Role): boolean => head.some((one) => one.role === role);
    const own = head.some((one) => MOTTO.test(one.body.text)) && has('type') && !has('attached');
    if (!has('number') && own && !expected && !bound) found.push(start);
    if (has('number')) bound = false;
    expected = false;
  }
  return found.length + (placed.some((one) => one.role === 'number') ? 1 : 0) > 1 ? found : [];
}
