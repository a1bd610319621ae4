// The door of programmes as types: templates, what a day would sound like, editions built and placed.
// It must never know routes or rows.
import type { AirRules } from '../../domain/calendar/calendar-model.ts';
import type { Sentence } from '../../domain/errors.ts';
import type { Actor, Bulletin, Clip } from '../../domain/model.ts';
import type { EditionPlan, LeftOut, Missing, Piece } from '../../domain/programmes/edition-plan.ts';
import type {
  EditionPart,
  ProgrammeEdition,
  ProgrammeTemplate,
} from '../../domain/programmes/programme-model.ts';
import type { ScheduleWish, SpokenSchedule } from '../calendar/calendar-door.ts';
import type { MakingProgress } from '../ports.ts';

/** Words around the bulletins: a bulletin there is, or one made of this text now. */
export type FrameWish = { bulletinId: string } | { text: string } | null;
export type TemplateWish = Pick<
  ProgrammeTemplate,
  'name' | 'chime' | 'pauses' | 'repeats' | 'mostMinutes' | 'choosing'
> & { ident: FrameWish; opening: FrameWish; closing: FrameWish };

/** A bulletin as a template names it. */
export type FramePart = Pick<Bulletin, 'id' | 'title' | 'text' | 'state' | 'stateReason'>;
export type TemplateView = ProgrammeTemplate & {
  parts: { chime: FramePart | null; ident: FramePart | null } & Record<
    'opening' | 'closing',
    FramePart | null
  >;
};

export type ProgrammeWish = {
  /** null: bulletins alone, in the languages of each village */
  templateId: string | null;
  areaIds: readonly string[];
  /** null: by the template's rule */
  itemIds: readonly string[] | null;
  /** when it is to air; null: now */
  atMs: number | null;
};
export type SpokenMissing = Missing & { says: Sentence };
export type SpokenLeftOut = LeftOut & { says: Sentence };
export type EditionPreview = Omit<EditionPlan, 'missing' | 'leftOut' | 'order'> & {
  languages: readonly string[];
  areaIds: readonly string[];
  areaNames: readonly string[];
  missing: readonly SpokenMissing[];
  leftOut: readonly SpokenLeftOut[];
};
export type Preview = {
  tenantId: string;
  title: string;
  itemIds: readonly string[];
  editions: EditionPreview[];
  /** the strictest of the villages: minutes of a session */
  regulationMinutes: number | null;
};

export type EditionView = ProgrammeEdition & {
  bulletin: Bulletin;
  clip: Clip | null;
  areaNames: readonly string[];
  parts: readonly EditionPart[];
  /** somebody gave it a time, past or to come */
  placed: boolean;
  /** why it does not air */
  says: Sentence | null;
};

export type Programmes = {
  templates(actor: Actor): TemplateView[];
  createTemplate(actor: Actor, input: TemplateWish & { areaId: string }): TemplateView;
  /** @throws AppError conflict changed-meanwhile */
  changeTemplate(
    actor: Actor,
    input: TemplateWish & { templateId: string; version: number },
  ): TemplateView;
  removeTemplate(actor: Actor, input: { templateId: string }): void;
  preview(actor: Actor, wish: ProgrammeWish): Promise<Preview>;
  /** one edition for each order of languages; its sound is joined in the line of all sounds */
  build(actor: Actor, wish: ProgrammeWish): Promise<EditionView[]>;
  /** the same wish anew, in the same bulletin: its schedules stay */
  rebuild(actor: Actor, input: { bulletinId: string }): Promise<EditionView>;
  list(actor: Actor, page: { limit: number; beforeId: string | null }): EditionView[];
  get(actor: Actor, input: { bulletinId: string }): EditionView;
  /** each for the villages it was built for; all of them or none */
  schedule(
    actor: Actor,
    input: { bulletinIds: readonly string[]; rule: ScheduleWish; air?: AirRules },
  ): SpokenSchedule[];
};

/** What joining needs of the room of sound. */
export type Joining = {
  /** the chime that comes with the product, for this kind of loudspeaker; made once */
  chime(profile: Clip['profile']): Promise<Omit<Clip, 'bulletinId'>>;
  /** finished clips end to end, nothing coded again */
  join(wanted: JoinWanted): Promise<Omit<Clip, 'bulletinId'>>;
};
export type JoinWanted = {
  title: string;
  language: string | null;
  profile: Clip['profile'];
  pieces: readonly { clip: Omit<Clip, 'bulletinId'>; pauseFrames: number }[];
  onProgress(progress: MakingProgress): void;
  signal: AbortSignal;
};
export type { Piece };
