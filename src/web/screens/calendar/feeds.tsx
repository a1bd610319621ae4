// The links under which the plan is read by phones and office calendars: made, shown once, revoked.
// It must never show a link a second time: only its hash is kept.
import { useSignal } from '@preact/signals';
import type { Feed, FeedMade, NewFeed } from '../../../http/schemas/feed.ts';
import { touches } from '../../area-tree.ts';
import { useAsk } from '../../ask.ts';
import { when } from '../../format.ts';
import { Form } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { CopyBox } from '../../parts/copy.tsx';
import { Choice } from '../../parts/field.tsx';
import { Shown } from '../../parts/shown.tsx';
import type { Places } from '../../places.ts';
import { language, words } from '../../words.ts';
import { feeds } from './feed-api.ts';

type Where = { places: Places; at: string };

export function Feeds(where: Where) {
  const opened = useSignal(false);
  return (
    <details
      class="feeds"
      onToggle={(event) => {
        opened.value = event.currentTarget.open;
      }}
    >
      <summary>{words.value.calendar.feed.title}</summary>
      {opened.value && <Inside {...where} />}
    </details>
  );
}

function Inside({ places, at }: Where) {
  const w = words.value.calendar.feed;
  const ask = useAsk({ ask: feeds.list, on: ['area'] });
  return (
    <div class="card">
      <p>{w.intro}</p>
      <Make key={at} places={places} at={at} again={ask.again} />
      <h3>{w.mine}</h3>
      <Shown ask={ask}>
        {({ feeds: all }) =>
          all.length === 0 ? (
            <p>{w.none}</p>
          ) : (
            <ul class="rows">
              {all.map((feed) => (
                <Line key={feed.id} feed={feed} again={ask.again} />
              ))}
            </ul>
          )
        }
      </Shown>
    </div>
  );
}

function Make({ places, at, again }: Where & { again: () => void }) {
  const w = words.value.calendar.feed;
  const options = whose(places, at);
  const chosen = useSignal(options[0]?.value ?? '');
  const made = useSignal<FeedMade | null>(null);
  const act = async () => {
    const [kind = '', id = ''] = chosen.value.split(' ');
    made.value = await feeds.make({ kind, id } as NewFeed);
    again();
  };
  return (
    <>
      <Form act={act} label={w.make} disabled={chosen.value === ''}>
        <Choice label={w.whose} value={chosen} options={options} />
      </Form>
      {made.value !== null && (
        <>
          <p role="status">{w.once}</p>
          <CopyBox text={inLanguage(made.value.url)} />
        </>
      )}
    </>
  );
}

/** Whoever reads this page in English reads the calendar so too. */
const inLanguage = (url: string) => (language.value === 'en' ? `${url}?lang=en` : url);

/** A list of more is scrolled for ever: whoever sees a province chooses the commune first. */
const SPEAKERS_MAX = 300;

/** Communes first, then each of the speakers of the place looked at. */
function whose({ areas, speakers }: Places, at: string) {
  const communes = areas.filter(({ kind }) => kind === 'commune');
  const heard = speakers.filter(
    ({ site }) => at === '' || touches(areas, { areaIds: [site.areaId], at }),
  );
  return [
    ...communes.map(({ id, name }) => ({ value: `commune ${id}`, label: name })),
    ...(heard.length > SPEAKERS_MAX ? [] : heard).map(({ site }) => ({
      value: `speaker ${site.id}`,
      label: site.name,
    })),
  ];
}

function Line({ feed, again }: { feed: Feed; again: () => void }) {
  const w = words.value.calendar.feed;
  return (
    <li class="row">
      <strong>{feed.name}</strong>
      <small>
        {w.since(feed.madeBy, when(feed.madeAtMs))} ·{' '}
        {feed.readAtMs === null ? w.unused : w.used(when(feed.readAtMs))}
      </small>
      <Confirm
        quiet
        label={w.end}
        title={w.endSure}
        ask={w.endAsk}
        act={() => feeds.end(feed.id).then(again)}
      />
    </li>
  );
}
