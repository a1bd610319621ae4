// What choices of voices need of rows.
// It must never know SQL: src/db implements it.
import type { RetakeWanted } from '../../domain/voices/retake.ts';
import type { CloudWord, VoiceChoice } from '../../domain/voices/voice-choice.ts';

export type VoiceStore = {
  voiceChoices: {
    get(areaId: string, language: string): VoiceChoice | null;
    /** whole row, by area and language */
    put(choice: VoiceChoice): void;
    remove(areaId: string, language: string): void;
  };
  cloudWords: {
    get(areaId: string): CloudWord | null;
    put(word: CloudWord): void;
  };
  /** how often a bulletin's sound was wanted anew; 0: never */
  retakes: {
    of(bulletinId: string): number;
    put(bulletinId: string, retake: number): void;
    /** under way, beside the sound that holds */
    wanted(): RetakeWanted[];
    wantedOf(bulletinId: string): RetakeWanted | null;
    want(wish: RetakeWanted): void;
    /** made, failed, or not wanted any more */
    done(bulletinId: string): void;
  };
};
