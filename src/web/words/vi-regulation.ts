// Vietnamese words of a commune’s regulation and overrides of it.
// It must never know screens, data or the API.

export const viRegulation = {
  regulation: {},
};
