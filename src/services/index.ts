// Joins the use-cases: the door that src/http is given, and the inner doors that src/main.ts drives.
// It must never know routes, SQL, MQTT or audio: only ports.
import { type Access, makeAccess } from './access.ts';
import { makeCancelling } from './airing/cancelling.ts';
import { makeClosing } from './airing/closing.ts';
import { makeEscalating } from './airing/escalating.ts';
import { makePlanning } from './airing/planning.ts';
import { makePrecedence } from './airing/precedence.ts';
import { makeBeat } from './beat.ts';
import { type Making, makeMaking } from './bulletins/making.ts';
import { makeSoundKeeping } from './bulletins/sound-keeping.ts';
import type { Deps } from './deps.ts';
import type { Services } from './door.ts';
import { makeHeartbeat } from './heartbeat.ts';
import { joinServices } from './join-services.ts';
import { makeOverdue } from './languages/overdue.ts';
import { followOriginals, goOn } from './notices/notice-sounded.ts';
import { makeFirstDay, offerSetUp } from './people/first-day.ts';
import { makePasswords, type Passwords } from './people/passwords.ts';
import { makeSession } from './people/session.ts';
import { makeThrottle } from './people/throttle.ts';
import { makePodcasts } from './podcast/podcasts.ts';
import type { Incidents } from './poles/incidents.ts';
import { joinPoles } from './poles/poles.ts';
import type { WireEvents } from './ports.ts';
import { editionSounded } from './programmes/approving.ts';
import { makeHolding } from './programmes/holding.ts';
import { makeEndings } from './reading/ending.ts';
import { makeReminders } from './records/deadlines.ts';
import { makeEvenings } from './rehearsal/evenings.ts';
import type { SourceRoom } from './source/source.ts';
import { makeSource } from './source/source.ts';
import { makeNotifications, type Notifications } from './told/notifications.ts';
import { makeAcks } from './wire/acks.ts';
import { makeFarewell } from './wire/farewell.ts';
import { forgetPresence } from './wire/hello.ts';
import { makeOutbox } from './wire/outbox.ts';
import { makePolicies } from './wire/policy.ts';
import { makePresence } from './wire/presence.ts';
import { makeReceipts } from './wire/receipts.ts';
import { makeRepairs } from './wire/repairs.ts';
import { makeSending } from './wire/sending.ts';

export type { Deps, Terms } from './deps.ts';
export type { Services } from './door.ts';

/** All of it; `passwords` is given by tests, which cannot spend a fifth of a second on each. */
export type House = {
  services: Services;
  events: WireEvents;
  access: Access;
  incidents: Incidents;
  notifications: Notifications;
  source: SourceRoom;
  /** one beat; the heartbeat does this every second */
  beat(): Promise<void>;
  /** the token of the set-up link, when there is no account yet */
  offerSetUp(): string | null;
  /** forgets who was there, then lets reports in: in that order, or who has just said hello is forgotten */
  listen(begin: (events: WireEvents) => void): void;
  start(): void;
  stop(): Promise<void>;
};

export function joinHouse(deps: Deps, passwords: Passwords = makePasswords()): House {
  const rooms = joinRooms(deps);
  const { making, cancelling, poles, presence, podcasts, source } = rooms;
  const beat = beatOf(deps, rooms);
  const heartbeat = makeHeartbeat({ beat, clock: deps.clock, log: deps.log });
  const events = { ...poles.events, receipt: rooms.receipts.take, repair: rooms.repairs.ask };
  const people = { deps, passwords, throttle: makeThrottle(deps.clock.monoMs) };
  return {
    services: {
      session: { ...makeSession(people), ...makeFirstDay(people) },
      source: source.desk,
      podcasts,
      ...poles.services,
      ...joinServices(deps, rooms),
    },
    events,
    access: makeAccess(deps),
    incidents: poles.incidents,
    notifications: rooms.notifications,
    source,
    beat,
    offerSetUp: () => offerSetUp({ deps }),
    listen(begin) {
      forgetPresence(deps);
      presence.forget();
      begin(events);
    },
    start() {
      // a row that stumbles keeps no village silent: the heart beats first, and each goes on by itself
      heartbeat.start();
      for (const room of [cancelling, poles, making]) {
        try {
          room.resume();
        } catch (error) {
          deps.log.error({ err: error }, 'what an earlier run left could not be gone on with');
        }
      }
    },
    async stop() {
      await heartbeat.stop();
      await stopAll(rooms);
    },
  };
}

type Rooms = ReturnType<typeof joinRooms>;

function joinRooms(deps: Deps) {
  followOriginals(deps);
  const outbox = makeOutbox(deps);
  const policies = makePolicies(deps, outbox);
  const cancelling = makeCancelling(deps, outbox);
  const making: Making = makeMaking({ deps, cancelling }, (bulletinId) => {
    if (!editionSounded(deps, holding, bulletinId)) goOn(deps, bulletinId);
  });
  const endings = makeEndings({ deps, cancelling });
  const holding = makeHolding({ deps, making, cancelling });
  const precedence = makePrecedence({ deps, cancelling });
  const notifications = makeNotifications(deps);
  const source = makeSource({ deps, making, cancelling });
  const presence = makePresence(deps);
  const farewell = makeFarewell({ deps, outbox, presence });
  const poles = joinPoles({ deps, outbox, policies, cancelling, presence, farewell });
  const { incidents, vitals } = poles;
  const closing = makeClosing(deps, vitals.closed);
  const sending = makeSending({ deps, closing, cancelling });
  const repairs = makeRepairs({ deps, sending });
  const acks = makeAcks(deps, outbox);
  const receipts = makeReceipts({ deps, acks, closing, incidents, vitals });
  return {
    ...{ making, outbox, policies, cancelling, endings, holding, precedence, notifications },
    ...{ source, presence, poles, closing, sending, repairs, receipts },
    ...{ planning: makePlanning(deps), escalating: makeEscalating(deps) },
    ...{ reminders: makeReminders(deps), overdue: makeOverdue(deps) },
    ...{ evenings: makeEvenings(deps), podcasts: makePodcasts(deps) },
    keeping: makeSoundKeeping(deps, source.clipsReady),
  };
}

/** The plan comes before what only looks on. */
function beatOf(deps: Deps, rooms: Rooms): () => Promise<void> {
  const { evenings, poles } = rooms;
  return makeBeat(deps.log, {
    presence: rooms.presence.flush,
    endings: rooms.endings.look,
    source: rooms.source.look,
    holding: rooms.holding.look,
    planning: rooms.planning.look,
    precedence: rooms.precedence.look,
    sending: rooms.sending.look,
    closing: rooms.closing.look,
    escalating: rooms.escalating.look,
    vitals: poles.vitals.look,
    overdue: rooms.overdue.look,
    reminders: rooms.reminders.look,
    making: rooms.making.resume,
    notifications: rooms.notifications.look,
    evenings: () => void evenings.look(),
    keeping: rooms.keeping.look,
    podcasts: rooms.podcasts.look,
  });
}

async function stopAll(rooms: Rooms): Promise<void> {
  rooms.planning.stop();
  const { sending, making, repairs, keeping } = rooms;
  await Promise.all([sending.stop(), making.stop(), repairs.stop(), keeping.stop()]);
  await rooms.podcasts.stop();
  rooms.notifications.stop();
  rooms.source.stop();
  rooms.holding.stop();
  rooms.receipts.flush();
  rooms.presence.flush();
  rooms.outbox.stop();
}
