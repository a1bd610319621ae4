// What sounded of a document: by village, how often, when last; and, once it ended, the bulletin that puts it right.
// It must never word a correction: the service does.
import type { Heard } from '../../../http/schemas/part.ts';
import { useAsk } from '../../ask.ts';
import { assignApi } from '../../assign-api.ts';
import { when } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { go } from '../../router.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';

type At = { documentId: string; position: number };

export function HeardOf({ documentId, position }: At) {
  const key = `${documentId} ${position}`;
  const on = ['document', 'bulletin', 'airing'] as const;
  const ask = useAsk({ ask: () => assignApi.heard(documentId, position), key, on });
  return (
    <Section title={words.value.heardOf.title}>
      <div class="card">
        <Shown ask={ask}>{(heard) => <Body heard={heard} at={{ documentId, position }} />}</Shown>
      </div>
    </Section>
  );
}

/** A screenful; the rest is one press away. */
const FIRST = 10;

function Body({ heard, at }: { heard: Heard; at: At }) {
  const w = words.value.heardOf;
  const { villages } = heard;
  return (
    <>
      {heard.ended && <Notice tone="bad">{w.ended}</Notice>}
      {villages.length === 0 && <p class="hint">{w.none}</p>}
      <Villages villages={villages.slice(0, FIRST)} />
      {villages.length > FIRST && (
        <details class="fold">
          <summary>{w.all(villages.length)}</summary>
          <Villages villages={villages.slice(FIRST)} />
        </details>
      )}
      {heard.ended && villages.length > 0 && <Correct at={at} />}
      <Corrections corrections={heard.corrections} />
      <Named title={w.made} all={heard.bulletins} />
      <Named title={w.mentioning} all={heard.mentioning} />
    </>
  );
}

function Villages({ villages }: Pick<Heard, 'villages'>) {
  const w = words.value.heardOf;
  return (
    <ul class="plain">
      {villages.map((one) => (
        <li key={one.areaId}>
          <p>
            <strong>{one.name}</strong>
            {one.communeName !== '' && `, ${one.communeName}`}: {w.times(one.airings)} ·{' '}
            {w.speakers(one.speakers)} · {w.last(when(one.lastAtMs))}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Correct({ at }: { at: At }) {
  const w = words.value.heardOf;
  if (!holds('author')) return null;
  const act = async () => {
    const { bulletin } = await assignApi.correct(at.documentId, at.position);
    go(`/say/${bulletin.id}`);
  };
  return (
    <>
      <p class="hint">{w.correctHint}</p>
      <div class="actions">
        <Act kind="main" act={act}>
          {w.correct}
        </Act>
      </div>
    </>
  );
}

function Corrections({ corrections }: Pick<Heard, 'corrections'>) {
  const w = words.value.heardOf;
  if (corrections.length === 0) return null;
  return (
    <>
      <h3>{w.corrections}</h3>
      <ul class="plain">
        {corrections.map(({ id, title, state, madeAtMs, areaIds }) => (
          <li key={id}>
            <p>
              <a href={`#/say/${id}`}>{title}</a> · {when(madeAtMs)}
            </p>
            {state === 'approved' && (
              <a class="button" href={`#/plan/new?${wanted(id, areaIds)}`}>
                {w.schedule}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const wanted = (bulletin: string, areaIds: readonly string[]) =>
  new URLSearchParams({ bulletin, areas: areaIds.join(',') });

function Named({ title, all }: { title: string; all: readonly { id: string; title: string }[] }) {
  if (all.length === 0) return null;
  return (
    <details class="fold">
      <summary>
        {title} ({all.length})
      </summary>
      <ul class="plain">
        {all.map((one) => (
          <li key={one.id}>
            <p>
              <a href={`#/say/${one.id}`}>{one.title}</a>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
