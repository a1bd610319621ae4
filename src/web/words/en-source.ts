// English words of the source system.
// It must never know screens, data or the API.
import type { viSource } from './vi-source.ts';

export const enSource: typeof viSource = {
  source: {},
};
