// What people are told and how: each person's list and settings, deliveries, webhooks.
// It must never hold a push subscription's keys, nor a webhook's secret but once.
import { type Static, Type } from 'typebox';
import { Count, Id, List, Ms, Nullable, Sentence, strict } from './common.ts';

const oneOf = <const T extends readonly string[]>(...names: T) =>
  Type.Unsafe<T[number]>(Type.Union(names.map((name) => Type.Literal(name))));

export const Kind = oneOf(
  'approval-wanted',
  'standing-used',
  'bulletin-approved',
  'bulletin-returned',
  'bulletin-withdrawn',
  'bulletin-failed',
  'change-wanted',
  'want-answered',
  'airing-hindered',
  'emergency-out',
  'stopped',
  'airing-failed',
  'document-ended',
  'assignment-given',
  'assignment-reminder',
  'all-clear',
  'airing-missed',
  'order-wanted',
  'rehearsal-found',
  'override-wanted',
  'override-decided',
  'assignment-declined',
  'speaker-silent',
  'speaker-back',
  'sim-renewal',
  'report-received',
  'notice-not-said',
  'recording-due',
  'recording-sent',
  'recording-confirmed',
  'recording-returned',
  'programme-broken',
  'disk-low',
  'report-due',
  'source-arrived',
  'source-refused',
  'source-emergency',
  'source-trusted',
);
export type Kind = Static<typeof Kind>;
const Outer = oneOf('push', 'mail', 'sms');
export type Outer = Static<typeof Outer>;
const Channel = oneOf('app', 'push', 'mail', 'sms');
export type Channel = Static<typeof Channel>;

const shown = {
  channel: oneOf('push', 'mail', 'sms', 'webhook'),
  state: oneOf('waiting', 'sent', 'delivered', 'failed'),
  reason: Nullable(Type.String()),
  detail: Nullable(Type.String({ description: 'a code of the receiver’s, e.g. 550' })),
  tries: Count,
  changedAtMs: Ms,
  nextAtMs: Nullable(Ms),
};
export const DeliveryShown = Type.Object(shown, strict);
export type DeliveryShown = Static<typeof DeliveryShown>;

export const ToldOne = Type.Object(
  {
    id: Id,
    kind: Kind,
    tenantId: Id,
    urgent: Type.Boolean(),
    count: Count,
    title: Sentence,
    body: Sentence,
    link: Type.String({ description: 'the screen, from # on' }),
    atMs: Ms,
    readAtMs: Nullable(Ms),
    deliveries: List(DeliveryShown),
  },
  strict,
);
export type ToldOne = Static<typeof ToldOne>;
export const ToldList = Type.Object({ told: List(ToldOne), unread: Count }, strict);
export type ToldList = Static<typeof ToldList>;
export const ToldQuery = Type.Object(
  {
    beforeId: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 30 })),
  },
  strict,
);
export const ReadWish = Type.Object({ upToId: Id }, strict);
export const Unread = Type.Object({ unread: Count }, strict);
export type Unread = Static<typeof Unread>;

const Contact = Type.Object(
  { ready: Type.Boolean(), address: Nullable(Type.String()), verified: Type.Boolean() },
  strict,
);
const Minute = Type.Integer({ minimum: 0, maximum: 1_440 });
const Quiet = Nullable(Type.Object({ fromMinute: Minute, toMinute: Minute }, strict));
const Language = oneOf('vi', 'en');

