// The English words of voices: who speaks, in which order, and whether words may leave the house.
// It must never know screens, data or the API.
import type { viVoices } from './vi-voices.ts';

export const enVoices: typeof viVoices = {
  voices: {
    title: 'Voices',
    intro:
      'Which voice speaks a bulletin, for each language. When the first cannot (no line, no quota, too slow) the next says it, sentence by sentence; the bulletin says who spoke what. A sound that is there keeps its voice until it is made anew. No voice imitates a real person.',
    where: 'Of which place',
    alone: (first: string) => `${first} speaks.`,
    fallThen: (first: string, rest: string) => `${first} speaks; if it cannot, ${rest}.`,
    thenNext: (one: string, next: string) => `${one}, then ${next}`,
    from: {
      own: 'Chosen here.',
      province: 'As the province chose.',
      house: 'Nobody chose: the usual order.',
    },
    none: {
      'no-voice': 'The chosen voices are not on this machine any more. A person must read.',
      'cloud-closed':
        'Only a voice of the cloud speaks it, which is not allowed. A person must read.',
      'cloud-personal': 'Only a voice of the cloud speaks it, and the bulletin names people.',
    },
    order: 'Order',
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    upShort: 'Up',
    downShort: 'Down',
    first: (name: string) => `${name} is first already.`,
    moved: (name: string, place: number) => `${name} is number ${place}.`,
    add: 'Put another voice first',
    addNone: 'As above',
    place: { here: 'on this machine', cloud: 'in the cloud' },
    second: (name: string) => `In a dialogue ${name} answers.`,
    licence: (licence: string) => `Licence: ${licence}.`,
    source: (source: string) => `Source: ${source}.`,
    restsUntil: (why: string, at: string) => `Resting until ${at}: ${why}.`,
    rests: (why: string) => `Resting until somebody mends it: ${why}.`,
    wake: 'Ask resting voices again',
    woken: 'Every voice is asked again next time.',
    pace: 'Pace (syllables a minute)',
    paceHint: (pace: number) =>
      `Empty: ${pace}, as the province or the reading of documents has it. From 100 to 320.`,
    profile: 'Sound made for',
    profiles: {
      '': 'As chosen above',
      horn: 'Horns outdoors',
      indoor: 'Loudspeakers indoors',
      flat: 'Left as it is',
    },
    profileNow: (name: string) => `In use: ${name}.`,
    save: 'Save the choice',
    saved: 'Saved. Bulletins made from now on are spoken like this.',
    back: 'Drop the own choice',
    listen: 'Listen',
    sentence: 'A sentence to hear (200 characters at most)',
    sentenceHint:
      'It goes through the same voices and the same mastering as a bulletin; nothing is kept. What seems to name people is not sent to the cloud.',
    usual: 'Bảy giờ tối nay, mời bà con họp tại nhà văn hóa thôn.',
    listening: 'Speaking and mastering…',
    heard: (by: string) => `Spoken by: ${by}`,
    sound: 'The sentence',
    cloud: {
      title: 'Voices of the cloud',
      meaning:
        'A voice of the cloud (Azure) is sent the words of a bulletin: they leave the province’s machine and may leave the country. Under Law 91/2025/QH15 on personal data, a bulletin that names people, or is only suspected to, is never sent, whatever is allowed here.',
      none: 'No voice of the cloud is set up on this machine.',
      province: {
        allowed: 'The province allows it. A commune may still refuse for itself.',
        'not-allowed': 'The province has not allowed it: no words leave this machine.',
        refused: 'Refused.',
      },
      commune: {
        allowed:
          'The province allows it and the commune does not refuse: bulletins that name nobody may be sent.',
        'not-allowed': 'The province has not allowed it: no words leave this machine.',
        refused: 'The commune refuses: none of its words leave this machine.',
      },
      allow: 'Allow for the province',
      allowSure: 'Let words leave the house?',
      allowAsk:
        'The words of every commune’s bulletins that name nobody are sent to the provider. Who allowed it, and when, is written into the log.',
      forbid: 'Allow no longer',
      refuse: 'Refuse for this commune',
      accept: 'Refuse no longer',
    },
    refusedTitle: 'Not usable',
    unspoken: 'Languages without a machine voice',
    unspokenAll: (count: number) => `All ${count} languages`,
    unspokenHint:
      'A person must read: record on the page of the bulletin, or send a collaborator the link.',
    speech: {
      title: 'Who speaks',
      line: (engine: string, voice: string, n: number) => `${voice} (${engine}): ${n} sentences`,
      cloud:
        'Some sentences were spoken by a voice of the cloud. Marked as naming people, the bulletin is made anew by a voice of this house; words that were sent cannot be fetched back.',
      retake: 'Make the sound anew',
      retakeSure: 'Make the sound of this bulletin anew?',
      retakeAsk:
        'Sentences that another voice said are tried with the first voice again. The sound it has stays, and airs, until the new one is there; then the bulletin must be approved anew.',
      chosen: 'See and choose voices',
    },
  },
};
