// Vietnamese words of the rehearsal of tomorrow.
// It must never know screens, data or the API.

export const viRehearsal = {
  rehearsal: {},
};
