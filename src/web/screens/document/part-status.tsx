// The status of one document in law: what its text says, what a person confirms.
// It must never know which change is allowed: the service refuses and says why.
import { type Signal, useSignal } from '@preact/signals';
import type { DocumentView } from '../../../http/schemas/document.ts';
import type { Part, StatusKind } from '../../../http/schemas/part.ts';
import { when } from '../../format.ts';
import { Form } from '../../parts/act.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { readingApi } from '../../reading-api.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';
import { Standing } from './documents.tsx';

type Props = { part: Part; document: DocumentView; again: () => void };

export function PartStatus({ part, document, again }: Props) {
  const w = words.value.status;
  return (
    <Section title={part.number ?? part.title ?? document.title}>
      <div class="card">
        <p class="hint">{w.intro}</p>
        <p class="chips">
          {part.standing === null ? (
            w.unknown
          ) : (
            <Standing part={{ standing: part.standing, confirmed: part.status !== null }} />
          )}
        </p>
        {part.lapsed && <Notice tone="bad">{w.lapsed}</Notice>}
        {part.status !== null && (
          <p class="hint">
            {w.confirmed(when(part.status.confirmedAtMs))}
            {part.status.remark !== null && `: ${part.status.remark}`}
          </p>
        )}
        <Evidence part={part} text={document.text} />
        <OfOthers part={part} />
        {holds('author', 'approver') && (
          <Confirming part={part} documentId={document.id} again={again} />
        )}
      </div>
    </Section>
  );
}

function Evidence({ part, text }: { part: Part; text: string }) {
  if (part.evidence.length === 0) return null;
  return (
    <div>
      <h3>{words.value.status.evidence}</h3>
      <ul class="plain">
        {part.evidence.map(({ from, to }) => (
          <li key={from}>
            <p>
              <q>{text.slice(from, to)}</q>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function OfOthers({ part }: { part: Part }) {
  const w = words.value.status;
  return (
    <>
      {part.saidByOthers.length > 0 && (
        <Notice tone="bad">
          <h3>{w.others}</h3>
          <ul class="plain">
            {part.saidByOthers.map((one) => (
              <li key={`${one.documentId} ${one.position}`}>
                <p>
                  <Named one={one} /> {w.does[one.does]}
                </p>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {part.acts.length > 0 && (
        <div>
          <h3>{w.acts}</h3>
          <ul class="plain">
            {part.acts.map((one) => (
              <li key={`${one.from} ${one.number}`}>
                <p>
                  {w.does[one.does]} <Named one={one} />
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

type Cited = {
  number: string | null;
  title: string | null;
  documentId: string | null;
  position: number | null;
};

function Named({ one }: { one: Cited }) {
  const name = [one.number, one.title].filter(Boolean).join(' ');
  if (one.documentId === null) return <>{name}</>;
  return <a href={`#/documents/${one.documentId}?view=status&part=${one.position ?? 1}`}>{name}</a>;
}

const KINDS: StatusKind[] = ['draft', 'not-yet-in-force', 'in-force', 'amended', 'repealed'];
/** Which days belong to which kind. */
const DAYS = {
  commentUntil: ['draft'],
  inForceFrom: ['not-yet-in-force', 'in-force', 'amended', 'repealed'],
  endedOn: ['in-force', 'amended', 'repealed'],
} as const;
type DayName = keyof typeof DAYS;

function Confirming({ part, documentId, again }: Omit<Props, 'document'> & { documentId: string }) {
  const known = part.status ?? part.proposed;
  const kind = useSignal<string>(known?.kind ?? 'in-force');
  const days: Record<DayName, Signal<string>> = {
    commentUntil: useSignal(known?.commentUntil ?? ''),
    inForceFrom: useSignal(known?.inForceFrom ?? ''),
    endedOn: useSignal(known?.endedOn ?? ''),
  };
  const by = useSignal(known?.by ?? '');
  const remark = useSignal('');
  const w = words.value.status;
  const names = (Object.keys(DAYS) as DayName[]).filter((name) =>
    (DAYS[name] as readonly string[]).includes(kind.value),
  );
  const dayOf = (name: DayName) => (names.includes(name) ? days[name].value || null : null);
  const ended = kind.value === 'amended' || kind.value === 'repealed';
  const act = async () => {
    await readingApi.setStatus(documentId, part.position, {
      kind: kind.value as StatusKind,
      commentUntil: dayOf('commentUntil'),
      inForceFrom: dayOf('inForceFrom'),
      endedOn: dayOf('endedOn'),
      by: ended ? by.value.trim() || null : null,
      remark: remark.value.trim() || null,
    });
    again();
  };
  return (
    <Form act={act} label={w.act}>
      <Choice
        label={part.status === null && part.proposed ? `${w.kind} (${w.proposed})` : w.kind}
        value={kind}
        options={KINDS.map((one) => ({ value: one, label: w.kinds[one] ?? one }))}
      />
      {names.map((name) => (
        <DayField key={name} label={w[name]} value={days[name]} />
      ))}
      {ended && <Field label={w.by} value={by} autocomplete="off" />}
      <Field
        label={`${w.remark} (${words.value.common.optional})`}
        value={remark}
        autocomplete="off"
      />
    </Form>
  );
}
