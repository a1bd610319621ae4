// What aired, and what is owed of it: choose what, of where, for when; look at it, take it along as a file.
// It must never sum anything: the table comes filled.
import { useSignal } from '@preact/signals';
import type { RecordKind } from '../../../http/schemas/record.ts';
import { useAsk } from '../../ask.ts';
import { planNow } from '../../clock.ts';
import { Choice, type Option } from '../../parts/field.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Places, tenantsOf, usePlaces } from '../../places.ts';
import { readingApi } from '../../reading-api.ts';
import { type RecordAsk, recordsApi } from '../../records-api.ts';
import { words } from '../../words.ts';
import { DueReports } from './due-reports.tsx';
import { RecordTable } from './record-table.tsx';
import { Schemes } from './schemes.tsx';

export function Records() {
  const w = words.value.records;
  const places = usePlaces();
  return (
    <Page title={w.title}>
      <p>{w.intro}</p>
      <Shown ask={places}>{(known) => <Chosen places={known} />}</Shown>
    </Page>
  );
}

const KINDS: readonly RecordKind[] = ['log', 'justice', 'document'];

function Chosen({ places }: { places: Places }) {
  const w = words.value.records;
  const tenants = tenantsOf(places.areas).sort((a, b) =>
    a.kind === 'province' ? 1 : b.kind === 'province' ? -1 : 0,
  );
  const kind = useSignal<string>('log');
  const areaId = useSignal(tenants[0]?.id ?? '');
  const period = useSignal(monthOf(planNow.peek()));
  const documentId = useSignal('');
  const schemeId = useSignal('');
  const schemes = useAsk({ ask: recordsApi.schemes, on: ['bulletin'] });
  const documents = useAsk({ ask: () => readingApi.documents(null), on: ['document'] });
  const chosen = KINDS.find((one) => one === kind.value) ?? 'log';
  const ask: RecordAsk = {
    ...{ kind: chosen, areaId: areaId.value, period: period.value },
    ...{ documentId: documentId.value, schemeId: schemeId.value },
  };
  const of = (label: string): Option => ({ value: '', label });
  const schemeOptions = schemes.answer.value?.schemes ?? [];
  const documentOptions = documents.answer.value?.documents ?? [];
  return (
    <>
      <div class="card record-choice">
        <Choice
          label={w.what}
          value={kind}
          options={KINDS.map((value) => ({ value, label: w.kinds[value] }))}
        />
        <Choice
          label={w.where}
          value={areaId}
          options={tenants.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Choice label={w.period} value={period} options={periods(planNow.peek())} />
        <Choice
          label={w.document}
          value={documentId}
          options={[
            of(chosen === 'document' ? w.chooseDocument : w.anyDocument),
            ...documentOptions.map(({ id, title }) => ({ value: id, label: title.slice(0, 90) })),
          ]}
        />
        {schemeOptions.length > 0 && (
          <Choice
            label={w.scheme}
            value={schemeId}
            options={[
              of(w.anyScheme),
              ...schemeOptions.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </div>
      <Section title={w.kinds[chosen]}>
        {chosen === 'document' && documentId.value === '' ? (
          <p class="hint">{w.chooseDocumentHint}</p>
        ) : (
          <RecordTable key={JSON.stringify(ask)} ask={ask} />
        )}
      </Section>
      <DueReports key={areaId.value} areaId={areaId.value} />
      <Schemes areaId={areaId.value} list={schemeOptions} again={schemes.again} />
    </>
  );
}

const ZONE_MS = 7 * 3_600_000;
const monthOf = (ms: number) => new Date(ms + ZONE_MS).toISOString().slice(0, 7);

/** The last fourteen months and three years: what is still reported and asked about. */
function periods(nowMs: number): Option[] {
  const w = words.value.records;
  const [year = 0, month = 0] = monthOf(nowMs).split('-').map(Number);
  const months = Array.from({ length: 14 }, (_, back) => {
    const index = year * 12 + month - 1 - back;
    const [ofYear, ofMonth] = [Math.floor(index / 12), (index % 12) + 1];
    const value = `${ofYear}-${String(ofMonth).padStart(2, '0')}`;
    return { value, label: w.month(ofMonth, ofYear) };
  });
  const years = [0, 1, 2].map((back) => ({ value: `${year - back}`, label: w.year(year - back) }));
  return [...months, ...years];
}
