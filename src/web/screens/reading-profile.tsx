// How a commune wants its documents read: pace, pauses, what is left out, regional words.
// It must never know what an option does to a text.
import { type Signal, useSignal } from '@preact/signals';
import type { Profile, Reading } from '../../http/schemas/reading.ts';
import { useAsk } from '../ask.ts';
import { Act, Form } from '../parts/act.tsx';
import { Choice, Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Shown } from '../parts/shown.tsx';
import { usePlaces } from '../places.ts';
import { readingApi } from '../reading-api.ts';
import { holds } from '../session.ts';
import { words } from '../words.ts';
import { SpokenMarkChoice } from './hearing/spoken-mark.tsx';

export function ReadingProfile({ areaId }: { areaId: string }) {
  const w = words.value.profile;
  const places = usePlaces();
  const ask = useAsk({ ask: () => readingApi.profile(areaId), key: areaId });
  return (
    <Page title={w.title(places.answer.value?.name(areaId) ?? '…')} back="#/areas">
      <Shown ask={ask}>
        {(reading) => <Options key={reading.from} reading={reading} again={ask.again} />}
      </Shown>
      <SpokenMarkChoice areaId={areaId} />
    </Page>
  );
}

const FIELDS = [
  'docno',
  'legalBases',
  'responsibilities',
  'tables',
  'footnotes',
  'signature',
  'frame',
  'linh',
  'nghin',
] as const;
type FieldName = (typeof FIELDS)[number];

function Options({ reading, again }: { reading: Reading; again: () => void }) {
  const { profile } = reading;
  const chosen = useSignal<Record<string, string>>(
    Object.fromEntries(FIELDS.map((name) => [name, profile[name]])),
  );
  const pace = useSignal(`${profile.syllablesPerMinute}`);
  const pause = useSignal(`${profile.fullStopMs}`);
  const saved = useSignal(false);
  const w = words.value;
  const act = async () => {
    const numbers = { syllablesPerMinute: Number(pace.value), fullStopMs: Number(pause.value) };
    // the options are the schema's own, and the service checks them again
    await readingApi.setProfile(reading.areaId, {
      ...profile,
      ...(chosen.value as unknown as Profile),
      ...numbers,
    });
    saved.value = true;
    again();
  };
  const back = async () => {
    await readingApi.setProfile(reading.areaId, null);
    again();
  };
  const fields = (
    <>
      <Field label={w.profile.pace} hint={w.profile.paceHint} type="number" value={pace} />
      <Field label={w.profile.pause} type="number" value={pause} />
      {FIELDS.map((name) => (
        <OneOption key={name} name={name} chosen={chosen} />
      ))}
    </>
  );
  return (
    <>
      <p>
        {w.profile.from[reading.from]} {w.profile.intro}
      </p>
      {holds('author', 'administrator') ? (
        <Form act={act} label={w.common.save}>
          {fields}
          {saved.value && <Notice tone="good">{w.common.saved}</Notice>}
        </Form>
      ) : (
        <fieldset class="form" disabled>
          {fields}
        </fieldset>
      )}
      {reading.from === 'own' && holds('author', 'administrator') && (
        <Act kind="quiet" act={back}>
          {w.profile.back}
        </Act>
      )}
    </>
  );
}

function OneOption(of: { name: FieldName; chosen: Signal<Record<string, string>> }) {
  const w = words.value.profile;
  const options = w.options[of.name] ?? {};
  const value = useSignal(of.chosen.value[of.name] ?? '');
  return (
    <Choice
      label={w.fields[of.name]}
      value={value}
      changed={(now) => {
        of.chosen.value = { ...of.chosen.value, [of.name]: now };
      }}
      options={Object.entries(options).map(([one, label]) => ({ value: one, label }))}
    />
  );
}
