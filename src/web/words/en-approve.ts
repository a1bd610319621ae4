// The English words of approving, returning, withdrawing, the slip, the stop.
// It must never know screens, data or the API.
import type { viApprove } from './vi-approve.ts';

export const enApprove: typeof viApprove = {};
