// The Vietnamese words of making a bulletin of a legal text.
// It must never know screens, data or the API.
export const viEditor = {};
