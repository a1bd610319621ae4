// Exceptions from the regulation: those that wait, with what is wrong and why they are asked; those decided.
// It must never decide by itself, nor offer a decision to whoever asked.
import type { Override } from '../../../http/schemas/override.ts';
import { useAsk } from '../../ask.ts';
import { when } from '../../format.ts';
import { sent, useKept } from '../../kept.ts';
import { Act } from '../../parts/act.tsx';
import { LongField } from '../../parts/field.tsx';
import { Empty, Notice } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { overrideApi } from '../../regulation-api.ts';
import { said, words } from '../../words.ts';

export function Overrides() {
  const w = words.value.regulation.overrides;
  const open = useAsk({ ask: () => overrideApi.list('open'), on: ['schedule'] });
  const decided = useAsk({ ask: () => overrideApi.list('decided'), on: ['schedule'] });
  const again = () => {
    open.again();
    decided.again();
  };
  return (
    <Page title={w.title} back="#/plan">
      <p class="hint">{w.hint}</p>
      <Section title={w.waiting}>
        <Shown ask={open}>
          {({ overrides }) =>
            overrides.length === 0 ? (
              <Empty title={w.none} hint={w.noneHint} />
            ) : (
              <List overrides={overrides} again={again} />
            )
          }
        </Shown>
      </Section>
      <Shown ask={decided}>
        {({ overrides }) =>
          overrides.length > 0 && (
            <Section title={w.decided}>
              <List overrides={overrides} again={again} />
            </Section>
          )
        }
      </Shown>
    </Page>
  );
}

function List({ overrides, again }: { overrides: readonly Override[]; again: () => void }) {
  return (
    <ul class="rows">
      {overrides.map((one) => (
        <li key={one.id}>
          <article class="row override">
            <One one={one} />
            {one.stale && <Notice tone="bad">{words.value.regulation.overrides.stale}</Notice>}
            {one.mine && <Decide one={one} again={again} />}
          </article>
        </li>
      ))}
    </ul>
  );
}

function One({ one }: { one: Override }) {
  const w = words.value.regulation.overrides;
  return (
    <>
      <h3>
        <a href={`#/say/${one.bulletinId}`}>{one.title}</a>
      </h3>
      <p>
        {said(one.when)} · {one.areaNames.join(', ')}
      </p>
      <ul>
        {one.faults.map((fault) => (
          <li key={fault.vi}>{said(fault)}</li>
        ))}
      </ul>
      <p>
        <strong>{w.asks(one.askedByName, when(one.askedAtMs))}</strong> {one.reason}
      </p>
      {one.state !== 'open' && (
        <p>
          <strong>{w[one.state](one.decidedByName ?? '', when(one.decidedAtMs ?? 0))}</strong>{' '}
          {one.remark} {one.untilMs !== null && w.until(when(one.untilMs))}
        </p>
      )}
    </>
  );
}

function Decide({ one, again }: { one: Override; again: () => void }) {
  const w = words.value.regulation.overrides;
  const remark = useKept(`override.${one.id}`);
  const said = () => (remark.value.trim() === '' ? null : remark.value);
  const done = () => {
    sent(`override.${one.id}`);
    again();
  };
  return (
    <div class="form">
      <LongField label={w.remark} hint={w.remarkHint} value={remark} rows={2} maxLength={500} />
      <div class="actions">
        {!one.stale && (
          <Act kind="main" act={() => overrideApi.confirm(one.id, said()).then(done)}>
            {w.confirm}
          </Act>
        )}
        <Act disabled={said() === null} act={() => overrideApi.refuse(one.id, said()).then(done)}>
          {w.refuse}
        </Act>
      </div>
    </div>
  );
}
