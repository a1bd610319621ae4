// Voices looked at and chosen: the order, the pace, the profile, and whether words may leave the house.
// It must never choose by itself, nor make a sound that is already there sound otherwise.

import { tenantChain } from '../../domain/areas.ts';
import type { Actor, Area } from '../../domain/model.ts';
import { type Action, may } from '../../domain/rights.ts';
import { whyRests } from '../../domain/voices/fall-words.ts';
import { choiceFault } from '../../domain/voices/voice-choice.ts';
import { badChoice } from '../../domain/voices/voice-problems.ts';
import type { BulletinParts } from '../bulletins/bulletins.ts';
import { languageOf } from '../bulletins/languages.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { profileOf } from '../reading/reading-order.ts';
import { record } from '../record.ts';
import { permit, seenArea } from '../scope.ts';
import { chosenFor, cloudFor } from './choosing.ts';
import type { ChoiceShown, VoiceDesk, VoicesView } from './voices-door.ts';
import type { Trying } from './voices-port.ts';

type Chosen = Pick<VoiceDesk, 'view' | 'choose' | 'allowCloud' | 'wake'>;
type Asked = { actor: Actor; areaId: string; action: Action };

export function makeVoiceDesk({ deps, making }: Pick<BulletinParts, 'deps' | 'making'>): Chosen {
  const { store } = deps;
  const changed = (actor: Actor, tenant: Area): VoicesView => {
    deps.changes.tell({ kind: 'area', id: tenant.id, tenantId: tenant.id });
    return viewOf(deps, { actor, tenant });
  };
  return {
    view(actor, { areaId }) {
      return viewOf(deps, {
        actor,
        tenant: tenantOf(deps, { actor, areaId, action: 'voice.view' }),
      });
    },
    choose(actor, { areaId, language: code, steps, pace, profile }) {
      const tenant = tenantOf(deps, { actor, areaId, action: 'voice.choose' });
      const language = languageOf(deps, code);
      const wish = { language, steps, pace, profile };
      const fault = choiceFault(wish, deps.voices.list());
      if (fault !== null) throw badChoice(fault);
      store.transaction(() => {
        const choice = { areaId: tenant.id, ...wish };
        if (isNothing(wish)) store.voiceChoices.remove(tenant.id, language);
        else store.voiceChoices.put(choice);
        noted(deps, { actor, tenant, action: 'voice.choose', detail: wish });
      });
      return changed(actor, tenant);
    },
    allowCloud(actor, { areaId, allowed }) {
      const tenant = tenantOf(deps, { actor, areaId, action: 'cloud.allow' });
      store.transaction(() => {
        store.cloudWords.put({ areaId: tenant.id, allowed });
        noted(deps, { actor, tenant, action: 'cloud.allow', detail: { allowed } });
      });
      // words that are on their way to it at this moment are given up, and said here
      if (!allowed) for (const id of underWayIn(deps, tenant.id)) making.want(id);
      return changed(actor, tenant);
    },
    wake(actor, { areaId }) {
      const tenant = tenantOf(deps, { actor, areaId, action: 'voice.wake' });
      deps.voices.wake();
      noted(deps, { actor, tenant, action: 'voice.wake', detail: {} });
      return viewOf(deps, { actor, tenant });
    },
  };
}

/** Of this tenant and of all beneath it: whatever is being made, or waits for it. */
function underWayIn({ store }: Deps, tenantId: string): string[] {
  const wanted = store.retakes.wanted().flatMap((one) => store.bulletins.get(one.bulletinId) ?? []);
  return [...store.bulletins.inState('making'), ...wanted]
    .filter((one) =>
      tenantChain(treeAbove(store.areas, one.tenantId), one.tenantId).includes(tenantId),
    )
    .map(({ id }) => id);
}

/** A village's voices are its commune's. */
export function tenantOf(deps: Deps, { actor, areaId, action }: Asked): Area {
  const { tenantId } = seenArea(deps, { actor, areaId });
  permit(deps, { actor, action, tenantId });
  return seenArea(deps, { actor, areaId: tenantId });
}

function isNothing({ steps, pace, profile }: Trying): boolean {
  return steps.length === 0 && pace === null && profile === null;
}

function noted(
  deps: Deps,
  of: { actor: Actor; tenant: Area; action: Action; detail: Record<string, unknown> },
): void {
  const { tenant, ...line } = of;
  record(deps, { ...line, subject: `area:${tenant.id}`, tenantId: tenant.id });
}

function viewOf(deps: Deps, { actor, tenant }: { actor: Actor; tenant: Area }): VoicesView {
  const voices = deps.voices.list();
  const chain = tenantChain(treeAbove(deps.store.areas, tenant.id), tenant.id);
  const choices = deps.languages.flatMap((language) => {
    const shown = choiceOf(deps, { tenantId: tenant.id, language });
    return shown.none === 'no-voice' && shown.own === null ? [] : [shown];
  });
  const heard = new Set(choices.map(({ language }) => language.code));
  return {
    areaId: tenant.id,
    isProvince: tenant.kind === 'province',
    voices: voices.map((voice) => ({
      ...voice,
      restsBecause: voice.rests && whyRests(voice.rests.reason),
    })),
    refused: deps.voices.refused(),
    cloud: {
      standing: cloudFor(deps, tenant.id),
      isThere: voices.some(({ place }) => place === 'cloud'),
    },
    choices,
    unspoken: deps.languages.filter(({ code }) => !heard.has(code)),
    mayChoose: may(actor, 'voice.choose', chain),
    mayAllow: may(actor, 'cloud.allow', chain),
  };
}

function choiceOf(
  deps: Deps,
  { tenantId, language }: { tenantId: string; language: Deps['languages'][number] },
): ChoiceShown {
  const asked = { tenantId, language: language.code, personalData: false };
  const { steps, none, pace, profile, from } = chosenFor(deps, asked);
  const own = deps.store.voiceChoices.get(tenantId, language.code);
  return {
    ...{ language, none, profile, from },
    steps: steps.map(({ id }) => id),
    pace: pace ?? profileOf(deps, tenantId).profile.syllablesPerMinute,
    own: own && { steps: own.steps, pace: own.pace, profile: own.profile },
  };
}
