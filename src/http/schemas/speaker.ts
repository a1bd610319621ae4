// What is known of each speaker, as separate facts: never one green light that lies (PRODUCT.md).
// It must never know how a fact was come by, nor its words on a screen.
import { type Static, Type } from 'typebox';
import { Count, Id, Line, List, Ms, Nullable, Sentence, strict } from './common.ts';
import { HushKind } from './hush.ts';
import { Incident } from './incident.ts';
import { Site, Zone } from './site.ts';
import { Swap } from './spare.ts';
import { Verdict } from './verdict.ts';

/** never: a unit is installed, and has not said hello yet */
export const LinkState = Type.Union([
  Type.Literal('online'),
  Type.Literal('late'),
  Type.Literal('silent'),
  Type.Literal('never'),
  Type.Literal('no-unit'),
]);
export type LinkState = Static<typeof LinkState>;

export const DeviceClass = Type.Union([
  Type.Literal('mains-wired'),
  Type.Literal('mains-4g'),
  Type.Literal('solar-4g'),
]);
export type DeviceClass = Static<typeof DeviceClass>;

/** Vietnam with its islands: the domain looks closer (src/domain/poles/site-facts.ts). */
export const Place = Type.Object(
  {
    lat: Type.Number({ minimum: -180, maximum: 180 }),
    lon: Type.Number({ minimum: -180, maximum: 180 }),
  },
  strict,
);
export type Place = Static<typeof Place>;

export const Power = Type.Object(
  {
    source: Type.Union([Type.Literal('mains'), Type.Literal('battery')]),
    batteryPercent: Nullable(Type.Integer({ minimum: 0, maximum: 100 })),
  },
  strict,
);
export type Power = Static<typeof Power>;

const LastVerdict = Type.Object(
  { ...Verdict.properties, playAtMs: Ms, title: Type.String() },
  strict,
);

const { airingId, kind, reason, detail } = Verdict.properties;
const LastBrief = Type.Object(
  { airingId, kind, reason, detail, playAtMs: Ms, title: Type.String() },
  strict,
);

export const Speaker = Type.Object(
  {
    site: Site,
    unitId: Nullable(Id),
    online: Type.Boolean({ description: 'as last said; for people, look at link' }),
    link: Type.Object({ state: LinkState, sinceMs: Nullable(Ms) }, strict),
    heardAtMs: Nullable(Type.Number()),
    clockErrorMs: Nullable(Type.Number()),
    freeBytes: Nullable(Count),
    firmware: Nullable(Type.String()),
    /** null: not said, or this box cannot tell */
    power: Nullable(Power),
    /** as set for this site; what the speaker itself says is in the detail */
    volumePercent: Count,
    bytesThisMonth: Nullable(Count),
    deviceClass: DeviceClass,
    /** warn: within seven days, or past */
    sim: Nullable(Type.Object({ renewsAtMs: Nullable(Ms), warn: Type.Boolean() }, strict)),
    hush: Nullable(
      Type.Object({ id: Id, untilMs: Ms, reason: Type.String(), reasonKind: HushKind }, strict),
    ),
    place: Nullable(Place),
    /** how many are open */
    incidents: Count,
    /** of the airings of the next 24 hours that are on their way: how many it should have, and has */
    holds: Type.Object({ due: Count, held: Count, planned: Count }, strict),
    /** all of it, and those before, are in the detail */
    lastVerdict: Nullable(LastBrief),
  },
  strict,
);
export type Speaker = Static<typeof Speaker>;
export const SpeakerList = Type.Object({ speakers: List(Speaker) }, strict);
export type SpeakerList = Static<typeof SpeakerList>;
/** the area and all beneath it */
export const SpeakersQuery = Type.Object({ areaId: Type.Optional(Id) }, strict);

export const Sim = Type.Object(
  {
    carrier: Type.String({ maxLength: 60 }),
    number: Type.String({ maxLength: 20 }),
    plan: Type.String({ maxLength: 60 }),
    renewsAtMs: Nullable(Ms),
  },
  strict,
);
export type Sim = Static<typeof Sim>;

