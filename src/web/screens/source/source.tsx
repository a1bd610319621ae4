// The link to the province's source system: how it is, what came through it, what was kept out, who trusts it.
// It must never decide what is let in.
import type { SourceView } from '../../../http/schemas/source.ts';
import { useAsk } from '../../ask.ts';
import { figure, when } from '../../format.ts';
import { Chip } from '../../parts/icons.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { sourceApi } from '../../source-api.ts';
import { words } from '../../words.ts';
import { Items } from './items.tsx';
import { Refusals } from './refusals.tsx';
import { Trusts } from './trusts.tsx';

export function SourceScreen() {
  const w = words.value.source;
  const ask = useAsk({ ask: sourceApi.view, on: ['source'] });
  return (
    <Page title={w.title}>
      <Shown ask={ask}>
        {(view) => (
          <>
            {view.name === null ? <Empty title={w.shut} hint={w.shutHint} /> : <Link view={view} />}
            <Section title={w.items}>
              <Items raw={view.may.raw} />
            </Section>
            {view.name !== null && (
              <Section title={w.trust}>
                <Trusts view={view} again={ask.again} />
              </Section>
            )}
            {view.may.refusals && (
              <Section title={w.refusals}>
                <Refusals raw={view.may.raw} />
              </Section>
            )}
          </>
        )}
      </Shown>
    </Page>
  );
}

function Link({ view }: { view: SourceView }) {
  const w = words.value.source;
  const { name, reachable, trouble, lastContactMs, letters } = view;
  return (
    <div class="card source-link">
      <p class="row-head">
        <strong>{w.of(name ?? '')}</strong>
        <Chip tone={trouble !== null ? 'bad' : reachable ? 'good' : 'wait'}>
          {trouble !== null ? w.trouble(trouble) : reachable ? w.well : w.pushOnly}
        </Chip>
      </p>
      {reachable && (
        <dl class="source-facts">
          <dt>{w.lastContact}</dt>
          <dd>{lastContactMs === null ? w.never : when(lastContactMs)}</dd>
          <dt>{w.waiting}</dt>
          <dd>
            {letters.oldestMs === null
              ? w.noneWaiting
              : w.waitingSince(figure(letters.count), when(letters.oldestMs))}
            <Kinds byKind={letters.byKind} />
          </dd>
        </dl>
      )}
    </div>
  );
}

function Kinds({ byKind }: { byKind: SourceView['letters']['byKind'] }) {
  const w = words.value.source;
  const kinds = (Object.keys(w.letterKind) as (keyof typeof w.letterKind)[])
    .map((kind) => ({ kind, many: byKind[kind] ?? 0 }))
    .filter(({ many }) => many > 0);
  if (kinds.length === 0) return null;
  return (
    <small>
      {kinds.map(({ kind, many }) => `${figure(many)} ${w.letterKind[kind]}`).join(', ')}
    </small>
  );
}
