// What differs between two documents that look alike, place by place, each in its company.
// It must never know how they were compared.
import type { DifferenceList } from '../../../http/schemas/script.ts';
import { useAsk } from '../../ask.ts';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { readingApi } from '../../reading-api.ts';
import { words } from '../../words.ts';

type Compared = { found: DifferenceList; here: string; there: string };
type Difference = DifferenceList['differences'][number];

export function Differences({ id, params }: { id: string; params: URLSearchParams }) {
  const w = words.value.differences;
  const ask = useAsk({ ask: () => compare(id, params), key: `${id} ${params}` });
  return (
    <Page title={w.title} back={`#/documents/${id}`}>
      <Shown ask={ask}>{(compared) => <Found {...compared} />}</Shown>
    </Page>
  );
}

async function compare(id: string, params: URLSearchParams): Promise<Compared> {
  const other = { id: params.get('with') ?? '', part: numberIn(params, 'withPart') };
  const [found, here, there] = await Promise.all([
    readingApi.differences({ id, part: numberIn(params, 'part') }, other),
    readingApi.document(id),
    readingApi.document(other.id),
  ]);
  return { found, here: here.text, there: there.text };
}

function numberIn(params: URLSearchParams, name: string): number | null {
  const written = params.get(name);
  return written === null ? null : Number(written);
}

function Found({ found, here, there }: Compared) {
  const w = words.value.differences;
  const differing = found.differences.filter(({ kind }) => kind !== 'same');
  if (differing.length === 0) return <Notice tone="good">{w.none}</Notice>;
  return (
    <>
      <ol class="rows">
        {differing.map((one) => (
          <li key={`${one.here?.from} ${one.there?.from}`} class="row row-pair">
            <div>
              <small>{w.here}</small>
              <InCompany span={one.here} text={here} tag="ins" />
            </div>
            <div>
              <small>{w.there}</small>
              <InCompany span={one.there} text={there} tag="del" />
            </div>
          </li>
        ))}
      </ol>
      {!found.whole && <p class="hint">{w.more}</p>}
    </>
  );
}

/** Enough to either side to know the place again. */
const COMPANY = 40;
/** A whole paragraph that is new is shown by how it begins. */
const SHOWN = 500;

function InCompany(of: { span: Difference['here']; text: string; tag: 'ins' | 'del' }) {
  const { span, text, tag: Tag } = of;
  if (span === null) return <p>{words.value.differences.nothing}</p>;
  const piece = text.slice(span.from, Math.min(span.to, span.from + SHOWN));
  return (
    <p>
      …{text.slice(Math.max(0, span.from - COMPANY), span.from)}
      <Tag>{piece}</Tag>
      {span.to - span.from > SHOWN ? '…' : `${text.slice(span.to, span.to + COMPANY)}…`}
    </p>
  );
}
