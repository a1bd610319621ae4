// Who speaks a bulletin: the ladder of voices for its language and its tenant, or why there is none.
// It must never know how a voice speaks, nor let words that name people leave the house (Luật 91/2025/QH15).
import {
  type CloudWord,
  type Profile,
  STEPS_MAX,
  type VoiceChoice,
  type VoiceThere,
} from './voice-choice.ts';

export type Origin = 'own' | 'province' | 'house';
/** refused: the province allows it, the commune does not want it */
export type CloudStanding = 'allowed' | 'not-allowed' | 'refused';
/** no-voice: nobody speaks this language · cloud-… : only the cloud does, and it may not */
export type NoVoice = 'no-voice' | 'cloud-closed' | 'cloud-personal';

export type Asked = {
  language: string;
  personalData: boolean;
  /** lives hang on it: no network is waited for where a voice of this house speaks the language; left out: they do not */
  urgent?: boolean;
  /** all there are, in the order the house would take them */
  voices: readonly VoiceThere[];
  own: VoiceChoice | null;
  /** null for the province itself too: what it chose is its own */
  province: VoiceChoice | null;
  cloud: CloudStanding;
};
export type Chosen = {
  /** first to last; empty: see `none` */
  steps: readonly VoiceThere[];
  none: NoVoice | null;
  /** syllables a minute; null: as the tenant has its texts read */
  pace: number | null;
  profile: Profile;
  from: { steps: Origin; pace: Origin; profile: Origin };
};

/** The province opens it, by name, for all beneath; a commune may still keep it shut for itself. */
export function cloudStanding(of: {
  own: CloudWord | null;
  province: CloudWord | null;
}): CloudStanding {
  if (of.province?.allowed !== true) return 'not-allowed';
  return of.own?.allowed === false ? 'refused' : 'allowed';
}

/**
 * As it was chosen, then whoever else of this house speaks the language, one voice of each engine: a ladder
 * that ends in a voice that is always there says every bulletin. Nothing goes to a cloud that was not chosen by somebody.
 */
export function choose(asked: Asked): Chosen {
  const { own, province } = asked;
  const steps = nearest(own, province, (one) => (one.steps.length > 0 ? one.steps : null));
  const pace = nearest(own, province, (one) => one.pace);
  const profile = nearest(own, province, (one) => one.profile);
  const ladder = ladderOf(asked, steps.value);
  return {
    steps: ladder,
    none: ladder.length > 0 ? null : whyNone(asked),
    pace: pace.value,
    profile: profile.value ?? 'horn',
    from: { steps: steps.from, pace: pace.from, profile: profile.from },
  };
}

function ladderOf(asked: Asked, chosen: readonly string[] | null): VoiceThere[] {
  const usable = speaking(asked).filter((voice) => voice.place === 'here' || mayLeave(asked));
  const named = (chosen ?? []).flatMap((id) => usable.find((voice) => voice.id === id) ?? []);
  const others = usable.filter(({ place }) => chosen === null || place === 'here');
  const ladder = [...named];
  for (const voice of others)
    if (!ladder.some(({ group }) => group === voice.group)) ladder.push(voice);
  const isHere = ({ place }: VoiceThere) => place === 'here';
  const inHaste = [...ladder.filter(isHere), ...ladder.filter((voice) => !isHere(voice))];
  return (asked.urgent ? inHaste : ladder).slice(0, STEPS_MAX);
}

function speaking({ voices, language }: Asked): VoiceThere[] {
  return voices.filter((voice) => voice.language === language);
}

function mayLeave({ cloud, personalData }: Asked): boolean {
  return cloud === 'allowed' && !personalData;
}

function whyNone(asked: Asked): NoVoice {
  if (speaking(asked).length === 0) return 'no-voice';
  return asked.cloud === 'allowed' && asked.personalData ? 'cloud-personal' : 'cloud-closed';
}

type Nearest<T> = { value: T | null; from: Origin };

function nearest<T>(
  own: VoiceChoice | null,
  province: VoiceChoice | null,
  of: (choice: VoiceChoice) => T | null,
): Nearest<T> {
  const mine = own && of(own);
  if (mine !== null) return { value: mine, from: 'own' };
  const theirs = province && of(province);
  return theirs !== null ? { value: theirs, from: 'province' } : { value: null, from: 'house' };
}
