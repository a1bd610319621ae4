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
    priority: 'Ask for priority',
    noWay: 'No time is free nearby: choose another time, day or place.',
    shorterTitle: (title) => `${title} (shortened)`,
    made: (seconds) =>
      `A version of at most ${seconds} s was made; the first one stays. Listen and send it for approval; then choose it here. What you filled in is kept.`,
    openMade: 'Open the shorter version',
    asked: {
      priority: 'Its approvers and its author were asked for priority; the audit has a line of it.',
      shorten: 'Its author and its approvers were asked; the audit has a line of it.',
    },
    wanted: {
      title: 'Wishes for priority',
      waiting: (n) => `${n} ${n === 1 ? 'wish' : 'wishes'} for priority`,
      asked: 'What you asked for',
      remark: 'Why not (whoever asked will read it)',
    },
    give: {
      title: 'Priority',
      hint: 'It then interrupts ordinary bulletins. Its approved words and sound stay.',
      yes: 'Give it priority',
      sure: 'Give this bulletin priority?',
      ask: 'All its times have priority from now on. To end that, write a new bulletin.',
    },
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
      faulty: 'at fault',
    },
    more: 'Show more',
  },
  uses: {
    title: 'Where it is used',
    none: 'It is used nowhere.',
    notWhole: 'There are more.',
  },
};
