// A site's name, surroundings, kind of power and line, note and photo, as a technician keeps them.
// It must never send a picture larger than a note deserves.
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Zone } from '../../../http/schemas/site.ts';
import type { DeviceClass } from '../../../http/schemas/speaker.ts';
import { Form } from '../../parts/act.tsx';
import { Choice, Field, LongField } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { poleApi } from '../../pole-api.ts';
import { words } from '../../words.ts';
import { Fold } from './fold.tsx';
import type { Part } from './one-speaker.tsx';
import { shrunk } from './shrink.ts';

export function SiteForm({ detail: { speaker, note, photo }, changed }: Part) {
  const w = words.value;
  const { site } = speaker;
  const name = useSignal(site.name);
  const zone = useSignal<string>(site.zone);
  const kind = useSignal<string>(speaker.deviceClass);
  const text = useSignal(note);
  const saved = useSignal(false);
  const options = (names: Record<string, string>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  const save = async () => {
    await poleApi.change(site.id, {
      name: name.value.trim(),
      zone: zone.value as Zone,
      deviceClass: kind.value as DeviceClass,
      note: text.value,
    });
    saved.value = true;
    changed();
  };
  return (
    <Fold title={w.pole.notes} open={note !== '' || photo !== null}>
      {photo !== null && (
        <img
          class="pole-photo"
          src={poleApi.photoUrl(site.id, photo.hash)}
          alt={w.pole.photoOf(site.name)}
          loading="lazy"
        />
      )}
      <Photo siteId={site.id} changed={changed} has={photo !== null} />
      <Form act={save} label={words.value.common.save} disabled={name.value.trim() === ''}>
        <LongField label={w.pole.note} hint={w.pole.noteHint} value={text} rows={4} />
        <Field label={w.speakers.siteName} value={name} autocomplete="off" />
        <Choice label={w.speakers.zone} value={zone} options={options(w.speakers.zones)} />
        <Choice label={w.pole.deviceClass} value={kind} options={options(w.pole.deviceClasses)} />
      </Form>
      <span role="status">{saved.value ? w.common.saved : ''}</span>
    </Fold>
  );
}

function Photo({ siteId, changed, has }: { siteId: string; changed: () => void; has: boolean }) {
  const w = words.value.pole;
  const id = useId();
  const state = useSignal<'rest' | 'going' | 'unread' | 'failed'>('rest');
  const take = async (file: File | undefined) => {
    if (!file || state.value === 'going') return;
    state.value = 'going';
    const picture = await shrunk(file);
    if (picture === null) {
      state.value = 'unread';
      return;
    }
    await poleApi.putPhoto(siteId, picture).then(
      () => {
        state.value = 'rest';
        changed();
      },
      () => {
        state.value = 'failed';
      },
    );
  };
  return (
    <div class="field">
      <input
        id={id}
        class="unseen"
        type="file"
        accept="image/*"
        capture="environment"
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
      <div class="actions">
        <label for={id} class="button">
          {state.value === 'going' ? words.value.common.working : has ? w.photoAgain : w.photoTake}
        </label>
      </div>
      {state.value === 'unread' && <Notice tone="bad">{w.photoUnread}</Notice>}
      {state.value === 'failed' && <Notice tone="bad">{words.value.common.noAnswer}</Notice>}
    </div>
  );
}
