// The wire as an AsyncAPI 3 document, made from the schemas: for makers' tools (devices/asyncapi.json).
// It must never say anything the schemas and topics do not say.
import type { TSchema } from 'typebox';
import {
  AckOrder,
  CancelOrder,
  CommandOrder,
  InstallOrder,
  PlayOrder,
  PolicyOrder,
  StopOrder,
  TimeOrder,
} from './orders.ts';
import {
  CommandedReceipt,
  FinishedReceipt,
  RefusedReceipt,
  StartedReceipt,
  StoredReceipt,
} from './receipts.ts';
import { ClockQuestion, Repair, Status } from './reports.ts';
import { SLUG, topics } from './topics.ts';

const SEALED = 'application/vnd.vangxa.sealed+json'; // the envelope of PROTOCOL.md §4 around the body
const PLAIN = 'application/json';
const BINARY = 'application/octet-stream';

type Way = 'receive' | 'send';
type Channel = {
  name: string;
  address: string;
  way: Way;
  qos: 0 | 1;
  retain?: boolean;
  summary: string;
  messages: Readonly<Record<string, { contentType: string; payload: TSchema | { type: string } }>>;
};

const sealed = (payload: TSchema) => ({ contentType: SEALED, payload });
const plain = (payload: TSchema) => ({ contentType: PLAIN, payload });
const orders = {
  play: sealed(PlayOrder),
  cancel: sealed(CancelOrder),
  stop: sealed(StopOrder),
};

/** Seen from the loudspeaker: it receives what goes down and sends what goes up. */
const CHANNELS: readonly Channel[] = [
  {
    name: 'speakerOrder',
    address: topics.speakerOrder('{speakerId}'),
    way: 'receive',
    qos: 1,
    summary: 'orders for one speaker',
    messages: {
      ...orders,
      policy: sealed(PolicyOrder),
      command: sealed(CommandOrder),
      install: sealed(InstallOrder),
      ack: sealed(AckOrder),
    },
  },
  {
    name: 'areaOrder',
    address: topics.areaOrder('{areaCode}'),
    way: 'receive',
    qos: 1,
    summary: 'orders for every speaker of an area',
    messages: orders,
  },
  {
    name: 'stream',
    address: topics.stream('{tenant}', '{streamId}'),
    way: 'receive',
    qos: 0,
    summary: 'the chunks of one stream',
    messages: { chunk: { contentType: BINARY, payload: { type: 'string' } } },
  },
  {
    name: 'speakerTime',
    address: topics.speakerTime('{speakerId}'),
    way: 'receive',
    qos: 0,
    summary: 'answers to clock questions',
    messages: { time: sealed(TimeOrder) },
  },
  {
    name: 'status',
    address: topics.report('{speakerId}', 'status'),
    way: 'send',
    qos: 1,
    retain: true,
    summary: 'presence and holdings; the last will says online: false',
    messages: { status: plain(Status) },
  },
  {
    name: 'clock',
    address: topics.report('{speakerId}', 'clock'),
    way: 'send',
    qos: 0,
    summary: 'what time is it?',
    messages: { clock: plain(ClockQuestion) },
  },
  {
    name: 'repair',
    address: topics.report('{speakerId}', 'repair'),
    way: 'send',
    qos: 0,
    summary: 'chunks that are missing',
    messages: { repair: plain(Repair) },
  },
  {
    name: 'receipt',
    address: topics.report('{speakerId}', 'receipt'),
    way: 'send',
    qos: 1,
    summary: 'what was stored, played, refused or done, sealed by the unit',
    messages: {
      stored: sealed(StoredReceipt),
      started: sealed(StartedReceipt),
      finished: sealed(FinishedReceipt),
      refused: sealed(RefusedReceipt),
      commanded: sealed(CommandedReceipt),
    },
  },
];

/** Plain JSON, the same at every call. */
export function asyncApi(): Record<string, unknown> {
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'Vang Xa: loudspeakers over MQTT 3.1.1',
      version: '1.0.0',
      description: 'Made from the schemas; devices/PROTOCOL.md is the text to read.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: PLAIN,
    channels: Object.fromEntries(CHANNELS.map((one) => [one.name, channelOf(one)])),
    operations: Object.fromEntries(CHANNELS.map((one) => [one.name, operationOf(one)])),
    components: {
      messages: Object.assign({}, ...CHANNELS.map((one) => one.messages)),
    },
  };
  return JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
}

function channelOf({ address, summary, messages }: Channel) {
  const names = [...address.matchAll(/\{(\w+)\}/g)].map((found) => found[1] as string);
  const description = `matches ${SLUG.source}`;
  return {
    address,
    summary,
    parameters: Object.fromEntries(
      names.map((name) => [name, name === 'streamId' ? {} : { description }]),
    ),
    messages: Object.fromEntries(
      Object.keys(messages).map((name) => [name, { $ref: `#/components/messages/${name}` }]),
    ),
  };
}

function operationOf({ name, way, qos, retain = false }: Channel) {
  return {
    action: way,
    channel: { $ref: `#/channels/${name}` },
    bindings: { mqtt: { qos, retain } },
  };
}
