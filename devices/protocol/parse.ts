// The door every foreign body passes: compiled schemas and what a schema alone cannot say.
// It must never know who sent a body, nor throw on any bytes.
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Enrolment } from './enrolment.ts';
import { keyIdOf } from './envelope.ts';
import { DIGEST_BYTES } from './frame.ts';
import {
  AckOrder,
  CancelOrder,
  CommandOrder,
  InstallOrder,
  type Order,
  PlayOrder,
  PolicyOrder,
  StopOrder,
  TimeOrder,
} from './orders.ts';
import {
  CommandedReceipt,
  FinishedReceipt,
  type Receipt,
  RefusedReceipt,
  StartedReceipt,
  StoredReceipt,
} from './receipts.ts';
import { ClockQuestion, Repair, Status } from './reports.ts';

export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: string };

/** Plain JSON reports (status, repair, clock): 500 held streams of 64 letters, and room to spare. */
export const REPORT_MAX_BYTES = 64 * 1024;
/** A problem is for one log line, never an echo of somebody's message. */
const PROBLEM_MAX = 200;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes of a plain JSON report → body; `undefined` when they are too long, no UTF-8 or no JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length > REPORT_MAX_BYTES) return undefined;
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}

export function parseOrder(body: unknown): Parsed<Order> {
  const parsed = byTag(orders, 'kind', body) as Parsed<Order>;
  if (!parsed.ok) return parsed;
  const problem = orderProblem(parsed.value);
  return problem === null ? parsed : { ok: false, problem };
}

export function parseReceipt(body: unknown): Parsed<Receipt> {
  return byTag(receipts, 'event', body) as Parsed<Receipt>;
}

export const parseStatus = doorOf(Status);
export const parseClockQuestion = doorOf(ClockQuestion);
/** The body of a sealed answer to a clock question. */
export const parseTime = doorOf(TimeOrder);

const checkRepair = doorOf(Repair);
export function parseRepair(body: unknown): Parsed<Repair> {
  const parsed = checkRepair(body);
  if (parsed.ok && parsed.value.ranges.some(([from, to]) => from > to))
    return { ok: false, problem: '/ranges: a range ends before it begins' };
  return parsed;
}

const checkEnrolment = doorOf(Enrolment);
export function parseEnrolment(body: unknown): Parsed<Enrolment> {
  const parsed = checkEnrolment(body);
  if (!parsed.ok) return parsed;
  const problem = keysProblem(parsed.value);
  return problem === null ? parsed : { ok: false, problem };
}

const orders = {
  play: doorOf(PlayOrder),
  cancel: doorOf(CancelOrder),
  stop: doorOf(StopOrder),
  policy: doorOf(PolicyOrder),
  command: doorOf(CommandOrder),
  install: doorOf(InstallOrder),
  ack: doorOf(AckOrder),
};
const receipts = {
  stored: doorOf(StoredReceipt),
  started: doorOf(StartedReceipt),
  finished: doorOf(FinishedReceipt),
  refused: doorOf(RefusedReceipt),
  commanded: doorOf(CommandedReceipt),
};

function doorOf<T extends TSchema>(schema: T): (body: unknown) => Parsed<Static<T>> {
  const check = Compile(schema);
  return (body) => {
    if (check.Check(body)) return { ok: true, value: body as Static<T> };
    // The first is the most precise; a failing body always has one, unless the checker has a bug.
    const [first] = check.Errors(body);
    return {
      ok: false,
      problem: `${first?.instancePath}: ${first?.message}`.slice(0, PROBLEM_MAX),
    };
  };
}

/** Chooses the schema by its tag, so that a problem names the field and not "none of four". */
function byTag(
  doors: Readonly<Record<string, (body: unknown) => Parsed<unknown>>>,
  tag: 'kind' | 'event',
  body: unknown,
): Parsed<unknown> {
  const named =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[tag] : undefined;
  const door = typeof named === 'string' && Object.hasOwn(doors, named) ? doors[named] : undefined;
  return door ? door(body) : { ok: false, problem: `/${tag}: unknown` };
}

function orderProblem(order: Order): string | null {
  if (order.expiresAtMs < order.issuedAtMs) return '/expiresAtMs: lies before issuedAtMs';
  if (order.kind === 'policy') return policyProblem(order);
  if (order.kind === 'install') return installProblem(order);
  return order.kind === 'play' ? playProblem(order) : null;
}

function policyProblem({ hours, volumes = [] }: PolicyOrder): string | null {
  if (volumes.some(({ fromMinute, toMinute }) => fromMinute >= toMinute))
    return '/volumes: one ends before it begins (midnight needs two)';
  return hours.windows.some((window) => window.fromMinute >= window.toMinute)
    ? '/hours/windows: a window ends before it begins (midnight needs two)'
    : null;
}

/** A spare that left its name for the same one would install itself for ever. */
function installProblem({ spareId, enrolment }: InstallOrder): string | null {
  if (enrolment.speakerId === spareId) return '/enrolment/speakerId: is the spare itself';
  const problem = keysProblem(enrolment);
  return problem === null ? null : `/enrolment${problem}`;
}

function playProblem(order: PlayOrder): string | null {
  const digests = Buffer.from(order.sound.chunkDigests, 'base64').length;
  if (digests !== order.sound.chunkCount * DIGEST_BYTES)
    return '/sound/chunkDigests: not one of 16 bytes for every chunk';
  return order.to.areas.length + order.to.speakers.length === 0 ? '/to: names nobody' : null;
}

function keysProblem({ keys }: Enrolment): string | null {
  for (const [at, key] of keys.entries()) {
    const raw = Buffer.from(key.publicKey, 'base64');
    if (raw.length !== 32) return `/keys/${at}/publicKey: must be 32 bytes`;
    if (keyIdOf(raw) !== key.keyId) return `/keys/${at}/keyId: is not of this publicKey`;
  }
  return null;
}
