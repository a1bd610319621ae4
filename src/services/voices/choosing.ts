// Rows and engines together: who would speak for this tenant in this language.
// It must never decide: src/domain/voices/choose.ts does.

import { tenantChain } from '../../domain/areas.ts';
import { type Chosen, choose, cloudStanding } from '../../domain/voices/choose.ts';
import { treeAbove } from '../chain.ts';
import type { Store } from '../ports.ts';
import type { Trying, VoiceEngines, Voices } from './voices-port.ts';

export type Choosing = {
  store: Pick<Store, 'areas' | 'voiceChoices' | 'cloudWords'>;
  voices: Pick<VoiceEngines, 'list'>;
};
export type SpokenFor = {
  tenantId: string;
  language: string;
  personalData: boolean;
  /** lives hang on it; left out: they do not */
  urgent?: boolean;
};
export type SpokenWish = SpokenFor & { trying?: Trying };

/** @param of `trying`: in the place of what the tenant itself chose */
export function chosenFor({ store, voices }: Choosing, of: SpokenWish): Chosen {
  const { tenantId, language, personalData, urgent = false, trying } = of;
  const [own = tenantId, province] = tenantChain(treeAbove(store.areas, tenantId), tenantId);
  const choice = (areaId: string | undefined) =>
    areaId === undefined ? null : store.voiceChoices.get(areaId, language);
  return choose({
    ...{ language, personalData, urgent, voices: voices.list() },
    own: trying ? { areaId: own, language, ...trying } : choice(own),
    province: choice(province),
    cloud: cloudFor({ store }, tenantId),
  });
}

export function cloudFor({ store }: Pick<Choosing, 'store'>, tenantId: string) {
  const [own = tenantId, province] = tenantChain(treeAbove(store.areas, tenantId), tenantId);
  const word = store.cloudWords.get(own);
  return province === undefined
    ? cloudStanding({ own: null, province: word })
    : cloudStanding({ own: word, province: store.cloudWords.get(province) });
}

/** The engines as every other room asks of them. */
export function asVoices(store: Choosing['store'], engines: VoiceEngines): Voices {
  return {
    ...engines,
    speaks(language, tenantId) {
      const asked = { tenantId, language, personalData: false };
      return chosenFor({ store, voices: engines }, asked).steps.length > 0;
    },
  };
}
