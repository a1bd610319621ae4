// The English words of villagers' reports and the public page's officers' side.
// It must never know screens, data or the API.
import type { viPublic } from './vi-public.ts';

export const enPublic: typeof viPublic = {
  reports: {
    title: 'Reports from villagers',
    open: (n: number) => `Not answered (${n})`,
    answered: (n: number) => `Answered (${n})`,
    which: 'Which reports',
    empty: 'No report waits for an answer',
    emptyHint:
      'Villagers report on the page “Loa vừa nói gì?”: open it for the commune, then print posters with its code for each pole.',
    emptyAnswered: 'No report has been answered yet',
    page: 'The public page and its posters',
    kind: { noise: 'Too loud', unclear: 'Cannot hear it', wrong: 'It is wrong' },
    state: { new: 'New', seen: 'Seen', answered: 'Answered' },
    times: (n: number) => `${n} times`,
    somewhere: 'No place said',
    about: 'About the airing',
    number: 'Number',
    seen: 'Seen',
    answer: 'Answer',
    change: 'Change the answer',
    yourAnswer: 'The answer',
    answerHint: 'Whoever has the report’s number reads it. At most 1,000 letters.',
    answerPublic: 'Make it public',
    answerPublicHint: 'The answer stands on the commune’s public page for 30 days.',
    textPublic: 'And the villager’s words',
    textPublicHint: 'Only where they name nobody and nobody’s private matter.',
    send: 'Send the answer',
    named:
      'What would be public holds a telephone, an identity number or a date of birth. Look again, then press send once more.',
    public: 'Public',
    by: (name: string) => `Answered by ${name}`,
    toBulletin: 'Make it a bulletin',
    bulletinTitle: 'An answer to villagers’ reports',
    hide: 'Take the bulletin off the public page',
    hideSure: 'Take it off the public page?',
    hideAsk: 'The bulletin is marked as naming people: its words and sound leave the page at once.',
    hidden: 'Taken off the public page',
  },
  publicPage: {
    title: 'The page “Loa vừa nói gì?”',
    intro:
      'Villagers open this page to read and hear again what the loudspeakers aired in the last seven days, and report without a name. Bulletins that name people never stand there.',
    before:
      'Before opening it, look at last week’s bulletins: mark those that hold a name, a telephone number or somebody’s private matter.',
    commune: 'Commune',
    none: 'There is no commune in your area',
    open: 'Open the page to everybody',
    isOpen: 'Open',
    isClosed: 'Closed',
    phone: 'Telephone of the commune',
    phoneHint: 'Printed on the poster and shown on the page. May be empty.',
    look: 'See the page',
    posters: 'Posters for the poles',
    posterHint: 'A4. The code of each pole opens its own village.',
    posterClosed: 'Open the page before printing posters: a code must lead somewhere.',
    wholeCommune: 'The whole commune',
    print: 'Download the poster (PDF)',
    onlyAdministrator: 'Only the commune’s administrator opens or closes this page.',
  },
};
