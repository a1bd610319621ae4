// Vietnamese words of the source system.
// It must never know screens, data or the API.

export const viSource = {
  source: {},
};
