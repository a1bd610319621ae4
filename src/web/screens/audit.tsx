// Who did what when, newest first, a page at a time.
// It must never hide a line: what may be seen is the service's to say.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AccountList } from '../../http/schemas/account.ts';
import type { AuditLine } from '../../http/schemas/audit.ts';
import { api } from '../api.ts';
import { when } from '../format.ts';
import { Act } from '../parts/act.tsx';
import { Empty, Failure, Loading } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import type { ApiFailure } from '../send.ts';
import { holds } from '../session.ts';
import { words } from '../words.ts';

export function Audit() {
  const w = words.value;
  const lines = useSignal<AuditLine[] | null>(null);
  const failure = useSignal<ApiFailure | null>(null);
  const more = useSignal(true);
  const names = useSignal<ReadonlyMap<string, string>>(new Map());
  const load = async () => {
    const known = lines.peek() ?? [];
    const next = (await api.audit(known.at(-1)?.id ?? null)).lines;
    lines.value = [...known, ...next];
    more.value = next.length > 0;
  };
  const failed = (reason: ApiFailure) => {
    failure.value = reason;
  };
  useEffect(() => {
    load().catch(failed);
    // an approver reads the log too but may not list accounts: the ids are then in the details
    if (!holds('administrator')) return;
    const called = ({ accounts }: AccountList) => {
      names.value = new Map(accounts.map(({ account }) => [account.id, account.fullName]));
    };
    api.accounts().then(called, failed);
  }, []);
  if (failure.value) return <Failure failure={failure.value} />;
  return (
    <Page title={w.audit.title}>
      {lines.value === null && <Loading />}
      {lines.value?.length === 0 && <Empty title={w.audit.empty} />}
      <ul class="rows log">
        {lines.value?.map((line) => (
          <li key={line.id} class="row">
            <span class="row-head">
              <strong>{w.action[line.action] ?? line.action}</strong>
              <small>{when(line.atMs)}</small>
            </span>
            {reasonOf(line) !== null && <small>{reasonOf(line)}</small>}
            <small>
              {line.accountId === null ? w.audit.service : (names.value.get(line.accountId) ?? '')}
            </small>
            <details>
              <summary>{w.audit.detail}</summary>
              <code>
                {line.action} {line.subject} {line.accountId} {line.detail}
              </code>
            </details>
          </li>
        ))}
      </ul>
      {lines.value !== null && more.value && <Act act={load}>{w.common.more}</Act>}
    </Page>
  );
}

const OFF_AIR = new Set([
  ...['airing.cancel', 'airing.stop', 'service.airing-cancelled'],
  ...['airing.stop-variants', 'service.variants-stopped'],
]);

/** A code in the reader's language; what a person wrote as it was written. */
function reasonOf({ action, detail }: AuditLine): string | null {
  if (!OFF_AIR.has(action)) return null;
  const { reason } = JSON.parse(detail || '{}') as { reason?: unknown };
  return typeof reason === 'string' ? (words.value.offAir[reason] ?? reason) : null;
}
