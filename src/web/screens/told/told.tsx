// What this person was told, newest first, and how each message to them went.
// It must never mark anything read that was not on the screen.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ToldList, ToldOne } from '../../../http/schemas/notification.ts';
import { useAsk } from '../../ask.ts';
import { when } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Chip } from '../../parts/icons.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { holds } from '../../session.ts';
import { toldApi } from '../../told-api.ts';
import { said, words } from '../../words.ts';
import { Went } from './went.tsx';

export function Told() {
  const w = words.value.told;
  const ask = useAsk({ ask: () => toldApi.list(null), on: ['notification'] });
  return (
    <Page title={w.title}>
      <nav class="actions" aria-label={w.ways}>
        <a class="button" href="#/told/settings">
          {w.settings}
        </a>
        {holds('administrator') && (
          <a class="button" href="#/told/commune">
            {w.commune}
          </a>
        )}
      </nav>
      <Shown ask={ask}>{(answer) => <Messages first={answer} />}</Shown>
    </Page>
  );
}

function Messages({ first }: { first: ToldList }) {
  const w = words.value;
  const more = useSignal<readonly ToldOne[]>([]);
  const end = useSignal(first.told.length < 30);
  const fresh = useFresh(first);
  const all = [...first.told, ...more.value];
  const load = async () => {
    const { told } = await toldApi.list(all.at(-1)?.id ?? null);
    more.value = [...more.value, ...told];
    end.value = told.length < 30;
  };
  if (all.length === 0)
    return (
      <Empty title={w.told.none} hint={w.told.noneHint}>
        <a class="button button-main" href="#/told/settings">
          {w.told.settings}
        </a>
      </Empty>
    );
  return (
    <>
      <ul class="rows">
        {all.map((one) => (
          <Message key={one.id} one={one} isNew={fresh.has(one.id)} />
        ))}
      </ul>
      {!end.value && <Act act={load}>{w.common.more}</Act>}
    </>
  );
}

/** What was new when it came on screen stays marked while it is looked at; the bell forgets it at once. */
function useFresh(first: ToldList): ReadonlySet<string> {
  const seen = useSignal<ReadonlySet<string>>(new Set());
  const unread = first.told.filter(({ readAtMs }) => readAtMs === null).map(({ id }) => id);
  useEffect(() => {
    const [newest] = unread;
    if (newest === undefined) return;
    seen.value = new Set([...seen.peek(), ...unread]);
    // without an answer it is unread again the next time: nothing is lost
    toldApi.read(newest).catch(() => undefined);
  }, [unread.join(' ')]);
  return new Set([...seen.value, ...unread]);
}

function Message({ one, isNew }: { one: ToldOne; isNew: boolean }) {
  const w = words.value.told;
  return (
    <li class={`row told ${isNew ? 'is-new' : ''}`}>
      <span class="row-head">
        <a class="told-title" href={one.link}>
          {said(one.title)}
        </a>
        <span class="chips">
          {one.urgent && <Chip tone="urgent">{w.urgent}</Chip>}
          {isNew && <Chip tone="wait">{w.fresh}</Chip>}
        </span>
      </span>
      <span>{said(one.body)}</span>
      <small>{when(one.atMs)}</small>
      <Went deliveries={one.deliveries} />
    </li>
  );
}
