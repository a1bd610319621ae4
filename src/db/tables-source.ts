// The rows of the source system as they stand on disk, for Kysely's types.
// It must never know what a row means to anybody: the shapes people think in are src/domain/source.
import type {
  IncomingPart,
  IncomingRow,
  IncomingSound,
  OutboxLetter,
  RefusalRow,
  Trust,
} from '../domain/source/source-model.ts';

/** 0 or 1, as everywhere on disk. */
type Flag = number;
export type IncomingTable = Omit<IncomingRow, 'drill' | 'refused'> & {
  drill: Flag;
  why: NonNullable<IncomingRow['refused']>['why'] | null;
  place: string | null;
  raw: Uint8Array;
};
export type PartTable = Omit<IncomingPart, 'areaIds' | 'byTrust' | 'order' | 'gives'> & {
  areaIds: string;
  byTrust: Flag;
  airOrder: number;
  leastAirings: number | null;
  dueAtMs: number | null;
};
export type SoundTable = Omit<IncomingSound, 'why'> & {
  why: NonNullable<IncomingSound['why']>['why'] | null;
  place: string | null;
  raw: Uint8Array | null;
};
export type RefusalTable = Omit<RefusalRow, 'emergency'> & { emergency: Flag; raw: Uint8Array };
/** `about…`: the airing a result tells of, and its time on the plan */
export type LetterTable = OutboxLetter & { aboutId: string | null; aboutMs: number | null };
export type SourceTables = {
  incoming: IncomingTable;
  incomingParts: PartTable;
  incomingSounds: SoundTable;
  sourceRefusals: RefusalTable;
  sourceLetters: LetterTable;
  sourceTrusts: Trust;
};
