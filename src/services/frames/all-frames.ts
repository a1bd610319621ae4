// Joins the use-cases of frames into their one door.
// It must never decide anything.
import type { Making } from '../bulletins/making.ts';
import type { Deps } from '../deps.ts';
import { makeFrameUses } from './frame-use.ts';
import { makeFrameDesk } from './frames.ts';
import type { Frames } from './frames-door.ts';
import { makeFrameRecording } from './recording-frames.ts';

export function makeFrames(parts: {
  deps: Deps;
  making: Pick<Making, 'want' | 'refuseIfFull'>;
}): Frames {
  const { deps } = parts;
  return { ...makeFrameDesk(deps), ...makeFrameRecording(deps), ...makeFrameUses(parts) };
}
