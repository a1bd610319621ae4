// What src/http may ask of the source system: let something in, show what came and went, give the standing trust.
// It must never know routes, nor how a signature is checked.
import type { Sentence } from '../../domain/errors.ts';
import type { Actor, BulletinState } from '../../domain/model.ts';
import type {
  IncomingRow,
  LetterKind,
  OutboxLetter,
  RefusalRow,
} from '../../domain/source/source-model.ts';
import type { Parcel } from './source-port.ts';

/** What the sender is told at once; what becomes of it follows in letters. */
export type Taken = Pick<IncomingRow, 'externalId' | 'revision' | 'state'> & {
  /** it was here before: nothing was done again */
  duplicate: boolean;
};
export type PartView = {
  tenantId: string;
  areaName: string;
  bulletinId: string;
  bulletinState: BulletinState;
  role: 'whole' | 'frame';
  /** the first time it airs or aired */
  playAtMs: number | null;
};
export type IncomingView = Omit<IncomingRow, 'toldState' | 'source'> & {
  reason: Sentence | null;
  parts: readonly PartView[];
};
export type RefusalView = RefusalRow & { reason: Sentence };
export type LetterView = Pick<
  OutboxLetter,
  'id' | 'kind' | 'subject' | 'createdAtMs' | 'dueAtMs' | 'attempts' | 'lastError' | 'state'
>;

export type TrustView = {
  keyId: string;
  keyName: string;
  /** null: nobody has given it */
  by: { name: string; sinceMs: number } | null;
  /** whoever gave it is an approver of the province no more: it counts for nothing */
  lapsed: boolean;
};
export type SourceView = {
  /** null: neither keys nor an address are set */
  name: string | null;
  reachable: boolean;
  /** wall clock */
  lastContactMs: number | null;
  lastTriedMs: number | null;
  /** what the last try met with; null: it went well */
  trouble: string | null;
  letters: {
    count: number;
    oldestMs: number | null;
    byKind: Partial<Record<LetterKind, number>>;
  };
  trusts: readonly TrustView[];
  /** templates whose own words have their sound already and go out at once */
  frames: number;
  /** may this person give it, see what was refused, take the bytes away */
  may: { trust: boolean; refusals: boolean; raw: boolean };
};
export type Page = { beforeId: string | null; limit: number };

export type SourceDesk = {
  /** @throws AppError that says why it is not taken; `missing` where no keys are set */
  take(parcel: Parcel): Taken;
  view(actor: Actor): SourceView;
  /** newest first, what is for this actor's communes */
  list(actor: Actor, page: Page): IncomingView[];
  refusals(actor: Actor, page: Page): RefusalView[];
  letters(actor: Actor, page: Page & { state: OutboxLetter['state'] | null }): LetterView[];
  /** the very bytes that came */
  raw(actor: Actor, of: { id: string }): { bytes: Uint8Array; name: string };
  setTrust(actor: Actor, of: { keyId: string; on: boolean }): SourceView;
};
