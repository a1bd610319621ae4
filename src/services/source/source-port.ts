// The source system seen from the use-cases: what can be asked of it, told to it, and read of what it wrote.
// It must never know HTTP or XML.
import type { Incoming, Proof, Refused, SourceKey } from '../../domain/source/source-model.ts';

/** As it came, signed or not; `body` is never re-serialised. */
export type Parcel = { contentType: string; body: Uint8Array; proof: Proof | null };
export type PulledPage = { parcels: readonly Parcel[]; next: string; more: boolean };

/** later: no answer, or "busy": the letter stays · refused: the letter itself is not wanted */
export type Delivered =
  | { kind: 'delivered' }
  | { kind: 'later'; detail: string }
  | { kind: 'refused'; detail: string };

export type SourceSystem = {
  /** which system it is and whose: null where no keys and no address are set, and every door is shut */
  setting: SourceSetting | null;
  /** JSON of our contract, or CAP 1.2 */
  read(parcel: Pick<Parcel, 'contentType' | 'body'>): Incoming | Refused;
  /** @throws an Error that names what the address answered */
  pull(of: { since: string; signal: AbortSignal }): Promise<PulledPage>;
  /** where it is set to be, as "https://nguon.tinh.vn"; nothing is fetched from anywhere else */
  origin: string | null;
  /** @throws an Error that names what the address answered, or that it lies elsewhere */
  fetchSound(of: { url: string; maxBytes: number; signal: AbortSignal }): Promise<Uint8Array>;
  deliver(
    letter: { id: string; kind: string; body: string },
    signal: AbortSignal,
  ): Promise<Delivered>;
};
export type SourceSetting = {
  /** as in "hệ thống thông tin nguồn tỉnh Mường Thử" */
  name: string;
  /** codes under which the sender knows this province */
  provinceCodes: readonly string[];
  keys: readonly SourceKey[];
  /** an address is set: it is pulled from and reported to */
  reachable: boolean;
  pullEveryMs: number;
};