export const ToldSettings = Type.Object(
  {
    push: Type.Object(
      {
        ready: Type.Boolean(),
        publicKey: Type.String({ description: 'applicationServerKey of PushManager.subscribe' }),
        devices: List(
          Type.Object(
            { id: Id, label: Type.String(), service: Type.String(), madeAtMs: Ms },
            strict,
          ),
        ),
      },
      strict,
    ),
    mail: Contact,
    sms: Contact,
    kinds: List(
      Type.Object({ kind: Kind, addressed: Type.Boolean(), channels: List(Channel) }, strict),
    ),
    quiet: Quiet,
    language: Language,
    plainSms: Type.Boolean(),
    perHourMax: Count,
  },
  strict,
);
export type ToldSettings = Static<typeof ToldSettings>;
export const ToldWish = Type.Object(
  {
    choices: Type.Array(
      Type.Object({ kind: Kind, channels: Type.Array(Channel, { maxItems: 4 }) }, strict),
      // one for each kind there is, and room for those to come
      { maxItems: 30 },
    ),
    quiet: Quiet,
    language: Language,
    plainSms: Type.Boolean(),
  },
  strict,
);
export type ToldWish = Static<typeof ToldWish>;

/** P-256 point and 16 bytes, base64url (RFC 8291 §2): nothing else is a browser's. */
export const NewDevice = Type.Object(
  {
    endpoint: Type.String({ minLength: 10, maxLength: 1_000 }),
    p256dh: Type.String({ pattern: '^[A-Za-z0-9_-]{86,88}=?$' }),
    auth: Type.String({ pattern: '^[A-Za-z0-9_-]{22,24}={0,2}$' }),
    label: Type.String({ minLength: 1, maxLength: 200 }),
  },
  strict,
);
export type NewDevice = Static<typeof NewDevice>;
const Contactable = oneOf('mail', 'sms');
export const NewContact = Type.Object(
  { channel: Contactable, address: Type.String({ minLength: 3, maxLength: 254 }) },
  strict,
);
export type NewContact = Static<typeof NewContact>;
export const ByContact = Type.Object({ channel: Contactable }, strict);
export const CodeGiven = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 20 }) },
  strict,
);
export const TrialWish = Type.Object({ channel: Outer }, strict);
export const Reached = Type.Object(
  { ok: Type.Boolean(), reason: Nullable(Type.String()), detail: Nullable(Type.String()) },
  strict,
);
export type Reached = Static<typeof Reached>;

export const DeliveryOne = Type.Object(
  {
    id: Id,
    notificationId: Id,
    kind: Kind,
    count: Count,
    ...shown,
    madeAtMs: Ms,
    fullName: Nullable(Type.String()),
  },
  strict,
);
export const DeliveryList = Type.Object({ deliveries: List(DeliveryOne) }, strict);
export type DeliveryList = Static<typeof DeliveryList>;
export const DeliveryQuery = Type.Object(
  {
    beforeId: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
  },
  strict,
);

export const Webhook = Type.Object(
  {
    id: Id,
    tenantId: Id,
    url: Type.String(),
    kinds: List(Kind),
    madeAtMs: Ms,
    last: Nullable(DeliveryShown),
  },
  strict,
);
export type Webhook = Static<typeof Webhook>;
export const WebhookList = Type.Object({ webhooks: List(Webhook) }, strict);
export type WebhookList = Static<typeof WebhookList>;
export const NewWebhook = Type.Object(
  {
    url: Type.String({ minLength: 10, maxLength: 500 }),
    kinds: Type.Array(Kind, { minItems: 1, maxItems: 30 }),
  },
  strict,
);
export type NewWebhook = Static<typeof NewWebhook>;
export const WebhookMade = Type.Object(
  { webhook: Webhook, secret: Type.String({ description: 'shown this once' }) },
  strict,
);
export type WebhookMade = Static<typeof WebhookMade>;

/** Whatever a gateway calls its fields: config/sms-gateway.json says which two are read. */
export const SmsReport = Type.Record(
  Type.String({ maxLength: 60 }),
  Type.Union([Type.String({ maxLength: 500 }), Type.Number(), Type.Boolean(), Type.Null()]),
  { maxProperties: 30 },
);
export const SmsReportQuery = Type.Object(
  { secret: Type.String({ minLength: 1, maxLength: 200 }) },
  strict,
);
