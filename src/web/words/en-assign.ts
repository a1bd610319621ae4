// English words of what the province gives to communes.
// It must never know screens, data or the API.
import type { viAssign } from './vi-assign.ts';

export const enAssign: typeof viAssign = {
  assign: {},
};
