// Who did what when, newest first, a page at a time.
// It must never hide a line: what may be seen is the service's to say.
import { useSignal, useSignalEffect } from '@preact/signals';
import type { AuditLine } from '../../http/schemas/audit.ts';
import { api } from '../api.ts';
import { when } from '../format.ts';
import { Act } from '../parts/act.tsx';
import { Empty, Failure, Loading } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import type { ApiFailure } from '../send.ts';
import { words } from '../words.ts';

export function Audit() {
  const w = words.value;
  const lines = useSignal<AuditLine[] | null>(null);
  const failure = useSignal<ApiFailure | null>(null);
  const more = useSignal(true);
  const load = async () => {
    const known = lines.peek() ?? [];
    const next = (await api.audit(known.at(-1)?.id ?? null)).lines;
    lines.value = [...known, ...next];
    more.value = next.length > 0;
  };
  const first = () => void load().catch((reason: ApiFailure) => (failure.value = reason));
  useSignalEffect(first);
  if (failure.value) return <Failure failure={failure.value} />;
  return (
    <Page title={w.audit.title}>
      {lines.value === null && <Loading />}
      {lines.value?.length === 0 && <Empty title={w.audit.empty} />}
      <ul class="rows log">
        {lines.value?.map((line) => (
          <li key={line.id} class="row">
            <span class="row-head">
              <strong>{line.action}</strong>
              <small>{when(line.atMs)}</small>
            </span>
            <small>
              {line.accountId ?? w.audit.service} · {line.subject}
            </small>
            <code>{line.detail}</code>
          </li>
        ))}
      </ul>
      {lines.value !== null && more.value && <Act act={load}>{w.common.more}</Act>}
    </Page>
  );
}
