// What every use-case is given: the ports, and the few settings that bear on decisions.
// It must never know who implements a port.
import type { AllowedHours, Signer } from '../../devices/protocol/index.ts';
import type { CountryDay } from '../domain/calendar/calendar-model.ts';
import type { SpokenLanguage } from '../domain/languages.ts';
import type { NoticeTemplate } from '../domain/notices/notice-model.ts';
import type { RecordTemplate } from '../domain/records/record-template.ts';
import type { RegulationTemplate } from '../domain/regulation/regulation-model.ts';
import type { Papers } from './approval/papers-port.ts';
import type { Composer } from './bulletins/compose-port.ts';
import type { Pieces } from './frames/pieces-port.ts';
import type { Happenings } from './happenings.ts';
import type { Changes, Clock, Doors, Ids, Log, Store, Studio, Wire } from './ports.ts';
import type { Reader } from './reading/reader-port.ts';
import type { DocumentFiles } from './reading/reading-store.ts';
import type { SourceSystem } from './source/source-port.ts';
import type { Senders } from './told/senders-port.ts';
import type { Voices } from './voices/voices-port.ts';

export type Deps = {
  store: Store;
  clock: Clock;
  ids: Ids;
  wire: Wire;
  doors: Doors;
  studio: Studio;
  /** recorded pieces of frames */
  pieces: Pieces;
  /** the engines there are; which of them speaks is chosen per language and tenant */
  voices: Voices;
  reader: Reader;
  composer: Composer;
  files: DocumentFiles;
  papers: Papers;
  /** the templates that come with the product */
  noticeTemplates: readonly NoticeTemplate[];
  /** the forms of logs and figures that come with the product */
  recordTemplates: readonly RecordTemplate[];
  /** published regulations to begin from */
  regulationTemplates: readonly RegulationTemplate[];
  /** the country's holidays, which come with it too */
  specialDays: readonly CountryDay[];
  /** that a bulletin may be heard in; Vietnamese first */
  languages: readonly SpokenLanguage[];
  changes: Changes;
  happenings: Happenings;
  senders: Senders;
  /** hệ thống thông tin nguồn of the province */
  source: SourceSystem;
  log: Log;
  /** signs every order; the raw public key goes into enrolments, base64 */
  signer: Signer & { publicKey: string };
  terms: Terms;
};

export type Terms = {
  version: string;
  /** REAL milliseconds between sending and playing */
  leadMs: number;
  /** REAL milliseconds of silence after the end before silence becomes a verdict */
  graceMs: number;
  /** what a new commune starts with, until it puts its own regulation in */
  firstHours: AllowedHours;
  /** known only once the servers listen (port 0 = any) */
  publicUrl(): string;
  brokerUrl(): string;
  /** null: the clock is the real one and nobody may speed it up */
  setSpeed: ((speed: number) => void) | null;
};
