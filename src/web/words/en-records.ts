// English words of verdicts told in full, records and reports of airings.
// It must never know screens, data or the API.
import type { viRecords } from './vi-records.ts';

export const enRecords: typeof viRecords = {
  records: {
    title: 'Log and reports',
    intro:
      'What aired, where it was heard, and why some places stayed silent. Look, or take a file.',
    what: 'Report',
    kinds: {
      log: 'Broadcast log',
      justice: 'Justice statistics',
      document: 'Who heard a document',
    },
    where: 'Of which place',
    period: 'Period',
    month: (month: number, year: number) => `${month}/${year}`,
    year: (year: number) => `All of ${year}`,
    document: 'Document',
    anyDocument: 'Every bulletin',
    chooseDocument: 'Choose a document…',
    chooseDocumentHint: 'Choose a document above to see where it was heard, and how often.',
    scheme: 'Scheme',
    anyScheme: 'Of any scheme',
    empty: 'Nothing in this period yet.',
    emptyHint: 'Choose another period, or wait: results are there a minute after an airing ends.',
    methods: 'How this is counted',
    files: { pdf: 'PDF to sign', docx: 'Word', csv: 'CSV' },
    deadlines: 'Deadlines',
    daysLeft: (days: number) => (days === 0 ? 'today' : `${days} days left`),
    everyMonth: 'every month',
    everyYear: 'every year',
    ofMonth: (month: number) => `month ${month} of every year`,
    addDeadline: 'Add a deadline',
    deadlineTitle: 'Name of the report',
    deadlineMonth: 'Month',
    deadlineDay: 'Day of the month',
    schemes: 'Schemes',
    schemesHint: 'One airing may count for several. Say which on the page of each bulletin.',
    addScheme: 'Add a scheme',
    schemeName: 'Name of the scheme',
    fromDay: 'From',
    untilDay: 'Until (empty if open)',
    since: (day: string) => `since ${day}`,
    countsFor: (count: number) =>
      count === 0 ? 'Which schemes does it count for?' : `Counts for ${count} schemes`,
    chain: 'Why this result',
    before: (time: string) => `Before (${time}):`,
    people: 'People, urban or rural',
    setting: 'Urban or rural',
    settings: { unsaid: 'As the level above', urban: 'Urban', rural: 'Rural' },
  },
};
