// All sound being made of one's own communes, in its order, with the way to stop each.
// It must never know how the order comes about.
import type { Making as Made } from '../../../http/schemas/making.ts';
import { useAsk } from '../../ask.ts';
import { hour } from '../../format.ts';
import { makingApi } from '../../making-api.ts';
import { Empty } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { usePlaces } from '../../places.ts';
import { words } from '../../words.ts';
import { HowFar, StopMaking } from './making.tsx';

export function Makings() {
  const w = words.value.makings;
  const ask = useAsk({ ask: makingApi.list, on: ['bulletin'] });
  const known = usePlaces().answer.value;
  return (
    <Page title={w.title} back="#/say">
      <p class="hint">{w.intro}</p>
      <Shown ask={ask}>
        {({ makings, others }) => (
          <>
            {makings.length === 0 ? (
              <Empty title={w.empty} hint={w.emptyHint}>
                <a class="button" href="#/say">
                  {w.write}
                </a>
              </Empty>
            ) : (
              <ol class="rows">
                {makings.map((one) => (
                  <One key={one.bulletinId} one={one} place={known?.name(one.tenantId)} />
                ))}
              </ol>
            )}
            {others > 0 && <p class="hint">{w.others(others)}</p>}
          </>
        )}
      </Shown>
    </Page>
  );
}

function One({ one, place }: { one: Made; place: string | undefined }) {
  const w = words.value.makings;
  const facts = [
    ...(place === undefined ? [] : [place]),
    ...(one.urgent ? [w.urgent] : []),
    ...(one.sinceMs === null ? [] : [w.since(hour(one.sinceMs))]),
  ];
  return (
    <li class="card">
      <a class="row" href={`#/say/${one.bulletinId}`}>
        <strong>{one.title}</strong>
        <small>{facts.join(' · ')}</small>
      </a>
      <HowFar id={one.bulletinId} one={one} />
      <StopMaking id={one.bulletinId} />
    </li>
  );
}
