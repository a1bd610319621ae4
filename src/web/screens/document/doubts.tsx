// The places a person must settle: where, why, what is said meanwhile, and what should be said.
// It must never know what may be said: the service refuses what no voice can speak.
import { useSignal } from '@preact/signals';
import type { DocumentView } from '../../../http/schemas/document.ts';
import type { Script, SettledDoubt, SettlementWish } from '../../../http/schemas/script.ts';
import { useAsk } from '../../ask.ts';
import { when } from '../../format.ts';
import { Act, Form } from '../../parts/act.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Sure, useSureness } from '../../parts/sure.tsx';
import { type Of, readingApi } from '../../reading-api.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';

type OpenDoubt = Script['doubts']['open'][number];

export function Doubts({ of, document }: { of: Of; document: DocumentView }) {
  const w = words.value.doubts;
  const key = `${of.id} ${of.part}`;
  const ask = useAsk({ ask: () => readingApi.script(of, 0), key, on: ['document'] });
  return (
    <Shown ask={ask}>
      {({ doubts: { open, settled } }) => (
        <>
          {open.length === 0 ? (
            <Notice tone="good">{w.none}</Notice>
          ) : (
            <p>
              <strong>{w.open(open.length)}.</strong> {w.intro}
            </p>
          )}
          <ul class="rows">
            {open.map((doubt) => (
              <One
                key={`${doubt.reason} ${doubt.from} ${doubt.to}`}
                doubt={doubt}
                document={document}
                again={ask.again}
              />
            ))}
          </ul>
          {settled.length > 0 && (
            <details class="fold">
              <summary>{w.settled(settled.length)}</summary>
              <ul class="rows">
                {settled.map((one) => (
                  <Settled key={one.id} one={one} documentId={of.id} again={ask.again} />
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </Shown>
  );
}

/** Characters shown to either side, so that one sees what it is about. */
const COMPANY = 60;

function One(of: { doubt: OpenDoubt; document: DocumentView; again: () => void }) {
  const { doubt, document } = of;
  const w = words.value.doubts;
  const { text } = document;
  return (
    <li class="row">
      <span class="row-head">
        <strong>{w.reasons[doubt.reason] ?? doubt.reason}</strong>
        <small>
          {[doubt.page === null ? null : w.place(doubt.page), doubt.clause]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      <p>
        …{text.slice(Math.max(0, doubt.from - COMPANY), doubt.from)}
        <mark>{doubt.source.trim() === '' ? '␣' : doubt.source}</mark>
        {text.slice(doubt.to, doubt.to + COMPANY)}…
      </p>
      <p class="hint">
        {w.says}: <strong>{doubt.suggestion === '' ? w.silent : doubt.suggestion}</strong>
      </p>
      {holds('author') && <Settle {...of} />}
    </li>
  );
}

/** @param label what opens the form, where it is not the first way */
export function Settle(of: {
  doubt: OpenDoubt;
  document: DocumentView;
  again: () => void;
  label?: string;
}) {
  const { doubt, document, again } = of;
  const spoken = useSignal(doubt.suggestion);
  const keep = useSignal<string>('document');
  const w = words.value.doubts;
  const sure = useSureness();
  const settle = async () => {
    await readingApi.settle(document.id, {
      from: doubt.from,
      to: doubt.to,
      words: spoken.value.trim(),
      keep: keep.value as SettlementWish['keep'],
      confirmed: sure.is.value,
    });
    again();
  };
  const act = () => sure.doubting(settle);
  return (
    <details class="fold settle">
      <summary>{of.label ?? w.act}</summary>
      <Form act={act} label={w.act}>
        <Field label={w.words} hint={w.wordsHint} value={spoken} autocomplete="off" />
        <Choice
          label={w.keep}
          value={keep}
          options={[
            { value: 'document', label: w.keepHere },
            { value: 'commune', label: w.keepCommune },
            { value: 'province', label: w.keepProvince },
          ]}
        />
        <Sure sure={sure} />
      </Form>
    </details>
  );
}

function Settled(of: { one: SettledDoubt; documentId: string; again: () => void }) {
  const { one, documentId, again } = of;
  const w = words.value.doubts;
  const undo = async () => {
    await readingApi.unsettle(documentId, one.id);
    again();
  };
  return (
    <li class="row">
      <p>
        <mark>{one.source}</mark> → {one.words === '' ? w.silent : one.words}
      </p>
      {one.otherFigures && <Notice tone="bad">{w.otherFigures}</Notice>}
      <small>{w.by(one.settledByName, when(one.settledAtMs))}</small>
      {holds('author') && (
        <Act kind="quiet" act={undo}>
          {w.undo}
        </Act>
      )}
    </li>
  );
}
