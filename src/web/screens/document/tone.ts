// Which colour a document's status has: what must not be missed is loud.
// It must never know what follows from a status.
import type { StatusKind } from '../../../http/schemas/part.ts';
import type { Tone } from '../../parts/icons.tsx';

export const TONE: Record<StatusKind, Tone> = {
  draft: 'wait',
  'not-yet-in-force': 'wait',
  'in-force': 'good',
  amended: 'wait',
  repealed: 'urgent',
};
