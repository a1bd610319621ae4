// The English words of making a bulletin of a legal text.
// It must never know screens, data or the API.
import type { viEditor } from './vi-editor.ts';

export const enEditor: typeof viEditor = {};
