// The engines of this machine and its settings as voices that can be chosen: opened once, closed at the end.
// It must never know who chooses, for whom, nor what is said.
import { createEspeakVoice } from '../audio/voices/espeak.ts';
import {
  createSystemEspeakVoice,
  findSystemEspeak,
  type SystemEspeak,
} from '../audio/voices/espeak-system.ts';
import { createStandings, type Ladder, ladderOf } from '../audio/voices/ladder.ts';
import type { Voice } from '../audio/voices/port.ts';
import { openSherpaVoices, type SherpaVoice } from '../audio/voices/sherpa.ts';
import { type AzureVoices, azureOf } from './azure-of.ts';
import type { VoiceEngines, VoiceShown } from './services/voices/voices-port.ts';
import { swapped } from './voice-swap.ts';
import type { VoiceEnvironment } from './voices-settings.ts';

export type VoiceHouse = VoiceEngines & {
  /** Ids that are not there (any more) are left out. @throws SoundError voice-missing when none is */
  ladder(ids: readonly string[]): Ladder;
  close(): Promise<void>;
};

/** A cloud of that name speaks in clips made before it was taken out of the settings. */
const CLOUDS = ['azure'];
const SYSTEM_VOICES = ['vi', 'vi-vn-x-central', 'vi-vn-x-south'];

/** @param path where the system's programs are; left out: as the environment says */
export async function openVoices(
  environment: VoiceEnvironment,
  path?: string,
): Promise<VoiceHouse> {
  const azure = environment.azure === null ? null : azureOf(environment.azure);
  const { folder } = environment;
  const models = folder === null ? null : await openSherpaVoices(folder);
  const system = await findSystemEspeak(path);
  const held = [
    ...(azure?.voices ?? []).map((voice) => ({ voice, group: 'azure' })),
    ...(models?.voices ?? []).map((voice) => ({ voice, group: `sherpa.${voice.name}` })),
    ...systemVoices(system).map((voice) => ({ voice, group: 'system' })),
    { voice: createEspeakVoice(), group: 'embedded' },
  ];
  const house = joined(held, azure);
  const refused = [...(azure?.refused ?? []), ...(models?.refused ?? [])];
  return {
    ...house,
    refused: () => refused,
    async close() {
      await Promise.all([...held.map(({ voice }) => voice.close()), models?.close()]);
    },
  };
}

/** Central and southern speech only there: embedded, each would hold two threads of 100 MB more. */
function systemVoices(system: SystemEspeak | null): Voice[] {
  const names = SYSTEM_VOICES.filter((name) => system?.voices.has(name));
  return system === null ? [] : names.map((voice) => createSystemEspeakVoice(system, { voice }));
}

type Held = { voice: Voice; group: string };
type Named = Held & { id: string; origin: Voice };

function joined(held: readonly Held[], azure: AzureVoices | null) {
  const named = held.flatMap(bothWays);
  const byId = new Map(named.map((one) => [one.id, one]));
  const origins = new Map(named.map(({ voice, origin }) => [voice, origin]));
  const own = createStandings();
  // one engine fails or rests as one, whichever of its two voices is asked first
  const standings = { ...own, of: (voice: Voice) => own.of(origins.get(voice) ?? voice) };
  const look = () => {
    if (azure?.renewed()) own.wake();
  };
  return {
    list(): VoiceShown[] {
      look();
      return named.map((one) => shown(one, own.resting()));
    },
    isCloud: (engine: string) =>
      CLOUDS.includes(engine) ||
      held.some(({ voice }) => voice.engine === engine && voice.place === 'cloud'),
    wake: () => own.wake(),
    ladder(ids: readonly string[]): Ladder {
      look();
      const steps = ids.flatMap((id) => byId.get(id)?.voice ?? []);
      return ladderOf(steps, { standings });
    },
  };
}

/** A voice that has a second is there twice: once as itself, once with the two of a dialogue changed. */
function bothWays({ voice, group }: Held): Named[] {
  const self = { voice, group, origin: voice, id: `${group}:${voice.id}` };
  if (voice.secondId === undefined) return [self];
  return [
    self,
    { ...self, voice: swapped(voice, voice.secondId), id: `${group}:${voice.secondId}` },
  ];
}

type Resting = ReturnType<ReturnType<typeof createStandings>['resting']>;

function shown({ voice, origin, group, id }: Named, resting: Resting): VoiceShown {
  const { engine, engineVersion, language, place } = voice;
  const rest = resting.find(
    ({ by }) =>
      by.engine === engine && by.engineVersion === engineVersion && by.voice === origin.id,
  );
  const { licence = '', source = '' } = origin as Partial<SherpaVoice>;
  return {
    ...{ id, group, engine, engineVersion, voice: voice.id, second: voice.secondId ?? null },
    ...{ language, place, licence, source },
    rests: rest ? { reason: rest.reason, untilMs: onTheWall(rest.untilMs) } : null,
  };
}

/** Rests are counted on a clock that nobody sets. */
function onTheWall(monotonicMs: number | null): number | null {
  return monotonicMs === null ? null : Math.round(Date.now() + monotonicMs - performance.now());
}
