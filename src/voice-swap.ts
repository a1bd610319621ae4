// A voice whose two speakers of a dialogue have changed places: the one who answers now asks, and says all else.
// It must never know an engine.
import type { Voice } from '../audio/voices/port.ts';

export function swapped(voice: Voice, secondId: string): Voice {
  return {
    ...voice,
    id: secondId,
    secondId: voice.id,
    speak: (words, how) =>
      voice.speak(words, { ...how, speaker: how.speaker === 'second' ? 'first' : 'second' }),
  };
}
