// The form of one template: chime, words around, pauses, repeats, the rule that chooses bulletins.
// It must never say what is out of bounds: the service does.
import { type Signal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Area } from '../../../http/schemas/area.ts';
import type { Genre } from '../../../http/schemas/bulletin.ts';
import type { ProgrammeTemplate } from '../../../http/schemas/programme.ts';
import { api } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { Form } from '../../parts/act.tsx';
import { Choice, Field, Group, LongField, Radios } from '../../parts/field.tsx';
import { Section } from '../../parts/page.tsx';
import { tenantsOf } from '../../places.ts';
import { programmesApi } from '../../programmes-api.ts';
import { go } from '../../router.ts';
import { words } from '../../words.ts';
import { type Filled, FRAMES, filledOf, wishOf } from './template-fields.ts';

type Props = { before: ProgrammeTemplate | null; areas: readonly Area[] };
type Texts = { [Name in keyof Filled]: Signal<Filled[Name]> };

function useTexts(filled: Filled): Texts {
  const made = Object.entries(filled).map(([name, value]) => {
    // the fields of a form are the same at every drawing, so their signals come in the same order
    return [name, useSignal(value)];
  });
  return Object.fromEntries(made) as Texts;
}

export function TemplateForm({ before: now, areas }: Props) {
  // as it was when it was opened: what somebody else saves meanwhile is a conflict, not something to write over
  const { current: before } = useRef(now);
  const w = words.value.programme;
  const texts = useTexts(filledOf(before));
  const tenants = tenantsOf(areas);
  const areaId = useSignal(before?.tenantId ?? tenants.at(-1)?.id ?? '');
  const save = async () => {
    const filled = Object.fromEntries(
      Object.entries(texts).map(([name, { value }]) => [name, value]),
    ) as Filled;
    const wish = wishOf(filled, before);
    if (before) await programmesApi.changeTemplate(before.id, { ...wish, version: before.version });
    else await programmesApi.addTemplate({ ...wish, areaId: areaId.value });
    go('/programmes/templates');
  };
  return (
    <Form act={save} label={w.save} disabled={texts.name.value.trim() === ''}>
      <Field label={w.name} hint={w.nameHint} value={texts.name} autocomplete="off" />
      {before === null && tenants.length > 1 && (
        <Choice
          label={w.of}
          value={areaId}
          options={tenants.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <ChimeFields texts={texts} tenantId={areaId.value} />
      <Around texts={texts} before={before} />
      <Lengths texts={texts} />
      <Rule texts={texts} />
    </Form>
  );
}

function ChimeFields({ texts, tenantId }: { texts: Texts; tenantId: string }) {
  const w = words.value.programme;
  const kinds = ['ours', 'none', 'bulletin'] as const;
  return (
    <Section title={w.chime}>
      <Radios
        quiet
        legend={w.chime}
        value={texts.chime.value}
        options={kinds.map((value) => ({ value, label: w.chimes[value] }))}
        choose={(value) => {
          texts.chime.value = value;
        }}
      />
      {texts.chime.value === 'bulletin' && (
        <ChimeChoice value={texts.chimeId} tenantId={tenantId} />
      )}
    </Section>
  );
}

function ChimeChoice({ value, tenantId }: { value: Signal<string>; tenantId: string }) {
  const w = words.value.programme;
  const { answer } = useAsk({ ask: api.bulletins });
  const own = answer.value?.bulletins.filter(
    (one) => one.tenantId === tenantId && one.state === 'approved',
  );
  const options = (own ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Choice
      label={w.choose}
      value={value}
      options={[{ value: '', label: w.chooseNone }, ...options]}
    />
  );
}

function Around({ texts, before }: { texts: Texts; before: ProgrammeTemplate | null }) {
  const w = words.value;
  const hints = { ident: w.programme.identHint, opening: '', closing: '' };
  return (
    <Section title={w.programme.around}>
      <p class="hint">{w.programme.aroundHint}</p>
      {FRAMES.map((name) => {
        const part = before?.parts[name] ?? null;
        const state = part ? w.programme.frameState(w.state[part.state]) : '';
        const hint = [hints[name], state].filter(Boolean).join(' ');
        return (
          <LongField
            key={name}
            label={w.programme.kinds[name]}
            value={texts[name]}
            rows={2}
            maxLength={2_000}
            {...(hint === '' ? {} : { hint })}
          />
        );
      })}
    </Section>
  );
}

function Lengths({ texts }: { texts: Texts }) {
  const w = words.value.programme;
  return (
    <Section title={w.pauses}>
      <Field label={w.aroundSeconds} value={texts.around} autocomplete="off" />
      <Field label={w.betweenSeconds} value={texts.between} autocomplete="off" />
      <Field label={w.withinSeconds} value={texts.within} autocomplete="off" />
      <Choice
        label={w.repeats}
        value={texts.repeats}
        options={['1', '2', '3'].map((value) => ({ value, label: value }))}
      />
      <Field
        label={w.mostMinutes}
        hint={w.mostMinutesHint}
        value={texts.mostMinutes}
        type="number"
        autocomplete="off"
      />
    </Section>
  );
}

function Rule({ texts }: { texts: Texts }) {
  const w = words.value.programme;
  return (
    <Section title={w.rule}>
      <p class="hint">{w.order}</p>
      <Group legend={w.rule} quiet>
        <Tick label={w.own} value={texts.own} />
        <Tick label={w.given} value={texts.given} />
      </Group>
      <Genres value={texts.genres} />
      <Field label={w.days} value={texts.days} type="number" autocomplete="off" />
      <Field label={w.most} value={texts.most} type="number" autocomplete="off" />
      <Field label={w.airedFewerThan} value={texts.aired} type="number" autocomplete="off" />
    </Section>
  );
}

const GENRES: readonly Genre[] = ['notice', 'news', 'excerpt', 'qa', 'situation', 'story'];

function Genres({ value }: { value: Signal<readonly Genre[]> }) {
  const { programme: w, editor } = words.value;
  return (
    <Group legend={w.genre}>
      <p class="hint">{w.genreHint}</p>
      {GENRES.map((genre) => (
        <label key={genre} class="pick">
          <input
            type="checkbox"
            checked={value.value.includes(genre)}
            onChange={(event) => {
              const others = value.value.filter((one) => one !== genre);
              value.value = event.currentTarget.checked ? [...others, genre] : others;
            }}
          />
          <span>{editor.genres[genre] ?? genre}</span>
        </label>
      ))}
    </Group>
  );
}

function Tick({ label, value }: { label: string; value: Signal<boolean> }) {
  return (
    <label class="pick">
      <input
        type="checkbox"
        checked={value.value}
        onChange={(event) => {
          value.value = event.currentTarget.checked;
        }}
      />
      <span>{label}</span>
    </label>
  );
}
