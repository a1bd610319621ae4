// The English words of the frame around every screen.
// It must never know screens, data or the API.
import type { viDesk } from './vi-desk.ts';

export const enDesk: typeof viDesk = {
  player: {
    play: 'Listen',
    pause: 'Pause',
    place: 'Place in the sound',
    failed: 'The sound cannot be played. Check the line, then press Listen again.',
  },
};
