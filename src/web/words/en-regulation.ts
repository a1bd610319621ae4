// English words of a commune’s regulation and overrides of it.
// It must never know screens, data or the API.
import type { viRegulation } from './vi-regulation.ts';

export const enRegulation: typeof viRegulation = {
  regulation: {},
};
