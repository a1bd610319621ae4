// Vietnamese words of what the province gives to communes.
// It must never know screens, data or the API.

export const viAssign = {
  assign: {},
};
