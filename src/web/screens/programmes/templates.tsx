// The templates of a commune's programmes: listed, and one of them written or changed.
// It must never approve the words around the bulletins: they are bulletins, and wait as such.
import { useSignal } from '@preact/signals';
import type { ProgrammeTemplate } from '../../../http/schemas/programme.ts';
import { useAsk } from '../../ask.ts';
import { Act } from '../../parts/act.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { usePlaces } from '../../places.ts';
import { programmesApi } from '../../programmes-api.ts';
import { go } from '../../router.ts';
import { words } from '../../words.ts';
import { TemplateForm } from './template-form.tsx';

export function Templates() {
  const w = words.value.programme;
  const ask = useAsk({ ask: programmesApi.templates, on: ['bulletin'] });
  return (
    <Page
      title={w.templates}
      back="#/programmes"
      aside={
        <a class="button button-main" href="#/programmes/templates/new">
          {w.newTemplate}
        </a>
      }
    >
      <Shown ask={ask}>
        {({ templates }) =>
          templates.length === 0 ? (
            <Empty title={w.noTemplates} hint={w.noTemplatesHint} />
          ) : (
            <ul class="rows">
              {templates.map((template) => (
                <li key={template.id}>
                  <a class="row" href={`#/programmes/templates/${template.id}`}>
                    <strong>{template.name}</strong>
                    <span class="hint">{partsLine(template)}</span>
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Page>
  );
}

/** Which words around wait for somebody. */
function partsLine({ parts, chime }: ProgrammeTemplate): string {
  const w = words.value;
  const named = (['ident', 'opening', 'closing'] as const).flatMap((kind) => {
    const part = parts[kind];
    return part ? [`${w.programme.kinds[kind]}: ${w.state[part.state]}`] : [];
  });
  return [w.programme.chimes[chime.kind], ...named].join(' · ');
}

export function OneTemplate({ id }: { id: string }) {
  const w = words.value.programme;
  const ask = useAsk({ ask: programmesApi.templates });
  const places = usePlaces();
  return (
    <Page title={id === 'new' ? w.newTemplate : w.editTemplate} back="#/programmes/templates">
      <Shown ask={places}>
        {({ areas }) => (
          <Shown ask={ask}>
            {({ templates }) => {
              const before = templates.find((one) => one.id === id) ?? null;
              if (before === null && id !== 'new') return <Empty title={w.noTemplates} />;
              return (
                <>
                  <TemplateForm before={before} areas={areas} />
                  {before && <Remove id={before.id} />}
                </>
              );
            }}
          </Shown>
        )}
      </Shown>
    </Page>
  );
}

function Remove({ id }: { id: string }) {
  const w = words.value;
  const asked = useSignal(false);
  const remove = async () => {
    await programmesApi.removeTemplate(id);
    go('/programmes/templates');
  };
  if (!asked.value)
    return (
      <button type="button" class="button button-quiet" onClick={() => (asked.value = true)}>
        {w.programme.remove}
      </button>
    );
  return (
    <div class="card">
      <p>{w.programme.sureRemove}</p>
      <div class="actions">
        <Act kind="danger" act={remove}>
          {w.programme.yesRemove}
        </Act>
        <button type="button" class="button" onClick={() => (asked.value = false)}>
          {w.common.cancel}
        </button>
      </div>
    </div>
  );
}
