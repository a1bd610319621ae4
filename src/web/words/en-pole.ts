// The English words of speakers, sites, units, hushes, the map.
// It must never know screens, data or the API.
import type { viPole } from './vi-pole.ts';

export const enPole: typeof viPole = {
  stop: {
    act: 'Stop',
    title: (place) => `Stop everything in ${place}?`,
    titleMany: 'Stop everything where?',
    ask: 'Whatever sounds now or within 10 minutes stops, emergencies too.',
    looking: 'Looking what sounds now…',
    unknown:
      'What sounds now could not be asked. You can stop it all the same: press the red button.',
    nothing: 'Nothing sounds now or is about to.',
    heard: 'Sounding now and about to',
    where: 'Stop in',
    soundsNow: (title) => `Sounding: ${title}`,
    soundsAt: (title, time) => `${time}: ${title}`,
    reason: 'Reason (optional)',
    now: (n, all) =>
      all === 1 ? 'Stop now' : n === 1 ? 'Stop in 1 place now' : `Stop in ${n} places now`,
    going: 'Sending the order to stop…',
    stopped: (place) => `The order to stop went to ${place}`,
    waits: (place) => `The order to stop has not reached the speakers of ${place}`,
    notStopped: (place) => `NOT STOPPED in ${place}`,
    notSent: 'The order did not reach the service: no connection. Speakers may still be sounding.',
    again: 'Send the order again',
    proof: (title) => `See each speaker: ${title}`,
    airing: 'airing',
  },
};
