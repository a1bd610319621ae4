// The engines of this machine as voices that can be chosen.
// It must never know who chooses.
import type { VoiceEngines } from './services/voices/voices-port.ts';

export function embeddedOnly(): VoiceEngines {
  const embedded = {
    ...{ id: 'embedded:vi', group: 'embedded', engine: 'espeak-ng', engineVersion: 'wasm' },
    ...{ voice: 'vi', second: 'vi+f2', language: 'vie', place: 'here' as const },
    ...{ licence: '', source: '', rests: null },
  };
  return { list: () => [embedded], refused: () => [], isCloud: () => false, wake: () => {} };
}
