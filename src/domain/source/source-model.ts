// The nouns of the source system (hệ thống thông tin nguồn): what came in, what became of it, what goes up.
// It must never know HTTP, XML, tables or keys.
import type { Priority } from '../../../devices/protocol/index.ts';
import type { Sentence } from '../errors.ts';
import type { VerdictKind } from '../model.ts';

/** One message of the source system as it is meant, whatever format it came in. */
export type Incoming = {
  /** the sender's own name for the bulletin; an update keeps it */
  externalId: string;
  /** grows with every update; the highest one counts, whenever it arrives */
  revision: number;
  /** the message's own name where one bulletin has several (CAP's identifier) */
  messageId: string;
  does: 'say' | 'cancel';
  /** the province's code as the sender knows it; null: the format has no place for it */
  province: string | null;
  issuedAtMs: number;
  sender: string;
  priority: Priority;
  /** its place among emergencies, lower first: severity.ts */
  order: number;
  drill: boolean;
  title: string;
  text: string;
  /** a notice template that says the same: its own words go out at once, the text follows */
  template: string | null;
  sound: SoundWish | null;
  /** to be given to communes, which air it in their own hours */
  gives: GiveWish | null;
  /** codes of our areas; empty only where `polygons` say where */
  areas: readonly string[];
  polygons: readonly (readonly LatLon[])[];
  /** how the sender names the place, for people */
  areaWords: string;
  /** what happens begins then; only said to people */
  eventAtMs: number | null;
  /** from then on nothing of it airs */
  expiresAtMs: number | null;
};
/**
 * A recording instead of our voice: `url` is fetched from the source system's own address and from nowhere
 * else, `bytes` came in the message itself. The digest is of the file, hex: SHA-256, or a CAP alert's SHA-1.
 */
export type SoundWish = { type: string; size: number; digest: string } & (
  | { url: string; bytes: null }
  | { url: null; bytes: Uint8Array }
);
export type GiveWish = { leastAirings: number; dueAtMs: number };
export type LatLon = { lat: number; lon: number };

/** A detached Ed25519 signature over `${timestampMs}\n${media type}\n` and the body's own bytes. */
export type Proof = { keyId: string; timestampMs: number; signature: string };
/** A key the province's source system signs with, pinned in a file. */
export type SourceKey = { id: string; name: string; publicKey: string };

/**
 * received: kept, nothing decided · refused: for `why` · accepted: a bulletin waits in each commune ·
 * approved: on its way by the province's standing trust · scheduled · aired · superseded: a higher
 * revision was there already or came since · cancelled: by the sender
 */
export const INCOMING_STATES = [
  'received',
  'refused',
  'accepted',
  'approved',
  'scheduled',
  'aired',
  'superseded',
  'cancelled',
] as const;
export type IncomingState = (typeof INCOMING_STATES)[number];

/** Why something of the source system is not taken, as a code that has a sentence in refused-words.ts. */
export const REFUSED_WHYS = [
  'malformed',
  'unsigned',
  'unknown-key',
  'bad-signature',
  'stale-signature',
  'other-province',
  'unknown-area',
  'nowhere',
  'from-the-future',
  'expired',
  'contradictory',
  'older',
  'other-key',
  'test-only',
  'sound-too-large',
  'sound-elsewhere',
  'sound-not-fetched',
  'sound-other-hash',
  'sound-unreadable',
  'sound-of-emergency',
  'deadline-past',
  'not-given',
  'nothing-to-say',
  'not-made',
  'busy',
  'not-kept',
] as const;
export type RefusedWhy = (typeof REFUSED_WHYS)[number];
/** `place`: the field, area or byte it is about */
export type Refused = { why: RefusedWhy; place: string | null; say: Sentence };

export type Via = 'push' | 'pull';
/** One revision as kept: the bytes stay what they were. */
export type IncomingRow = {
  id: string;
  /** the system and the key that signed (identity.ts): names are unique within it */
  source: string;
  externalId: string;
  revision: number;
  messageId: string;
  /** SHA-256 of the bytes, hex */
  hash: string;
  bytes: number;
  contentType: string;
  via: Via;
  /** null: not signed, so it came by pull from the address that was set */
  keyId: string | null;
  arrivedAtMs: number; // wall clock
  priority: Priority;
  drill: boolean;
  title: string;
  sender: string;
  does: Incoming['does'];
  state: IncomingState;
  refused: Pick<Refused, 'why' | 'place'> | null;
  /** what was told about it last, so that it is told once */
  toldState: IncomingState | null;
};
/** One bulletin made of it: one for each tenant it is for. */
export type IncomingPart = {
  incomingId: string;
  tenantId: string;
  bulletinId: string;
  areaIds: readonly string[];
  /** frame: a template's own words, heard before the text is ready */
  role: 'whole' | 'frame';
  /** goes out by the standing trust as soon as its sound is there */
  byTrust: boolean;
  /** its place among emergencies */
  order: number;
  /** the bulletin is the province's, and is given to communes once it is approved */
  gives: GiveWish | null;
};
/** waiting: to be fetched · here: its bytes wait to become the clip · made · refused: for `why` */
export type SoundState = 'waiting' | 'here' | 'made' | 'refused';
/** The recording of one bulletin: its bytes are kept until the clip is made. */
export type IncomingSound = {
  bulletinId: string;
  url: string | null;
  type: string;
  size: number;
  digest: string;
  state: SoundState;
  why: Pick<Refused, 'why' | 'place'> | null;
  attempts: number;
  dueAtMs: number; // wall clock
};
/** What never became an incoming: a stranger's bytes, or the same name said twice otherwise. */
export type RefusalRow = {
  id: string;
  atMs: number;
  via: Via;
  why: RefusedWhy;
  place: string | null;
  externalId: string | null;
  title: string | null;
  emergency: boolean;
  hash: string;
  bytes: number;
  contentType: string;
};

/** The province's word, given in advance: emergencies signed with this key go out at once. */
export type Trust = { keyId: string; approverId: string; sinceMs: number };

export const LETTER_KINDS = ['ack', 'airing-result', 'speaker-status', 'monthly-report'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
export type LetterState = 'waiting' | 'delivered' | 'dropped';
export type OutboxLetter = {
  id: string; // also its idempotency key: the receiver knows one it had
  kind: LetterKind;
  /** letters of one subject go in the order written */
  subject: string;
  body: string; // JSON
  createdAtMs: number;
  dueAtMs: number;
  attempts: number;
  lastError: string | null;
  state: LetterState;
};

export type VerdictCounts = Record<VerdictKind, number>;
/** How one commune heard an airing. */
export type CommuneResult = { areaCode: string; counts: VerdictCounts };
