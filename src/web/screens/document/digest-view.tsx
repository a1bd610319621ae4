// What an approver must check in two minutes: obligations, days, money, figures, names, each with its clause.
// It must never know how they were found.
import type { ComponentChildren } from 'preact';
import type { DocumentView } from '../../../http/schemas/document.ts';
import type { Digest } from '../../../http/schemas/script.ts';
import { useAsk } from '../../ask.ts';
import { Empty } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Of, readingApi } from '../../reading-api.ts';
import { words } from '../../words.ts';

type Item = Digest['items'][number];
type Line = { item: Item; clauses: string[]; times: number };

const ORDER = [
  'obligation',
  'deadline',
  'money',
  'date',
  'number',
  'name',
  'place',
  'document',
] as const;

export function DigestView({ of, document }: { of: Of; document: DocumentView }) {
  const w = words.value.digest;
  const key = `${of.id} ${of.part}`;
  const ask = useAsk({ ask: () => readingApi.digest(of), key, on: ['document'] });
  const several = of.part === null && document.parts.length > 1;
  const numbers = several ? document.parts.map(({ number, title }) => number ?? title) : [];
  return (
    <>
      <p class="hint">{w.intro}</p>
      <Shown ask={ask}>{(digest) => <DigestLines digest={digest} numbers={numbers} />}</Shown>
    </>
  );
}

/** @param numbers of the documents of a gazette, in order; empty where there is one */
export function DigestLines(of: {
  digest: Digest;
  numbers?: readonly (string | null)[];
  /** below a title of their own */
  level?: 3;
}) {
  const { items, whole } = of.digest;
  const w = words.value.digest;
  if (items.length === 0) return <Empty title={w.empty} />;
  return (
    <div class="digest">
      {ORDER.map((kind) => (
        <Kind
          key={kind}
          kind={kind}
          lines={gathered(items, kind)}
          numbers={of.numbers ?? []}
          level={of.level}
        />
      ))}
      {!whole && <p class="hint">{w.more}</p>}
    </div>
  );
}

type KindProps = {
  kind: string;
  lines: readonly Line[];
  numbers: readonly (string | null)[];
  level: 3 | undefined;
};

function Kind({ kind, lines, numbers, level }: KindProps) {
  if (lines.length === 0) return null;
  const title = `${words.value.digest.kinds[kind]} (${lines.length})`;
  const Titled = level === 3 ? Below : Section;
  return (
    <Titled title={title}>
      <ul class="rows rows-tight">
        {lines.map(({ item, clauses, times }) => (
          <li key={`${item.from} ${item.to}`} class="row">
            <p>
              <mark>{item.source}</mark>
              {times > 1 && ` ×${times}`}
            </p>
            {item.words !== item.source && <small>{item.words}</small>}
            <Where clauses={[numbers[item.position - 1] ?? '', ...clauses]} />
          </li>
        ))}
      </ul>
    </Titled>
  );
}

function Below(of: { title: string; children: ComponentChildren }) {
  return (
    <section class="section">
      <h3>{of.title}</h3>
      {of.children}
    </section>
  );
}

function Where({ clauses }: { clauses: readonly string[] }) {
  const where = clauses.filter((one) => one !== '').join(' · ');
  return where === '' ? null : <small>{where}</small>;
}

/** The same thing said twice is one line with both its places. */
function gathered(items: readonly Item[], kind: string): Line[] {
  const lines = new Map<string, Line>();
  for (const item of items) {
    if (item.kind !== kind) continue;
    // the same figure in another decision of a gazette is another line
    const key = `${item.position} ${(item.value ?? item.source).toLowerCase()}`;
    const line = lines.get(key) ?? { item, clauses: [], times: 0 };
    line.times += 1;
    if (
      item.clause !== null &&
      !line.clauses.includes(item.clause) &&
      line.clauses.length < CLAUSES
    )
      line.clauses.push(item.clause);
    lines.set(key, line);
  }
  return [...lines.values()];
}
/** Beyond, the line is longer than what it says. */
const CLAUSES = 4;
