// The English words of accounts and passwords.
// It must never know screens, data or the API.
import type { PeopleWords } from './vi-people.ts';

export const enPeople: PeopleWords = {
  accounts: {
    title: 'Accounts',
    invite: 'Invite somebody',
    name: 'Sign-in name',
    nameHint: 'Small letters without marks, for example: lan.nguyen',
    fullName: 'Full name',
    roles: 'Roles',
    where: 'At',
    act: 'Make the invitation',
    link: 'Give this link to the person. It is shown once and works once.',
    disable: 'Shut the account',
    disableSure: 'Shut this account?',
    disableAsk: 'The person is signed out at once and cannot come back.',
    disabled: 'Shut',
    enable: 'Open again',
    inviteAgain: 'Invite again',
    inviteAgainAsk: 'The person is signed out, the old password ends, and a new one must be set.',
    you: 'you',
  },
  password: {
    title: 'Change password',
    current: 'Current password',
    next: 'New password',
    changed: 'Changed. Other devices signed in to this account are signed out.',
  },
};
