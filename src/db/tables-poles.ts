// The rows of poles as they stand on disk, for Kysely's types.
// It must never know what a row means to anybody: src/domain/poles/pole-model.ts does.
import type {
  Command,
  Hush,
  Incident,
  SiteFacts,
  Spare,
  Swap,
} from '../domain/poles/pole-model.ts';
import type { Stop } from '../services/poles/pole-store.ts';

type Json = string;
type Flag = number;

export type PoleTables = {
  siteFacts: Omit<SiteFacts, 'place' | 'photo' | 'sim'> & {
    lat: number | null;
    lon: number | null;
    photo: Json | null;
    sim: Json | null;
  };
  hushes: Hush;
  stops: Stop;
  incidents: Omit<Incident, 'facts'> & { facts: Json };
  commands: Omit<Command, 'ok' | 'facts'> & { ok: Flag | null; facts: Json };
  spares: Omit<Spare, 'online'> & { online: Flag };
  swaps: Swap;
};
