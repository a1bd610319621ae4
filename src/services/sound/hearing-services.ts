// What may be asked of hearing and of its law: what looks personal, the spoken mark, words that move, podcasts.
// It must never know how any of it is done.
import type { PersonalDesk } from '../personal/personal-door.ts';
import type { Podcasts } from '../podcast/podcast-door.ts';
import type { Hearings } from './hearing-door.ts';

export type HearingServices = {
  personalDesk: PersonalDesk;
  hearings: Hearings;
  podcasts: Podcasts;
};
