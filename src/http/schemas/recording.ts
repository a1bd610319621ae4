// A person's recording in the place of a voice, and what the machine noticed in a clip.
// It must never know how sound is decoded.
import { type Static, Type } from 'typebox';
import { Count, Line, List, Ms, Nullable, Sentence, strict } from './common.ts';

export const Finding = Type.Object(
  {
    kind: Type.String({ description: 'swallowed, repeated, long-silence, end-cut, loudness …' }),
    atMs: Count,
    untilMs: Count,
    sentence: Nullable(Count),
    say: Sentence,
    severity: Type.Union([Type.Literal('bad'), Type.Literal('look')]),
  },
  { ...strict, description: 'what a machine noticed in the clip before a person listened' },
);
export type Finding = Static<typeof Finding>;

export const FindingList = Nullable(List(Finding));

export const Recording = Type.Object(
  {
    speakerName: Type.String(),
    consentNote: Type.String(),
    language: Type.String(),
    madeAtMs: Ms,
    byName: Type.String(),
  },
  { ...strict, description: 'whose recording stands in the place of a voice' },
);
export type Recording = Static<typeof Recording>;

/** 32 MB (recording.ts). */
export const RECORDING_BODY_MAX_BYTES = 32 * 1024 * 1024;

export const RecordingQuery = Type.Object(
  {
    speakerName: Line,
    consent: Type.Literal('yes', { description: 'the speaker agreed to be aired (đồng ý)' }),
    consentNote: Line,
    language: Type.Optional(Type.String({ pattern: '^[a-z]{3}$' })),
  },
  strict,
);
export type RecordingQuery = Static<typeof RecordingQuery>;
