// The English words of the frame around every screen.
// It must never know screens, data or the API.
import type { viDesk } from './vi-desk.ts';

export const enDesk: typeof viDesk = {
  again: {
    title: 'Sign in again',
    kept: 'Your session has ended. What you were doing is still on this page.',
    other: 'Somebody else signs in',
  },
  player: {
    play: 'Listen',
    pause: 'Pause',
    place: 'Place in the sound',
    failed: 'The sound cannot be played. Check the line, then press Listen again.',
  },
};