/** waiting: no answer yet, and it may still come · no-answer: it can come no more */
export const Command = Type.Object(
  {
    orderId: Id,
    command: Type.Union([Type.Literal('identify'), Type.Literal('self-test')]),
    askedAtMs: Ms,
    askedBy: Type.String(),
    state: Type.Union([
      Type.Literal('waiting'),
      Type.Literal('answered'),
      Type.Literal('no-answer'),
    ]),
    answeredAtMs: Nullable(Ms),
    ok: Nullable(Type.Boolean()),
    facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  },
  strict,
);
export type Command = Static<typeof Command>;

const Photo = Type.Object(
  {
    hash: Type.String(),
    bytes: Count,
    type: Type.Union([Type.Literal('image/jpeg'), Type.Literal('image/png')]),
  },
  strict,
);
export const PhotoKept = Type.Object({ photo: Photo }, strict);
export type PhotoKept = Static<typeof PhotoKept>;

export const SpeakerDetail = Type.Object(
  {
    speaker: Speaker,
    nowMs: Ms,
    /** what the speaker itself last said of its volume */
    saidVolumePercent: Nullable(Count),
    note: Type.String(),
    /** ask GET /api/sites/:id/photo; the hash names the version */
    photo: Nullable(Photo),
    sim: Nullable(Sim),
    /** newest first */
    units: List(Type.Object({ id: Id, installedAtMs: Ms, removedAtMs: Nullable(Ms) }, strict)),
    /** the last 20, newest first */
    verdicts: List(Type.Object({ ...LastVerdict.properties, sentence: Sentence }, strict)),
    /** open ones first, then those of 90 days */
    incidents: List(Incident),
    /** the last 10, newest first */
    commands: List(Command),
    /** the last one, if there was one */
    swap: Nullable(Swap),
  },
  strict,
);
export type SpeakerDetail = Static<typeof SpeakerDetail>;

/** What is not named stays as it is; null takes away. */
export const SiteChange = Type.Object(
  {
    name: Type.Optional(Line),
    zone: Type.Optional(Zone),
    place: Type.Optional(Nullable(Place)),
    /** a page of a technician's notebook */
    note: Type.Optional(Type.String({ maxLength: 2_000 })),
    /** no lower: silence is a hush, with an end and a reason */
    volumePercent: Type.Optional(Type.Integer({ minimum: 10, maximum: 100 })),
    deviceClass: Type.Optional(DeviceClass),
    sim: Type.Optional(Nullable(Sim)),
  },
  strict,
);
export type SiteChange = Static<typeof SiteChange>;

export const CommandWish = Type.Object(
  { command: Type.Union([Type.Literal('identify'), Type.Literal('self-test')]) },
  strict,
);
export type CommandWish = Static<typeof CommandWish>;
export const CommandAsked = Type.Object(
  {
    orderId: Id,
    expiresAtMs: Ms,
    broker: Type.Union([Type.Literal('connected'), Type.Literal('waiting')]),
  },
  strict,
);
export type CommandAsked = Static<typeof CommandAsked>;

export const BySite = Type.Object({ siteId: Id }, strict);

/** "Dừng phát". */
export const StopWish = Type.Object(
  { reason: Type.Optional(Type.String({ maxLength: 300 })) },
  strict,
);
export type StopWish = Static<typeof StopWish>;
export const AllClearWish = Type.Object(
  {
    reason: Type.Optional(Type.String({ maxLength: 300 })),
    /** only drills, or only what is real; needed where both are open */
    drill: Type.Optional(Type.Boolean()),
  },
  strict,
);
export type AllClearWish = Static<typeof AllClearWish>;
export const Stopped = Type.Object(
  {
    airings: Count,
    /** with a unit, beneath this area */
    speakers: Count,
    /** those that were cancelled: each shows the proof of every speaker */
    airingIds: List(Id),
    /** waiting: signed and kept; it goes out when the broker is there again */
    broker: Type.Union([Type.Literal('connected'), Type.Literal('waiting')]),
    sentence: Sentence,
  },
  strict,
);
export type Stopped = Static<typeof Stopped>;

/** "Hết khẩn cấp": what of it was ended, by name. */
export const AllClearGiven = Type.Object(
  {
    airings: Count,
    airingIds: List(Id),
    titles: List(Type.String()),
    broker: Type.Union([Type.Literal('connected'), Type.Literal('waiting')]),
    sentence: Sentence,
  },
  strict,
);
export type AllClearGiven = Static<typeof AllClearGiven>;
