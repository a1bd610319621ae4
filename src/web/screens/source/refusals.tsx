// What was kept out, newest first: when, under which name, and why.
// It must never show a stranger's bytes.
import { useSignal } from '@preact/signals';
import type { SourceRefusal } from '../../../http/schemas/source.ts';
import { useAsk } from '../../ask.ts';
import { when } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Chip } from '../../parts/icons.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Shown } from '../../parts/shown.tsx';
import { sourceApi } from '../../source-api.ts';
import { said, words } from '../../words.ts';
import { Raw } from './raw.tsx';

/** As many as one answer holds: fewer means it was the last. */
const PAGE = 25;

export function Refusals({ raw }: { raw: boolean }) {
  const w = words.value;
  const older = useSignal<readonly SourceRefusal[]>([]);
  const ask = useAsk({ ask: () => sourceApi.refusals(null), on: ['source'] });
  return (
    <>
      <p class="hint">{w.source.refusalsHint}</p>
      <Shown ask={ask}>
        {({ refusals }) => {
          const all = [...refusals, ...older.value];
          const more = async () => {
            const next = await sourceApi.refusals(all.at(-1)?.id ?? null);
            older.value = [...older.value, ...next.refusals];
          };
          if (all.length === 0) return <Empty title={w.source.noRefusals} />;
          return (
            <>
              <ul class="rows">
                {all.map((one) => (
                  <One key={one.id} one={one} raw={raw} />
                ))}
              </ul>
              {all.length % PAGE === 0 && <Act act={more}>{w.common.more}</Act>}
            </>
          );
        }}
      </Shown>
    </>
  );
}

function One({ one, raw }: { one: SourceRefusal; raw: boolean }) {
  const w = words.value;
  const title = one.title || one.externalId || w.source.nameless;
  return (
    <li class="row">
      <span class="row-head">
        <strong class="source-title">{title}</strong>
        {one.emergency && <Chip tone="urgent">{w.source.priorities.emergency}</Chip>}
      </span>
      <p>{said(one.reason)}</p>
      <small>{when(one.atMs)}</small>
      <Raw id={one.id} hash={one.hash} title={title} may={raw} />
    </li>
  );
}
