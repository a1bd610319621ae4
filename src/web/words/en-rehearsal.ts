// English words of the rehearsal of tomorrow.
// It must never know screens, data or the API.
import type { viRehearsal } from './vi-rehearsal.ts';

export const enRehearsal: typeof viRehearsal = {
  rehearsal: {},
};
