// What may be asked of recordings that stand in for a voice.
// It must never know routes or rows.
import type { Actor, Bulletin } from '../../domain/model.ts';
import type { Finding, Recording } from '../../domain/sound/recording.ts';

export type RecordingWish = {
  bulletinId: string;
  /** the file as it comes; whatever it is called or claims to be is not asked */
  bytes: AsyncIterable<Uint8Array>;
  speakerName: string;
  /** the speaker agreed that this is aired, and how that is known */
  consent: boolean;
  consentNote: string;
  /** left out: the bulletin's */
  language?: string;
  /** aborts when whoever sends it goes away */
  signal: AbortSignal;
};
export type RecordingView = Pick<
  Recording,
  'speakerName' | 'consentNote' | 'language' | 'madeAtMs'
> & { byName: string };
export type Heard = {
  /** null: a voice speaks */
  recording: RecordingView | null;
  /** null: this clip was made before anybody listened by machine, or could not be listened to */
  findings: readonly Finding[] | null;
};
export type Recordings = {
  /** @throws AppError with the fault's own sentence; the bulletin then keeps the sound it has */
  take(actor: Actor, wish: RecordingWish): Promise<Bulletin>;
  /** back to the voice, which reads the text anew */
  remove(actor: Actor, input: { bulletinId: string }): Bulletin;
};
