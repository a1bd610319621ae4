// The English words of villagers' reports and the public page's officers' side.
// It must never know screens, data or the API.
import type { viPublic } from './vi-public.ts';

export const enPublic: typeof viPublic = {};
