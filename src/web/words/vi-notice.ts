// The Vietnamese words of quick notices.
// It must never know screens, data or the API.
export const viNotice = {};
