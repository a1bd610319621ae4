// Priority that was asked for and waits for an answer: given by the same act as on the bulletin's page, or declined.
// It must never decide, nor show where nothing waits.
import { useSignal } from '@preact/signals';
import type { Want } from '../../../http/schemas/wants.ts';
import { useAsk } from '../../ask.ts';
import { foresightApi } from '../../foresight-api.ts';
import { when } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { LongField } from '../../parts/field.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';

const REMARK_LEAST = 5;

/** As part of another screen: nothing where nothing waits. */
export function Wants() {
  return holds('approver') ? <Waiting /> : null;
}

function Waiting() {
  const ask = useAsk({ ask: foresightApi.wants, on: ['bulletin'] });
  return <Shown ask={ask}>{({ waiting }) => <Open wants={waiting} again={ask.again} />}</Shown>;
}

/** What waits for whoever looks, and what became of what they asked for. */
export function AllWants() {
  const w = words.value.conflicts.wanted;
  const ask = useAsk({ ask: foresightApi.wants, on: ['bulletin'] });
  return (
    <Page title={w.title} back="#/plan">
      <Shown ask={ask}>
        {({ waiting, asked }) => (
          <>
            {waiting.length + asked.length === 0 && (
              <Empty title={words.value.regulation.overrides.none} />
            )}
            <Open wants={waiting} again={ask.again} />
            {asked.length > 0 && (
              <Section title={w.asked}>
                <ul class="rows">
                  {asked.map((want) => (
                    <li key={want.id}>
                      <Asked want={want} />
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </>
        )}
      </Shown>
    </Page>
  );
}

function Open({ wants, again }: { wants: readonly Want[]; again: () => void }) {
  if (wants.length === 0) return null;
  return (
    <Section title={words.value.conflicts.wanted.waiting(wants.length)}>
      <ul class="rows">
        {wants.map((want) => (
          <li key={want.id}>
            <One want={want} again={again} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Asked({ want }: { want: Want }) {
  const w = words.value.regulation.overrides;
  const by = [want.answeredByName ?? '', when(want.answeredAtMs ?? 0)] as const;
  const answer = want.state === 'granted' ? w.confirmed(...by) : w.refused(...by);
  return (
    <article class="row">
      <h3>{want.title}</h3>
      <p>
        {when(want.askedAtMs)} · {want.areaNames.join(', ')}
      </p>
      <p>
        <strong>{want.state === 'open' ? w.waiting : answer}</strong> {want.remark}
      </p>
    </article>
  );
}

function One({ want, again }: { want: Want; again: () => void }) {
  const { wanted, give } = words.value.conflicts;
  const { asks, refuse } = words.value.regulation.overrides;
  const remark = useSignal('');
  const grant = () => foresightApi.grant(want.id).then(again);
  const decline = () => foresightApi.decline(want.id, remark.value).then(again);
  return (
    <article class="row override">
      <h3>
        <a href={`#/approvals/${want.bulletinId}`}>{want.title}</a>
      </h3>
      <p>
        {asks(want.askedByName, when(want.askedAtMs))} {want.areaNames.join(', ')}
      </p>
      {want.own ? (
        <p class="hint">{words.value.approvals.own}</p>
      ) : (
        <Confirm quiet label={give.yes} title={give.sure} ask={give.ask} act={grant} />
      )}
      <details class="fold">
        <summary>{refuse}</summary>
        <LongField label={wanted.remark} value={remark} rows={2} maxLength={300} />
        <Act act={decline} disabled={remark.value.trim().length < REMARK_LEAST}>
          {refuse}
        </Act>
      </details>
    </article>
  );
}
