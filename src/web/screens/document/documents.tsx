// Every document taken in, newest first, with a way to take another.
// It must never know how one is read.
import { useSignal } from '@preact/signals';
import type { DocumentLine } from '../../../http/schemas/document.ts';
import type { PartBrief } from '../../../http/schemas/part.ts';
import { useAsk } from '../../ask.ts';
import { when } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Chip } from '../../parts/icons.tsx';
import { Empty, Notice } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { usePlaces } from '../../places.ts';
import { readingApi } from '../../reading-api.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';
import { TakeIn } from './take-in.tsx';
import { TONE } from './tone.ts';

export function Documents() {
  const w = words.value.documents;
  const places = usePlaces();
  return (
    <Page title={w.title}>
      {holds('author') ? (
        <Shown ask={places}>{(known) => <TakeIn places={known} />}</Shown>
      ) : (
        <Notice tone="wait">{w.notAuthor}</Notice>
      )}
      <Section title={w.list}>
        <List />
      </Section>
    </Page>
  );
}

/** As many as one answer holds: fewer means it was the last. */
const PAGE = 30;

function List() {
  const w = words.value;
  const older = useSignal<readonly DocumentLine[]>([]);
  const ask = useAsk({ ask: () => readingApi.documents(null), on: ['document'] });
  return (
    <Shown ask={ask}>
      {({ documents }) => {
        const all = [...documents, ...older.value];
        const last = all.at(-1);
        if (last === undefined)
          return <Empty title={w.documents.empty} hint={w.documents.emptyHint} />;
        const more = async () => {
          older.value = [...older.value, ...(await readingApi.documents(last.id)).documents];
        };
        return (
          <>
            <ul class="rows">
              {all.map((one) => (
                <Line key={one.id} one={one} />
              ))}
            </ul>
            {all.length % PAGE === 0 && <Act act={more}>{w.common.more}</Act>}
          </>
        );
      }}
    </Shown>
  );
}

function Line({ one }: { one: DocumentLine }) {
  const w = words.value;
  const [only] = one.parts;
  return (
    <li>
      <a class="row" href={`#/documents/${one.id}`}>
        <span class="row-head">
          <strong>{one.title}</strong>
          {one.parts.length === 1 && only && <Standing part={only} />}
        </span>
        <small>
          {one.number ?? w.documents.noNumber}
          {one.issuer && ` · ${one.issuer}`}
          {one.parts.length > 1 && ` · ${w.documents.inside(one.parts.length)}`}
        </small>
        <small>
          {when(one.createdAtMs)} · {w.documents.container[one.container]}
        </small>
      </a>
    </li>
  );
}

/** Draft and repealed stand out; what nobody confirmed says so. */
export function Standing({ part }: { part: Pick<PartBrief, 'standing' | 'confirmed'> }) {
  const w = words.value.status;
  if (part.standing === null) return null;
  return (
    <Chip tone={TONE[part.standing]}>
      {w.kinds[part.standing]}
      {!part.confirmed && ` (${w.unconfirmed})`}
    </Chip>
  );
}
