// How what is written is spoken in a commune: entries found, added, changed, and where one is used.
// It must never know what may be spoken: the service refuses and says why.
import { type Signal, useSignal } from '@preact/signals';
import type { LexiconList } from '../../http/schemas/reading.ts';
import { useAsk } from '../ask.ts';
import { sent, useKept } from '../kept.ts';
import { Form } from '../parts/act.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Field } from '../parts/field.tsx';
import { Chip } from '../parts/icons.tsx';
import { Empty } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Shown } from '../parts/shown.tsx';
import { Sure, useSureness } from '../parts/sure.tsx';
import { usePlaces } from '../places.ts';
import { readingApi } from '../reading-api.ts';
import { holds } from '../session.ts';
import { words } from '../words.ts';
import { UsesFold } from './plan/uses.tsx';

type Line = LexiconList['entries'][number];

export function Lexicon({ areaId }: { areaId: string }) {
  const w = words.value.lexicon;
  const places = usePlaces();
  const search = useSignal('');
  const ask = useAsk({
    ask: () => readingApi.lexicon(areaId, search.value.trim()),
    key: `${areaId} ${search.value}`,
  });
  const mayWrite = holds('author', 'administrator');
  return (
    <Page title={w.title(places.answer.value?.name(areaId) ?? '…')} back="#/areas">
      <p>{w.intro}</p>
      {mayWrite && <Adding areaId={areaId} again={ask.again} />}
      <Field label={w.search} value={search} autocomplete="off" />
      <Shown ask={ask}>
        {({ entries, whole }) => (
          <>
            {entries.length === 0 && <Empty title={w.none} />}
            <ul class="rows">
              {entries.map((one) => (
                <Entry
                  key={`${one.id} ${one.table} ${one.written}`}
                  {...{ areaId, one }}
                  again={ask.again}
                />
              ))}
            </ul>
            {!whole && <p class="hint">{w.notAll}</p>}
          </>
        )}
      </Shown>
    </Page>
  );
}

const EMPTY = { written: '', spoken: '', note: '', example: '' };

function Adding({ areaId, again }: { areaId: string; again: () => void }) {
  const made = useSignal(0);
  const w = words.value.lexicon;
  return (
    <details class="fold">
      <summary>{w.add}</summary>
      <EntryForm
        key={made.value}
        kept={`lexicon.${areaId}`}
        start={EMPTY}
        act={async (entry) => {
          await readingApi.addEntry(areaId, entry);
          made.value += 1;
          again();
        }}
      />
    </details>
  );
}

type Fields = typeof EMPTY;

type Wish = Fields & { confirmed: boolean };

type EntryFormProps = { kept: string; start: Fields; act: (entry: Wish) => Promise<void> };

function EntryForm({ kept, start, act }: EntryFormProps) {
  const fields: Record<keyof Fields, Signal<string>> = {
    written: useKept(`${kept}.written`, start.written),
    spoken: useKept(`${kept}.spoken`, start.spoken),
    note: useKept(`${kept}.note`, start.note),
    example: useKept(`${kept}.example`, start.example),
  };
  const w = words.value.lexicon;
  const names = Object.keys(EMPTY) as (keyof Fields)[];
  const sure = useSureness();
  const send = () =>
    sure.doubting(async () => {
      await act({
        written: fields.written.value.trim(),
        spoken: fields.spoken.value.trim(),
        note: fields.note.value.trim(),
        example: fields.example.value.trim(),
        confirmed: sure.is.value,
      });
      sent(...names.map((name) => `${kept}.${name}`));
    });
  return (
    <Form act={send} label={words.value.common.save}>
      {names.map((name) => (
        <Field key={name} label={w[name]} value={fields[name]} autocomplete="off" />
      ))}
      <Sure sure={sure} />
    </Form>
  );
}

type Props = { areaId: string; one: Line; again: () => void };

function Entry({ areaId, one, again }: Props) {
  const w = words.value.lexicon;
  return (
    <li class="row">
      <span class="row-head">
        <span>
          <strong>{one.written}</strong> → {one.spoken}
        </span>
        <span class="chips">
          <Chip tone={one.id === null ? 'plain' : 'good'}>{w.from[one.from]}</Chip>
          {one.hidden && <Chip tone="wait">{w.hidden}</Chip>}
        </span>
      </span>
      {one.note !== '' && <small>{one.note}</small>}
      {one.example !== '' && (
        <small>
          {w.example}: {one.example}
        </small>
      )}
      <UsesFold of={{ kind: 'lexicon', id: one.written, areaId }} />
      {one.id !== null && holds('author', 'administrator') && (
        <Own areaId={areaId} id={one.id} one={one} again={again} />
      )}
    </li>
  );
}

function Own({ areaId, id, one, again }: Props & { id: string }) {
  const w = words.value;
  const change = async (entry: Wish) => {
    await readingApi.changeEntry(areaId, id, entry);
    again();
  };
  const remove = async () => {
    await readingApi.dropEntry(areaId, id);
    again();
  };
  return (
    <details class="fold settle">
      <summary>{w.lexicon.edit}</summary>
      <EntryForm kept={`lexicon.${areaId}.${one.id}`} start={one} act={change} />
      <Confirm
        quiet
        label={w.common.remove}
        title={one.written}
        ask={w.lexicon.sure}
        act={remove}
      />
    </details>
  );
}
