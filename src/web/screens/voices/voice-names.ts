// A voice as a person reads it: its name, its engine and the version that matters.
// It must never know what is chosen.
import type { VoicesView } from '../../../http/schemas/voice.ts';

export function nameOf({ voices }: VoicesView, id: string): string {
  const voice = voices.find((one) => one.id === id);
  return voice === undefined
    ? id
    : `${voice.voice} (${voice.engine} ${shortOf(voice.engineVersion)})`;
}

/** The print of a model's bytes is for the clip, not for a person. */
const shortOf = (version: string): string =>
  version.split('+')[0]?.split('-').slice(0, 2).join('-') ?? '';
