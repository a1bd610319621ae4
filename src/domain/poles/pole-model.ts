// The nouns of a pole as plain shapes: what is known of a site, its silences, incidents, commands, spares.
// It must never know tables, routes or topics.

/** How a box is powered and joined decides how often it says it is there (issue #4, 5). */
export type DeviceClass = 'mains-wired' | 'mains-4g' | 'solar-4g';

export type Place = { lat: number; lon: number };
export type Sim = { carrier: string; number: string; plan: string; renewsAtMs: number | null };
/** A picture kept by the hash of its bytes. */
export type Photo = { hash: string; bytes: number; type: 'image/jpeg' | 'image/png' };
/** What a technician writes down of a site; a site without a row has the first ones. */
export type SiteFacts = {
  siteId: string;
  place: Place | null;
  note: string;
  photo: Photo | null;
  deviceClass: DeviceClass;
  sim: Sim | null;
  volumePercent: number;
};

export type HushKind = 'funeral' | 'exam' | 'sick' | 'other';
/** tạm im: silent but for a real emergency, by itself over at `untilMs` */
export type Hush = {
  id: string;
  siteId: string;
  tenantId: string;
  fromMs: number;
  untilMs: number;
  reason: string;
  reasonKind: HushKind;
  byId: string;
  endedAtMs: number | null; // ended before its time
  endedById: string | null;
};

export type IncidentKind =
  | 'silent'
  | 'on-battery'
  | 'battery-low'
  | 'clock-off'
  | 'disk-full'
  | 'wrong-unit'
  | 'astray'
  | 'sim-renewal'
  | 'self-test-failed'
  | 'failed-to-sound';
export type IncidentFacts = Readonly<Record<string, string | number | boolean>>;
/** sự cố: at most one open of a kind at a site */
export type Incident = {
  id: string;
  siteId: string;
  tenantId: string;
  kind: IncidentKind;
  sinceMs: number;
  openedAtMs: number;
  closedAtMs: number | null;
  facts: IncidentFacts;
};

export type CommandKind = 'identify' | 'self-test';
export type Command = {
  orderId: string;
  siteId: string;
  unitId: string;
  command: CommandKind;
  askedById: string;
  askedAtMs: number;
  expiresAtMs: number;
  answeredAtMs: number | null;
  ok: boolean | null;
  facts: IncidentFacts;
};

/** A unit in a store room: it may say that it is there, and become a site's. */
export type Spare = {
  id: string; // slug: its speaker id until it is put on a pole
  tenantId: string;
  unitId: string;
  secretHash: string;
  codeHash: string; // SHA-256 of the label's code
  publicKey: string | null;
  createdById: string;
  createdAtMs: number;
  heardAtMs: number | null;
  online: boolean;
  withdrawnAtMs: number | null;
};
/** One spare put on one pole: used once. */
export type Swap = {
  spareId: string;
  siteId: string;
  unitId: string; // the new one
  oldUnitId: string | null;
  /** what the spare is told, as signed: sent again at each of its hellos */
  orderBytes: Uint8Array | null; // null once done: the password in it is kept no longer
  askedById: string;
  askedAtMs: number;
  doneAtMs: number | null;
};

/** online · late: beats are missing · silent: gone · never: no hello yet · no-unit: a pole without a box */
export type LinkState = 'online' | 'late' | 'silent' | 'never' | 'no-unit';
