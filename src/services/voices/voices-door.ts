// The door of the choice of voices: what src/http may ask.
// It must never know routes or rows.
import type { Sentence } from '../../domain/errors.ts';
import type { SpokenLanguage } from '../../domain/languages.ts';
import type { Actor, Bulletin, Clip } from '../../domain/model.ts';
import type { CloudStanding, NoVoice, Origin } from '../../domain/voices/choose.ts';
import type { Profile } from '../../domain/voices/voice-choice.ts';
import type { Listened, Trying, VoiceShown } from './voices-port.ts';

export type ChoiceShown = {
  language: SpokenLanguage;
  /** who speaks now, first to last, by id; empty: see `none` */
  steps: readonly string[];
  none: NoVoice | null;
  /** syllables a minute */
  pace: number;
  profile: Profile;
  from: { steps: Origin; pace: Origin; profile: Origin };
  /** what was chosen here; null: nothing */
  own: Trying | null;
};
export type VoicesView = {
  areaId: string;
  isProvince: boolean;
  /** of this house and of the cloud, in the order the house would take them */
  voices: readonly (VoiceShown & { restsBecause: Sentence | null })[];
  refused: readonly { name: string; say: Sentence }[];
  cloud: {
    standing: CloudStanding;
    /** whether any voice of a cloud is set up at all */
    isThere: boolean;
  };
  choices: readonly ChoiceShown[];
  /** no machine speaks them: a person must */
  unspoken: readonly SpokenLanguage[];
  mayChoose: boolean;
  mayAllow: boolean;
};
export type VoiceDesk = {
  view(actor: Actor, input: { areaId: string }): VoicesView;
  /** nothing chosen at all: as it comes from above */
  choose(actor: Actor, input: { areaId: string; language: string } & Trying): VoicesView;
  /** the province's yes or no for all beneath; a commune's no, or the end of it */
  allowCloud(actor: Actor, input: { areaId: string; allowed: boolean }): VoicesView;
  /** somebody mended a line, a bill, a key */
  wake(actor: Actor, input: { areaId: string }): VoicesView;
  /** @throws AppError, and nothing is kept either way */
  listen(
    actor: Actor,
    input: {
      areaId: string;
      language: string;
      text: string;
      trying: Trying | null;
      signal: AbortSignal;
    },
  ): Promise<Listened>;
  /** the same words, made anew */
  retake(actor: Actor, input: { bulletinId: string }): Bulletin;
};
export type Voiced = { speech: SpeechView };
/** Beside a bulletin: who speaks, and what is to be known of it. */
export type SpeechView = {
  language: string | null;
  profile: Profile | null;
  spokenBy: Clip['spokenBy'];
  /** sentences that another voice said; null: none */
  fallen: { sentences: number; say: Sentence } | null;
  byCloud: boolean;
  /** a machine's sound, there and not on its way: it can be made anew */
  canRetake: boolean;
  late: Sentence | null;
  notes: readonly Sentence[];
};
