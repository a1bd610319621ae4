// Where a bulletin, its sound, a template or a word is used, each with the way to it.
// It must never decide whether any of it may be changed.
import { useSignal } from '@preact/signals';
import type { Use } from '../../../http/schemas/foresight.ts';
import { useAsk } from '../../ask.ts';
import { foresightApi } from '../../foresight-api.ts';
import { Shown } from '../../parts/shown.tsx';
import { said, words } from '../../words.ts';

type Question = Parameters<typeof foresightApi.uses>[0];

/** Asked only when somebody wants to know. */
export function UsesFold({ of }: { of: Question }) {
  const open = useSignal(false);
  return (
    <details
      class="fold"
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>{words.value.uses.title}</summary>
      {open.value && <Uses of={of} />}
    </details>
  );
}

function Uses({ of }: { of: Parameters<typeof foresightApi.uses>[0] }) {
  const w = words.value.uses;
  const key = JSON.stringify(of);
  const ask = useAsk({ ask: () => foresightApi.uses(of), key, on: ['schedule', 'bulletin'] });
  return (
    <Shown ask={ask}>
      {({ uses, whole }) => (
        <>
          {uses.length === 0 && <p class="hint">{w.none}</p>}
          <ul class="rows">
            {uses.map((use) => (
              <li key={`${use.what} ${use.id} ${use.atMs}`}>
                <Line use={use} />
              </li>
            ))}
          </ul>
          {!whole && <p class="hint">{w.notWhole}</p>}
        </>
      )}
    </Shown>
  );
}

function Line({ use }: { use: Use }) {
  const body = (
    <span class="row-body">
      <strong>{use.title}</strong>
      <span>{said(use.says)}</span>
    </span>
  );
  const to = addressOf(use);
  if (to === null) return <div class="row">{body}</div>;
  return (
    <a class="row" href={to}>
      {body}
    </a>
  );
}

function addressOf({ what, id, bulletinId }: Use): string | null {
  if (what === 'document') return `#/documents/${id}`;
  if (what === 'schedule' || what === 'replacement' || what === 'exception') return '#/plan/rules';
  return bulletinId === null ? null : `#/say/${bulletinId}`;
}
