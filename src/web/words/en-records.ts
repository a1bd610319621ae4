// English words of verdicts told in full, records and reports of airings.
// It must never know screens, data or the API.
import type { viRecords } from './vi-records.ts';

export const enRecords: typeof viRecords = {
  records: {},
};
