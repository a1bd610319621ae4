// The room of voices joined: looked at and chosen, heard first, made anew.
// It must never do any of it by itself.
import type { BulletinParts } from '../bulletins/bulletins.ts';
import { makeListening } from './listening.ts';
import { makeRetaking } from './retaking.ts';
import { makeVoiceDesk } from './voice-desk.ts';
import type { VoiceDesk } from './voices-door.ts';

export function joinVoices(parts: BulletinParts): VoiceDesk {
  const { deps } = parts;
  return { ...makeVoiceDesk(parts), listen: makeListening(deps), retake: makeRetaking(parts) };
}
