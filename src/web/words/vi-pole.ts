// The Vietnamese words of speakers, sites, units, hushes, the map.
// It must never know screens, data or the API.
export const viPole = {};
