// A person's recording in the place of a voice, and what the machine noticed in a clip: as rows and screens know them.
// It must never know how sound is decoded, nor what was noticed by which measure.
import type { Sentence } from '../errors.ts';
import type { Bulletin } from '../model.ts';

export type Finding = {
  kind: string;
  atMs: number;
  untilMs: number;
  /** its place among the clip's sentences */
  sentence: number | null;
  say: Sentence;
  severity: 'bad' | 'look';
};

export type Recording = {
  bulletinId: string;
  clipId: string;
  /** SHA-256 of the text it was read from: of other words it is no recording */
  textHash: string;
  speakerName: string;
  /** how and when the speaker agreed (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: a voice is personal) */
  consentNote: string;
  language: string;
  byId: string;
  madeAtMs: number;
};

/** Half an hour of MP3 at 128 kbit/s; six minutes of WAV, whose sender is told to save it smaller. */
export const RECORDING_MAX_BYTES = 32 * 1024 * 1024;
export const RECORDING_MAX_SECONDS = 30 * 60;

/** Other sound needs a new approval, like other words; it is there at once. */
export function withRecording(
  bulletin: Bulletin,
  of: { clipId: string; language: string; editorId: string },
): Bulletin {
  const { clipId, language, editorId } = of;
  return {
    ...bulletin,
    ...{ clipId, language, state: 'ready', stateReason: null, version: bulletin.version + 1 },
    ...{ authorId: editorId, standingId: null, submitsItself: false },
    // what was approved has been another person's word since
    writerIds: [
      ...new Set([...(bulletin.state === 'approved' ? [] : bulletin.writerIds), editorId]),
    ],
  };
}
