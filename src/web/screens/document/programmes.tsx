// The document cut into programmes of a quarter or half an hour: where each begins, ends, how long it lasts.
// It must never know how they are cut.
import { useSignal } from '@preact/signals';
import type { ProgrammeList } from '../../../http/schemas/script.ts';
import { useAsk } from '../../ask.ts';
import { length } from '../../format.ts';
import { Choice } from '../../parts/field.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Of, readingApi } from '../../reading-api.ts';
import { words } from '../../words.ts';

export function Programmes({ of }: { of: Of }) {
  const minutes = useSignal('15');
  const w = words.value.programmes;
  return (
    <>
      <Choice
        label={w.minutes}
        value={minutes}
        options={[15, 30].map((n) => ({ value: `${n}`, label: w.of(n) }))}
      />
      <List key={minutes.value} of={of} minutes={Number(minutes.value)} />
    </>
  );
}

function List({ of, minutes }: { of: Of; minutes: number }) {
  const key = `${of.id} ${of.part} ${minutes}`;
  const ask = useAsk({ ask: () => readingApi.programmes(of, minutes), key, on: ['document'] });
  return (
    <Shown ask={ask}>
      {({ programmes }) => (
        <ol class="rows">
          {programmes.map((one, at) => (
            <One key={one.sentenceFrom} one={one} at={at + 1} />
          ))}
        </ol>
      )}
    </Shown>
  );
}

function One({ one, at }: { one: ProgrammeList['programmes'][number]; at: number }) {
  const w = words.value.programmes;
  return (
    <li class="row">
      <span class="row-head">
        <strong>{w.one(at)}</strong>
        <span>{length(one.seconds)}</span>
      </span>
      <small>{w.span(one.clauseFrom ?? w.start, one.clauseTo ?? w.end)}</small>
      {one.opening.length > 0 && (
        <p>
          {w.opening}: {one.opening.join(' ')}
        </p>
      )}
    </li>
  );
}
