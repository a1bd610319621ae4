// The Vietnamese words of approving, returning, withdrawing, the slip, the stop.
// It must never know screens, data or the API.
export const viApprove = {};
