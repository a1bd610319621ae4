// The English words of what looks personal in a bulletin, and of the spoken mark of machine voices.
// It must never know screens, data or the API.
import type { viHearing } from './vi-hearing.ts';

export const enHearing: typeof viHearing = {
  hearing: {
    title: 'Personal data',
    looks: 'The bulletin seems to hold villagers’ personal facts: mark it?',
    meanwhile:
      'Until somebody answers it is kept like a marked one: not on the public page, not in the podcast, not sent to voices in the cloud.',
    mark: 'Mark: it holds personal facts',
    not: 'It is not personal',
    why: 'Why is it not?',
    whyHint:
      'For example: the commune’s duty telephone, the name of who signs. The approver reads this.',
    send: 'Write the reason down',
    more: (n) => `and ${n} more`,
    answered: (reason, name, time) =>
      `Something looked personal; ${name} answered at ${time}: ${reason}`,
    spokenTitle: 'Saying that it is a machine voice',
    spokenHint: (sentence) =>
      `Bulletins read by a machine in Vietnamese may end with “${sentence}” Recordings of people never do. Sound that is there stays as it is.`,
    spokenAsProvince: 'As the province has it',
    spokenYes: (sentence) => `Yes: “${sentence}”`,
    spokenNo: 'Nothing is added',
    save: 'Save',
    saved: 'Saved. Bulletins made from now on follow this.',
  },
};
