// The templates of a commune: seen, changed, hidden, brought back, added.
// It must never check a template's words: the service does, and says what is wrong.
import { type Signal, useSignal } from '@preact/signals';
import type { Template, TemplateWords } from '../../../http/schemas/notice.ts';
import { useAsk } from '../../ask.ts';
import { noticeApi } from '../../notice-api.ts';
import { Act } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Chip } from '../../parts/icons.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { holds } from '../../session.ts';
import { said, words } from '../../words.ts';
import { UsesFold } from '../plan/uses.tsx';
import { TemplateForm } from './template-form.tsx';
import { ForTenant } from './tenant.tsx';

export function NoticeTemplates() {
  const w = words.value.notice.ofTemplates;
  return (
    <Page title={w.title} back="#/notice">
      <p>{w.hint}</p>
      <ForTenant roles={['author', 'administrator', 'operator', 'approver']}>
        {(areaId) => <OfTenant key={areaId} areaId={areaId} />}
      </ForTenant>
    </Page>
  );
}

const NEW = 'new';

function OfTenant({ areaId }: { areaId: string }) {
  const w = words.value.notice.ofTemplates;
  const ask = useAsk({ ask: () => noticeApi.templates(areaId), key: areaId, on: ['notice'] });
  const open = useSignal<string | null>(null);
  const close = () => {
    open.value = null;
    ask.again();
  };
  const mayEdit = holds('author', 'administrator');
  const add = (template: TemplateWords) => noticeApi.addTemplate(areaId, template).then(close);
  return (
    <Shown ask={ask}>
      {({ templates }) => (
        <>
          <ul class="rows">
            {templates.map((one) => (
              <One key={one.id} {...{ one, areaId, open, close, mayEdit }} />
            ))}
          </ul>
          {mayEdit &&
            (open.value === NEW ? (
              <TemplateForm template={BLANK} save={add} cancel={close} />
            ) : (
              <button type="button" class="button" onClick={() => (open.value = NEW)}>
                {w.add}
              </button>
            ))}
        </>
      )}
    </Shown>
  );
}

const BLANK: TemplateWords = {
  title: { vi: '', en: '' },
  icon: 'receipt',
  category: 'community',
  priority: 'normal',
  personalData: false,
  lastsHours: 24,
  opening: '',
  body: [],
  closing: '',
  slots: [],
};

type OneProps = {
  one: Template;
  areaId: string;
  open: Signal<string | null>;
  close: () => void;
  mayEdit: boolean;
};

function One({ one, areaId, open, close, mayEdit }: OneProps) {
  const w = words.value.notice.ofTemplates;
  const set = (template: TemplateWords, hidden: boolean) =>
    noticeApi.setTemplate(areaId, one.id, { seenHash: one.hash, hidden, template }).then(close);
  if (open.value === one.id)
    return (
      <li>
        <TemplateForm
          template={wordsOf(one)}
          save={(next) => set(next, one.hidden)}
          cancel={close}
        />
      </li>
    );
  const drop = () => noticeApi.dropTemplate(areaId, one.id).then(close);
  return (
    <li class="row">
      <span class="row-head">
        <strong>{said(one.title)}</strong>
        <span class="chips">
          {one.priority === 'emergency' && <Chip tone="urgent">{w.priorities.emergency}</Chip>}
          <Chip tone="plain">{w.from[one.from]}</Chip>
          {one.hidden && <Chip tone="wait">{w.hidden}</Chip>}
        </span>
      </span>
      <Words template={one} />
      <UsesFold of={{ kind: 'template', id: one.id, areaId }} />
      {mayEdit && (
        <span class="actions">
          <button type="button" class="button" onClick={() => (open.value = one.id)}>
            {w.edit}
            <span class="unseen"> {said(one.title)}</span>
          </button>
          <Act act={() => set(wordsOf(one), !one.hidden)}>{one.hidden ? w.show : w.hide}</Act>
          {one.from === 'changed' && (
            <Confirm quiet label={w.reset} title={w.reset} ask={w.resetAsk} act={drop} />
          )}
          {one.from === 'own' && (
            <Confirm quiet label={w.remove} title={w.remove} ask={w.removeAsk} act={drop} />
          )}
        </span>
      )}
    </li>
  );
}

/** As a person reads it: every slot by its name. */
export function Words({ template }: { template: Template }) {
  const names = new Map(template.slots.map(({ name, label }) => [name, said(label)]));
  const text = [template.opening, ...template.body, template.closing]
    .filter(Boolean)
    .join(' ')
    .replace(/[[\]]/g, '');
  return (
    <blockquote class="spoken">
      <p>
        {text.split(/\{([^}]*)\}/).map((part, at) =>
          // every second part stood in braces
          at % 2 === 0 ? (
            part
          ) : (
            <mark key={part}>{names.get(part) ?? words.value.notice.commune}</mark>
          ),
        )}
      </p>
    </blockquote>
  );
}

function wordsOf(template: Template): TemplateWords {
  const {
    id: _id,
    hash: _hash,
    version: _version,
    from: _from,
    hidden: _hidden,
    ...rest
  } = template;
  const slots = rest.slots.map(({ options, ...slot }) => ({
    ...slot,
    ...(options ? { options: [...options] } : {}),
  }));
  return { ...rest, body: [...rest.body], slots };
}
