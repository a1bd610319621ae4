// The English words of the frame around every screen.
// It must never know screens, data or the API.
import type { viDesk } from './vi-desk.ts';

export const enDesk: typeof viDesk = {};
