// English words of the rehearsal of tomorrow, of conflicts before saving, of where and when things air.
// It must never know screens, data or the API.
import type { viRehearsal } from './vi-rehearsal.ts';

export const enRehearsal: typeof viRehearsal = {
  rehearsal: {
    title: 'Rehearsal',
    lead: 'The plan played through on paper with the speakers as they are now: what will fail and how to mend it. Every evening at eight tomorrow is rehearsed by itself.',
    tab: 'Rehearsal',
    where: 'Where',
    span: 'Which days',
    spans: { today: 'From now to midnight', tomorrow: 'Tomorrow', week: 'The next seven days' },
    start: 'Rehearse',
    none: 'Nothing has been rehearsed yet.',
    noneHint: 'Press “Rehearse” to learn which speakers will stay silent tomorrow.',
    checked: (airings, speakers, pairs) =>
      `${airings} airings at ${speakers} speakers were played through (${pairs} in all).`,
    allWell: 'All is well',
    willFail: (n) => `${n} to see to`,
    more: (n) => `and ${n} more that fewer people would hear`,
    people: (n) => `about ${n} people would not hear it`,
    speakers: (n) => `${n} speakers`,
    openSpeaker: 'See the speaker',
    openBulletin: 'See the bulletin',
    expected: {
      played: 'whole',
      'partly-played': 'in part',
      'pre-empted': 'gives way to another',
      'skipped-by-rule': 'skipped by rule',
      failed: 'fails',
    },
    made: (at, by) => `Rehearsed at ${at}, ${by}`,
    byItself: 'by itself in the evening',
    earlier: 'Earlier ones',
    found: (n) => `${n} found`,
    well: 'well',
    came: (missed, foreseen, pairs) =>
      `What came: ${missed} of ${pairs} at speakers were not heard whole, ${foreseen} of them had been foretold.`,
    falseAlarms: (n) => `${n} were foretold and were heard after all.`,
  },
  conflicts: {
    title: 'Conflicts',
    free: 'It meets no other bulletin.',
    ways: 'Ways out',
    move: (at) => `Move it to ${at}`,
    shorten: (seconds) => `Shorten it to ${seconds} s`,
    shortenHint: 'Open the bulletin to shorten it; it must then be approved again.',
    priority: 'Ask for priority',
    priorityHint: 'Open the bulletin to write it with priority; the approver decides.',
  },
  airtimes: {
    title: 'Where and when it will air',
    none: 'Nothing is coming.',
    noneHint: 'Put it on a schedule to have it heard.',
    ready: (n, all) => `${n}/${all} speakers ready`,
    state: {
      hushed: 'hushed',
      closed: 'outside its hours',
      'no-unit': 'without a unit',
      never: 'never heard of',
      silent: 'silent',
    },
    more: 'Show more',
  },
  uses: {
    title: 'Where it is used',
    none: 'It is used nowhere.',
    notWhole: 'There are more.',
  },
};
