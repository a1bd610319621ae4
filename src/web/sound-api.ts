// Requests about recordings that stand in for a voice.
// It must never know screens.
import type { Bulletin } from '../http/schemas/bulletin.ts';
import { send } from './send.ts';

export type RecordingWish = { file: Blob; speakerName: string; consentNote: string };

const pathOf = (bulletinId: string) => `/api/bulletins/${bulletinId}/recording`;

export const soundApi = {
  useRecording: (bulletinId: string, { file, speakerName, consentNote }: RecordingWish) => {
    const query = new URLSearchParams({ speakerName, consentNote, consent: 'yes' });
    const path = `${pathOf(bulletinId)}?${query}`;
    return send<Bulletin>({ method: 'POST', path, body: file });
  },
  backToVoice: (bulletinId: string) =>
    send<Bulletin>({ method: 'DELETE', path: pathOf(bulletinId) }),
};
