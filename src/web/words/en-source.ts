// English words of the source system.
// It must never know screens, data or the API.
import type { viSource } from './vi-source.ts';

export const enSource: typeof viSource = {
  source: {
    title: 'Source system',
    shut: 'Not joined to the source system',
    shutHint:
      'Whoever runs this service sets the file of keys (VANGXA_SOURCE_KEYS) and the address (VANGXA_SOURCE_URL) of the province’s source system.',
    of: (name) => `Source system: ${name}`,
    well: 'Reached',
    pushOnly: 'Takes only: no address to report to is set',
    trouble: (what) => `Not reached: ${what}`,
    never: 'never',
    lastContact: 'Last reached',
    waiting: 'Letters waiting to go up',
    waitingSince: (n, at) => `${n}, the oldest since ${at}`,
    noneWaiting: 'None',
    letterKind: {
      ack: 'what became of a bulletin',
      'airing-result': 'results of airings',
      'speaker-status': 'state of the loudspeakers',
      'monthly-report': 'monthly report',
    },
    priorities: { normal: 'Ordinary', priority: 'Priority', emergency: 'Emergency' },
    items: 'Bulletins that came',
    noItems: 'No bulletin has come yet.',
    noItemsHint:
      'What the source system sends stands here and in the commune’s own list once it is here.',
    state: {
      received: 'Received',
      refused: 'Refused',
      accepted: 'Waits for its hour',
      approved: 'Approved',
      scheduled: 'Scheduled',
      aired: 'Aired',
      superseded: 'A newer one is here',
      cancelled: 'Cancelled by its sender',
    },
    asks: 'Waits for an urgent approval',
    revision: (n) => `revision ${n}`,
    from: (sender) => `From: ${sender}`,
    airsAt: (place, at) => `${place}: airs ${at}`,
    notYet: (place) => `${place}: no hour yet`,
    frame: 'alarm part',
    unsigned: 'not signed, fetched from the address that was set',
    signedBy: (key) => `signed by ${key}`,
    raw: 'Take the bytes',
    rawOf: (title) => `Take the bytes: ${title}`,
    hash: 'SHA-256',
    refusals: 'Not let in',
    refusalsHint:
      'Unsigned, wrongly signed, broken, or against what came before. Nothing here is ever aired.',
    noRefusals: 'Nothing was kept out.',
    nameless: 'No name could be read',
    trust: 'Emergencies at once, by their signature',
    trustHint:
      'When on, an emergency signed with this key airs on arrival without anybody’s approval; everybody concerned is told at once, and “Stop” stops it. When off, it waits for an approver.',
    noKeys: 'No key is set.',
    on: 'On',
    off: 'Off',
    lapsed: 'No longer counts: whoever gave it approves for the province no more',
    givenBy: (name, at) => `${name} turned it on at ${at}`,
    frames: (n) => `Alarm parts ready: ${n} templates.`,
    turnOn: 'Turn on',
    turnOff: 'Turn off',
    sure: 'Let emergencies air at once?',
    sureAsk: (key) =>
      `From now on an emergency signed with the key “${key}” goes out at once, with you as its approver.`,
    onlyApprover: 'Only an approver of the province turns it on or off.',
  },
};
