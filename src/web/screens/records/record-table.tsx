// One log or table of figures: its rows page by page, the ways to take it along, how its figures are made.
// It must never know what its columns mean.
import { useSignal } from '@preact/signals';
import type { RecordPage } from '../../../http/schemas/record.ts';
import { useAsk } from '../../ask.ts';
import { figure } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type RecordAsk, recordsApi } from '../../records-api.ts';
import { words } from '../../words.ts';

type Row = RecordPage['rows'][number];

export function RecordTable({ ask }: { ask: RecordAsk }) {
  const w = words.value;
  const first = useAsk({ ask: () => recordsApi.page(ask, null), key: JSON.stringify(ask) });
  const rest = useSignal<readonly Row[]>([]);
  const next = useSignal<string | null | undefined>(undefined);
  return (
    <Shown ask={first}>
      {(page) => {
        const following = next.value === undefined ? page.next : next.value;
        const more = async () => {
          const found = await recordsApi.page(ask, following);
          rest.value = [...rest.value, ...found.rows];
          next.value = found.next;
        };
        const rows = [...page.rows, ...rest.value];
        return (
          <>
            <p class="hint">{page.subtitle}</p>
            {rows.length === 0 ? (
              <Empty title={w.records.empty} hint={w.records.emptyHint} />
            ) : (
              <Table page={page} rows={rows} />
            )}
            {following !== null && <Act act={more}>{w.common.more}</Act>}
            {rows.length > 0 && <Files ask={ask} />}
            <details class="fold">
              <summary>{w.records.methods}</summary>
              <ul>
                {page.methods.map((method) => (
                  <li key={method}>{method}</li>
                ))}
              </ul>
            </details>
          </>
        );
      }}
    </Shown>
  );
}

/** On a phone each row stands by itself, every cell after its column's name. */
function Table({ page, rows }: { page: RecordPage; rows: readonly Row[] }) {
  const { columns } = page;
  return (
    <table class="record-table">
      <caption class="unseen">{page.title}</caption>
      <thead>
        <tr>
          {columns.map(({ field, title }) => (
            <th key={field} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {columns.map(({ field, title, align }, at) => (
              <td key={field} class={align === 'right' ? 'record-figure' : undefined}>
                <span class="record-name" aria-hidden="true">
                  {title}
                </span>
                {shown(row[at] ?? null)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const shown = (cell: string | number | null) =>
  cell === null || cell === '' ? '–' : typeof cell === 'number' ? figure(cell, 1) : cell;

function Files({ ask }: { ask: RecordAsk }) {
  const w = words.value.records;
  return (
    <div class="actions">
      {(['pdf', 'docx', 'csv'] as const).map((format) => (
        <a key={format} class="button" href={recordsApi.fileUrl(ask, format)} download>
          {w.files[format]}
        </a>
      ))}
    </div>
  );
}
