// Vietnamese words of verdicts told in full, records and reports of airings.
// It must never know screens, data or the API.

export const viRecords = {
  records: {},
};
