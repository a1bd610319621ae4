// What villagers reported: those that wait first, by place, each with what it is about and its answer.
// It must never show who reported: nobody knows.
import { useSignal } from '@preact/signals';
import type { Report } from '../../../http/schemas/report.ts';
import { useAsk } from '../../ask.ts';
import { Act } from '../../parts/act.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { reportsApi } from '../../reports-api.ts';
import { words } from '../../words.ts';
import { OneReport } from './one-report.tsx';

export function Reports({ answered }: { answered: boolean }) {
  const w = words.value.reports;
  return (
    <Page title={w.title}>
      <p>
        <a class="button" href="#/reports/page">
          {w.page}
        </a>
      </p>
      <List key={String(answered)} answered={answered} />
    </Page>
  );
}

/** As many as one answer holds: fewer means it was the last. */
const PAGE = 50;

function List({ answered }: { answered: boolean }) {
  const w = words.value;
  const older = useSignal<readonly Report[]>([]);
  const ask = useAsk({ ask: () => reportsApi.list(!answered, null), on: ['report'] });
  return (
    <Shown ask={ask}>
      {({ reports, counts }) => {
        const all = [...reports, ...older.value];
        const last = all.at(-1);
        const more = async () => {
          const next = await reportsApi.list(!answered, last?.id ?? null);
          older.value = [...older.value, ...next.reports];
        };
        return (
          <>
            <Which answered={answered} open={counts.new + counts.seen} done={counts.answered} />
            {all.length === 0 && (
              <Empty
                title={answered ? w.reports.emptyAnswered : w.reports.empty}
                {...(answered ? {} : { hint: w.reports.emptyHint })}
              />
            )}
            {byPlace(all).map(([place, these]) => (
              <Section key={place} title={place}>
                <ul class="rows">
                  {these.map((report) => (
                    <OneReport key={report.id} report={report} />
                  ))}
                </ul>
              </Section>
            ))}
            {all.length > 0 && all.length % PAGE === 0 && <Act act={more}>{w.common.more}</Act>}
          </>
        );
      }}
    </Shown>
  );
}

function Which(of: { answered: boolean; open: number; done: number }) {
  const w = words.value.reports;
  const here = (is: boolean) => (is ? ({ 'aria-current': 'page' } as const) : {});
  return (
    <nav class="views views-two" aria-label={w.which}>
      <a href="#/reports" {...here(!of.answered)}>
        {w.open(of.open)}
      </a>
      <a href="#/reports/answered" {...here(of.answered)}>
        {w.answered(of.done)}
      </a>
    </nav>
  );
}

/** The pole where one is known, else the village; the place of the newest report comes first. */
function byPlace(reports: readonly Report[]): [string, Report[]][] {
  const places = new Map<string, Report[]>();
  for (const report of reports) {
    const named = [report.siteName, report.areaName].filter(Boolean).join(' · ');
    const place = named || words.value.reports.somewhere;
    places.set(place, [...(places.get(place) ?? []), report]);
  }
  return [...places];
}
