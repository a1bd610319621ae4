// The Vietnamese words of notifications and who gets them.
// It must never know screens, data or the API.
export const viTold = {};
