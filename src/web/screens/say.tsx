// Say it now: a text is written, read through, made into sound; and what became of the latest ones.
// It must never know how a text is read or a sound is made.
import type { BulletinBrief, WarningCode } from '../../http/schemas/bulletin.ts';
import { api } from '../api.ts';
import { useAsk } from '../ask.ts';
import { when } from '../format.ts';
import { Life, StateChips } from '../parts/life.tsx';
import { Empty, Notice } from '../parts/notice.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Shown } from '../parts/shown.tsx';
import { usePlaces } from '../places.ts';
import { route } from '../router.ts';
import { holds } from '../session.ts';
import { words } from '../words.ts';
import { Compose } from './compose.tsx';
import { FromDocument } from './document/from-document.tsx';
import { FirstSteps } from './first-steps.tsx';

/** More than a screenful of old ones is the plan's business. */
const LATEST = 20;

export function Say() {
  const w = words.value;
  const { params } = route.value;
  const documentId = params.get('document');
  const part = params.get('part');
  const places = usePlaces();
  return (
    <Page title={w.say.title}>
      <Shown ask={places}>
        {(known) => (
          <>
            <FirstSteps places={known} />
            {holds('author') ? (
              documentId === null ? (
                <Compose places={known} />
              ) : (
                <FromDocument of={{ id: documentId, part: part === null ? null : Number(part) }} />
              )
            ) : (
              <Notice tone="wait">{w.say.notAuthor}</Notice>
            )}
          </>
        )}
      </Shown>
      <Latest />
    </Page>
  );
}

function Latest() {
  const w = words.value;
  const ask = useAsk({ ask: api.bulletins, on: ['bulletin'] });
  return (
    <Section title={w.say.mine}>
      <Shown ask={ask}>
        {({ bulletins, marks }) =>
          bulletins.length === 0 ? (
            <Empty title={w.say.empty} />
          ) : (
            <>
              {bulletins.some(({ state }) => state === 'making') && (
                <a class="button button-quiet" href="#/makings">
                  {w.makings.link}
                </a>
              )}
              <ul class="rows">
                {newestFirst(bulletins).map((bulletin) => (
                  <OneOfLatest key={bulletin.id} bulletin={bulletin} mark={marks[bulletin.id]} />
                ))}
              </ul>
            </>
          )
        }
      </Shown>
    </Section>
  );
}

const newestFirst = (bulletins: readonly BulletinBrief[]): BulletinBrief[] =>
  [...bulletins].sort((a, b) => b.createdAtMs - a.createdAtMs).slice(0, LATEST);

function OneOfLatest(of: { bulletin: BulletinBrief; mark: WarningCode | undefined }) {
  const { bulletin, mark } = of;
  const w = words.value;
  return (
    <li>
      <a class="row" href={`#/say/${bulletin.id}`}>
        <span class="row-head">
          <strong>{bulletin.title}</strong>
          <StateChips bulletin={bulletin} {...(mark && { mark })} />
        </span>
        <Life state={bulletin.state} />
        <small>
          {when(bulletin.createdAtMs)} · {bulletin.stateReason ?? w.next[bulletin.state]}
        </small>
      </a>
    </li>
  );
}
