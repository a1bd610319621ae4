// The Vietnamese words of the frame around every screen.
// It must never know screens, data or the API.
export const viDesk = {};
