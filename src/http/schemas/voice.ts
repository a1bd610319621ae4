// Voices, the choice among them, and what a bulletin's page says of who speaks.
// It must never know engines, keys or models.
import { type Static, Type } from 'typebox';
import { LanguageCode } from './bulletin.ts';
import { Count, Id, List, Ms, Nullable, Sentence, strict } from './common.ts';
import { Profile } from './speech.ts';

const Place = Type.Union([Type.Literal('here'), Type.Literal('cloud')]);
const Origin = Type.Union([Type.Literal('own'), Type.Literal('province'), Type.Literal('house')]);
const NoVoice = Type.Union([
  Type.Literal('no-voice'),
  Type.Literal('cloud-closed'),
  Type.Literal('cloud-personal'),
]);
/** A folder of a model is named by whoever copied it there. */
const VoiceId = Type.String({ minLength: 1, maxLength: 300 });
const Language = Type.Object(
  { code: Type.String(), name: Type.String(), ownName: Type.String() },
  strict,
);

export const Voice = Type.Object(
  {
    id: VoiceId,
    group: Type.String({ description: 'one engine: its voices fail together' }),
    engine: Type.String(),
    engineVersion: Type.String(),
    voice: Type.String(),
    second: Nullable(Type.String({ description: 'who answers in a dialogue' })),
    language: Type.String(),
    place: Place,
    licence: Type.String(),
    source: Type.String(),
    rests: Nullable(Type.Object({ reason: Type.String(), untilMs: Nullable(Ms) }, strict)),
    restsBecause: Nullable(Sentence),
  },
  strict,
);
export type Voice = Static<typeof Voice>;

/** Bounds of syllables a minute are src/domain/voices/voice-choice.ts's, with a sentence. */
const Pace = Nullable(Type.Integer({ minimum: 1, maximum: 10_000 }));
const Trying = {
  steps: Type.Array(VoiceId, { maxItems: 50 }),
  pace: Pace,
  profile: Nullable(Profile),
};
export const VoiceChoice = Type.Object(
  {
    language: Language,
    steps: List(Type.String()),
    none: Nullable(NoVoice),
    pace: Count,
    profile: Profile,
    from: Type.Object({ steps: Origin, pace: Origin, profile: Origin }, strict),
    own: Nullable(
      Type.Object(
        { steps: List(Type.String()), pace: Nullable(Count), profile: Nullable(Profile) },
        strict,
      ),
    ),
  },
  strict,
);
export type VoiceChoice = Static<typeof VoiceChoice>;

export const VoicesView = Type.Object(
  {
    areaId: Id,
    isProvince: Type.Boolean(),
    voices: List(Voice),
    refused: List(Type.Object({ name: Type.String(), say: Sentence }, strict)),
    cloud: Type.Object(
      {
        standing: Type.Union([
          Type.Literal('allowed'),
          Type.Literal('not-allowed'),
          Type.Literal('refused'),
        ]),
        isThere: Type.Boolean(),
      },
      strict,
    ),
    choices: List(VoiceChoice),
    unspoken: List(Language),
    mayChoose: Type.Boolean(),
    mayAllow: Type.Boolean(),
  },
  strict,
);
export type VoicesView = Static<typeof VoicesView>;

export const VoicesQuery = Type.Object({ areaId: Id }, strict);
export const ChoiceWish = Type.Object({ areaId: Id, language: LanguageCode, ...Trying }, strict);
export type ChoiceWish = Static<typeof ChoiceWish>;
export const CloudWish = Type.Object({ areaId: Id, allowed: Type.Boolean() }, strict);
export const WakeWish = Type.Object({ areaId: Id }, strict);
export const ListenWish = Type.Object(
  {
    areaId: Id,
    language: LanguageCode,
    text: Type.String({ minLength: 1, maxLength: 200 }),
    /** a choice that is not kept yet; left out: as it holds */
    trying: Type.Optional(Type.Object(Trying, strict)),
  },
  strict,
);
export type ListenWish = Static<typeof ListenWish>;
