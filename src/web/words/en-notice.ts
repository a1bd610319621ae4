// The English words of quick notices.
// It must never know screens, data or the API.
import type { viNotice } from './vi-notice.ts';

export const enNotice: typeof viNotice = {};
