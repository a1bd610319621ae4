// What an approver must check in two minutes: obligations, days, money, figures, names, each with its clause.
// It must never know how they were found.
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

export function DigestView({ of }: { of: Of }) {
  const w = words.value.digest;
  const key = `${of.id} ${of.part}`;
  const ask = useAsk({ ask: () => readingApi.digest(of), key, on: ['document'] });
  return (
    <>
      <p class="hint">{w.intro}</p>
      <Shown ask={ask}>{(digest) => <DigestLines digest={digest} />}</Shown>
    </>
  );
}

export function DigestLines({ digest: { items, whole } }: { digest: Digest }) {
  const w = words.value.digest;
  if (items.length === 0) return <Empty title={w.empty} />;
  return (
    <div class="digest">
      {ORDER.map((kind) => (
        <Kind key={kind} kind={kind} lines={gathered(items, kind)} />
      ))}
      {!whole && <p class="hint">{w.more}</p>}
    </div>
  );
}

function Kind({ kind, lines }: { kind: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <Section title={`${words.value.digest.kinds[kind]} (${lines.length})`}>
      <ul class="rows rows-tight">
        {lines.map(({ item, clauses, times }) => (
          <li key={`${item.from} ${item.to}`} class="row">
            <p>
              <mark>{item.source}</mark>
              {times > 1 && ` ×${times}`}
            </p>
            <small>{item.words}</small>
            {clauses.length > 0 && <small>{clauses.join(' · ')}</small>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The same thing said twice is one line with both its places. */
function gathered(items: readonly Item[], kind: string): Line[] {
  const lines = new Map<string, Line>();
  for (const item of items) {
    if (item.kind !== kind) continue;
    const key = (item.value ?? item.source).toLowerCase();
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
