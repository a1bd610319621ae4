// The English words of sound being made: how far, after whom, stopped, made again.
// It must never know screens, data or the API.
import type { viMaking } from './vi-making.ts';

export const enMaking: typeof viMaking = {
  makings: {
    title: 'Sound being made',
    intro: 'Emergencies are made first, then what airs soon, then the communes by turns.',
    empty: 'No sound is being made.',
    emptyHint: 'Write a bulletin: its sound stands here until it is ready.',
    write: 'Write a bulletin',
    others: (n: number) => `${n} more in the line are of other areas.`,
    link: 'All sound being made',
    sentence: (done: number, total: number) => `sentence ${done} of ${total}`,
    left: (time: string) => `about ${time} yet`,
    next: 'Next, after the one being made',
    ahead: (n: number) => `${n} are made before it`,
    since: (time: string) => `begun at ${time}`,
    urgent: 'emergency',
    stop: 'Stop making the sound',
    stopSure: 'Stop making the sound of this bulletin?',
    stopAsk:
      'Its words stay, and so do the sentences already spoken: made again it goes on from there. It cannot air until it has sound.',
    again: 'Go on making the sound',
  },
};
