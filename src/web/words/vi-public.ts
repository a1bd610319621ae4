// The Vietnamese words of villagers' reports and the public page's officers' side.
// It must never know screens, data or the API.
export const viPublic = {};
