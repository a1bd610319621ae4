// The parts of documents as a person sees them: the proposal, today's standing, what others say of each.
// It must never change a row, nor decide a status (src/domain/documents/document-status.ts).
import type { Act, Part, Status } from '../../domain/documents/document-model.ts';
import {
  proposedStatus,
  type Standing,
  standingOn,
} from '../../domain/documents/document-status.ts';
import type { Actor } from '../../domain/model.ts';
import { isoDay } from '../../domain/vietnam-time.ts';
import type { Deps } from '../deps.ts';
import { tenantsSeenBy } from '../scope.ts';
import type { PartBrief, PartView, SaidByAnother, SaidOfAnother } from './reading-door.ts';
import { tenantsAbove } from './reading-order.ts';

/** A code of law that amends more than these lists the rest in its own text. */
const ACTS_MAX = 50;

export function today(deps: Pick<Deps, 'clock'>): string {
  return isoDay(deps.clock.planMs());
}

/** What was confirmed, else what the text proposes. */
export function heldStatus(part: Part, day: string): Status | null {
  return part.status ?? proposedStatus(part.found, day);
}

export function standingOf(deps: Pick<Deps, 'clock'>, part: Part): Standing {
  const day = today(deps);
  return standingOn(heldStatus(part, day), day);
}

export function briefOf(deps: Pick<Deps, 'clock'>, part: Part): PartBrief {
  const { position, number, title, status } = part;
  const standing = standingOf(deps, part).kind;
  return { position, number, title, standing, confirmed: status !== null };
}

export function partViews(deps: Deps, of: { actor: Actor; parts: readonly Part[] }): PartView[] {
  const [first] = of.parts;
  if (!first) return [];
  const scope = {
    above: tenantsAbove(deps, first.tenantId),
    seen: new Set(tenantsSeenBy(deps, of.actor)),
  };
  return of.parts.map((part) => partView(deps, part, scope));
}

/** `above`: whose documents may end this one · `seen`: whose may be opened from here */
type Scope = { above: readonly string[]; seen: ReadonlySet<string> };

function partView(deps: Deps, part: Part, scope: Scope): PartView {
  const { documentId: _document, tenantId: _tenant, found, ...facts } = part;
  const { kind, lapsed } = standingOf(deps, part);
  return {
    ...facts,
    evidence: found.evidence,
    proposed: proposedStatus(found, today(deps)),
    standing: kind,
    lapsed,
    saidByOthers: saidByOthers(deps, part, scope),
    acts: found.acts.slice(0, ACTS_MAX).map((act) => saidOfAnother(deps, act, { part, scope })),
  };
}

/** Its own tenant's documents and the province's: a commune cannot repeal what the province issued. */
function saidByOthers(deps: Deps, part: Part, { above, seen }: Scope): SaidByAnother[] {
  if (part.number === null) return [];
  return deps.store.parts
    .naming({ tenantIds: above, number: part.number })
    .filter((naming) => !isSame(naming.part, part))
    .map(({ part: other, does }) => ({
      does,
      number: other.number,
      title: other.title,
      documentId: seen.has(other.tenantId) ? other.documentId : null,
      position: other.position,
    }));
}

function saidOfAnother(deps: Deps, act: Act, of: { part: Part; scope: Scope }): SaidOfAnother {
  const tenantIds = of.scope.above.filter((id) => of.scope.seen.has(id));
  const named = deps.store.parts.byNumber({ tenantIds, number: act.number });
  const other = named.find((each) => !isSame(each, of.part));
  const { title = null, documentId = null, position = null } = other ?? {};
  return { ...act, title, documentId, position };
}

function isSame(one: Part, other: Part): boolean {
  return one.documentId === other.documentId && one.position === other.position;
}
