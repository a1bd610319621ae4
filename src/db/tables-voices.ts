// The rows of choices of voices as they stand on disk, for Kysely's types.
// It must never know what a row means to anybody: src/domain/voices does.
import type { RetakeWanted } from '../domain/voices/retake.ts';
import type { VoiceChoice } from '../domain/voices/voice-choice.ts';

type Json = string;

export type VoiceTables = {
  voiceChoices: Omit<VoiceChoice, 'steps'> & { steps: Json };
  cloudWords: { areaId: string; allowed: number };
  voiceRetakes: { bulletinId: string; retake: number };
  voiceRetakesWanted: RetakeWanted;
};
