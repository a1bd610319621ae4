// What differs between two documents that look alike, place by place, side by side.
// It must never know how they were compared.
import type { DifferenceList } from '../../../http/schemas/script.ts';
import { useAsk } from '../../ask.ts';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { readingApi } from '../../reading-api.ts';
import { words } from '../../words.ts';

export function Differences({ id, params }: { id: string; params: URLSearchParams }) {
  const w = words.value.differences;
  const part = numberIn(params, 'part');
  const other = { id: params.get('with') ?? '', part: numberIn(params, 'withPart') };
  const ask = useAsk({
    ask: () => readingApi.differences({ id, part }, other),
    key: `${id} ${params}`,
  });
  return (
    <Page title={w.title} back={`#/documents/${id}`}>
      <Shown ask={ask}>{(found) => <Found found={found} />}</Shown>
    </Page>
  );
}

function Found({ found }: { found: DifferenceList }) {
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
              <p>{one.hereText === null ? w.nothing : <ins>{one.hereText}</ins>}</p>
            </div>
            <div>
              <small>{w.there}</small>
              <p>{one.thereText === null ? w.nothing : <del>{one.thereText}</del>}</p>
            </div>
          </li>
        ))}
      </ol>
      {!found.whole && <p class="hint">{w.more}</p>}
    </>
  );
}

function numberIn(params: URLSearchParams, name: string): number | null {
  const written = params.get(name);
  return written === null ? null : Number(written);
}
