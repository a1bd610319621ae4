// The English words of recordings in the place of a voice, and of what the machine noticed in a clip.
// It must never know screens, data or the API.
import { enMaking } from './en-making.ts';
import type { viSound } from './vi-sound.ts';

export const enSound: typeof viSound = {
  ...enMaking,
  recording: {
    title: 'Use a recording',
    intro:
      'A person’s voice instead of the machine’s: record here, or choose a file (WAV, MP3, M4A, Ogg, Opus, FLAC, WebM; 32 MB and 30 minutes at most). The text stays, and the bulletin must be approved again.',
    by: (name, at) => `The voice of ${name}, taken in ${at}`,
    consentBy: (note, name) => `Consent: ${note} (taken by ${name})`,
    whenEdited: 'When the words change, this recording is not used any more and the machine reads.',
    back: 'Take it out, let the machine read',
    backSure: 'Take this recording out?',
    backAsk: 'The machine reads the text again; the bulletin must be approved again.',
    speaker: 'Who speaks',
    consent: 'The speaker agrees that their voice is aired',
    consentNote: 'How and when they agreed',
    consentNoteHint: 'Such as: signed on 3 December, or by telephone to the culture officer.',
    file: 'Sound file',
    choose: 'Choose a file',
    none: 'No file yet',
    start: 'Record with this device',
    stop: 'Stop recording',
    running: (length) => `Recording: ${length}`,
    recorded: (length) => `Just recorded, ${length}`,
    refused:
      'The browser may not use the microphone. Open the settings of this page (the padlock), allow it and try again; or record with your phone’s own recorder and choose the file.',
    noMicrophone: 'This device cannot record here. Use its own recorder, then choose the file.',
    longest: 'Thirty minutes are reached: it stopped by itself.',
    send: 'Use this recording',
    missing: 'A file, the speaker’s name and their consent are needed.',
    sending: 'The recording is being sent and worked on…',
  },
  findings: {
    title: 'The machine heard…',
    none: 'The machine listened to all of it and noticed nothing. Listen all the same before approving.',
    bad: 'Must be looked at',
    look: 'Listen here',
    at: (time) => `at ${time}`,
    whole: 'the whole of it',
  },
};
