// The English words of the frame around every screen.
// It must never know screens, data or the API.

import { enHearing } from './en-hearing.ts';
import { enSound } from './en-sound.ts';
import type { viDesk } from './vi-desk.ts';

export const enDesk: typeof viDesk = {
  ...enHearing,
  ...enSound,
  nav: {
    main: 'Main places',
    notice: 'Notices',
    approvals: 'Approve',
    plan: 'Schedule',
    speakers: 'Speakers',
    more: 'More',
    say: 'Write a bulletin',
    documents: 'Documents',
    assign: 'Given',
    records: 'Log, reports',
    voices: 'Voices',
    recordings: 'Recordings',
    reports: 'Reports',
    told: 'Notifications',
    areas: 'Areas and hours',
    accounts: 'Accounts',
    audit: 'Log',
    source: 'Source system',
    api: 'API documents',
    skip: 'To the main content',
    waiting: (n: number) => `${n} waiting for approval`,
  },
  languages: { label: 'Language of the bulletin', usual: 'Vietnamese' },
  install: {
    title: 'Install on this device',
    why: 'One touch opens it like an app, and it tells you when a bulletin waits for approval.',
    act: 'Install Vang Xa',
    ios: 'On an iPhone: press Share in Safari, then “Add to Home Screen”.',
  },
  again: {
    title: 'Sign in again',
    kept: 'Your session has ended. What you were doing is still on this page.',
    other: 'Somebody else signs in',
  },
  player: {
    play: 'Listen',
    pause: 'Pause',
    place: 'Place in the sound',
    estimated:
      'Press a clause to hear from there. Where clauses begin within a sentence is estimated.',
    failed: 'The sound cannot be played. Check the line, then press Listen again.',
    cannot:
      'This browser cannot play Ogg Opus. Update iOS to 18.4 or later, or use another browser (Chrome, Firefox).',
  },
};
