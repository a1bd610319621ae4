// The English words of notifications and who gets them.
// It must never know screens, data or the API.
import type { viTold } from './vi-told.ts';

export const enTold: typeof viTold = {};
