// Voices: for each language who speaks, in which order, how fast, and whether words may leave the house.
// It must never decide who speaks: the service answers with the ladder as it holds.
import { useSignal } from '@preact/signals';
import type { Voice, VoiceChoice, VoicesView } from '../../../http/schemas/voice.ts';
import { useAsk } from '../../ask.ts';
import { Act } from '../../parts/act.tsx';
import { Choice } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Places, tenantsOf, usePlaces } from '../../places.ts';
import { holds } from '../../session.ts';
import { voicesApi } from '../../voices-api.ts';
import { said, words } from '../../words.ts';
import { CloudWord } from './cloud-word.tsx';
import { LanguageVoices } from './language-voices.tsx';

export function Voices() {
  const w = words.value.voices;
  const places = usePlaces();
  return (
    <Page title={w.title}>
      <p>{w.intro}</p>
      <Shown ask={places}>{(known) => <OfTenant places={known} />}</Shown>
    </Page>
  );
}

function OfTenant({ places }: { places: Places }) {
  const tenants = tenantsOf(places.areas);
  const areaId = useSignal(
    tenants.find(({ kind }) => kind === 'commune')?.id ?? tenants[0]?.id ?? '',
  );
  const ask = useAsk({
    ask: () => voicesApi.view(areaId.value),
    key: areaId.value,
    on: ['area'],
  });
  return (
    <>
      {tenants.length > 1 && (
        <Choice
          label={words.value.voices.where}
          value={areaId}
          options={tenants.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Shown ask={ask}>{(view) => <Body view={view} again={ask.again} />}</Shown>
    </>
  );
}

type Props = { view: VoicesView; again: () => void };

function Body({ view, again }: Props) {
  const w = words.value.voices;
  return (
    <>
      {view.choices.map((choice) => (
        <Section key={`${view.areaId} ${choice.language.code}`} title={choice.language.name}>
          <LanguageVoices key={keyOf(choice)} choice={choice} view={view} again={again} />
        </Section>
      ))}
      <Resting view={view} again={again} />
      <CloudWord view={view} again={again} />
      {view.refused.length > 0 && (
        <Section title={w.refusedTitle}>
          <ul class="rows">
            {view.refused.map(({ name, say }) => (
              <li key={name} class="row">
                <strong>{name}</strong>
                <span>{said(say)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {view.unspoken.length > 0 && (
        <Section title={w.unspoken}>
          <p>{w.unspokenHint}</p>
          <details class="fold">
            <summary>{w.unspokenAll(view.unspoken.length)}</summary>
            <p class="voice-languages">{view.unspoken.map(({ name }) => name).join(' · ')}</p>
          </details>
        </Section>
      )}
    </>
  );
}

/** A choice saved elsewhere fills the form anew; a voice that begins to rest does not. */
const keyOf = ({ own, steps }: VoiceChoice): string => JSON.stringify([own, steps]);

const isResting = ({ rests }: Voice): boolean => rests !== null;

function Resting({ view, again }: Props) {
  const w = words.value.voices;
  const woken = useSignal(false);
  if (!view.voices.some(isResting) && !woken.value) return null;
  if (!holds('author', 'technician', 'administrator')) return null;
  const wake = async () => {
    await voicesApi.wake(view.areaId);
    woken.value = true;
    again();
  };
  return woken.value ? <Notice tone="good">{w.woken}</Notice> : <Act act={wake}>{w.wake}</Act>;
}
