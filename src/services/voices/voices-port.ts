// What the use-cases need of voices: which there are and how they stand, never the speaking itself.
// It must never know engines, keys or models.
import type { Sentence } from '../../domain/errors.ts';
import type { Clip } from '../../domain/model.ts';
import type { VoiceChoice, VoiceThere } from '../../domain/voices/voice-choice.ts';
import type { ClipWanted } from '../ports.ts';

/** A voice for the screen. */
export type VoiceShown = VoiceThere & {
  /** of a model's own note; empty: it says none */
  licence: string;
  source: string;
  /** why it is not asked now, and until when (wall clock; null: until somebody mends it); null: it is */
  rests: { reason: string; untilMs: number | null } | null;
};
export type VoiceEngines = {
  /** in the order the house would take them */
  list(): readonly VoiceShown[];
  /** folders and settings that gave no voice, and what to do */
  refused(): readonly { name: string; say: Sentence }[];
  /** words that this engine spoke have left the house, whether or not it is still there */
  isCloud(engine: string): boolean;
  /** everyone is asked again: somebody mended something */
  wake(): void;
};
export type Voices = VoiceEngines & {
  /** whether any voice would speak what names nobody, in this language, for this tenant */
  speaks(language: string, tenantId: string): boolean;
};

/** A choice that is not kept yet, to be heard first. */
export type Trying = Pick<VoiceChoice, 'steps' | 'pace' | 'profile'>;
export type Listening = Pick<
  ClipWanted,
  'tenantId' | 'language' | 'personalData' | 'text' | 'order' | 'signal'
> & { trying?: Trying };
/** Sound a browser can play (Ogg Opus), and who spoke it. */
export type Listened = Pick<Clip, 'durationMs' | 'lufs' | 'truePeakDb' | 'spokenBy' | 'falls'> & {
  bytes: Uint8Array;
};
