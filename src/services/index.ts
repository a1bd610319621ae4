// Joins the use-cases: the door that src/http is given, and the inner doors that src/main.ts drives.
// It must never know routes, SQL, MQTT or audio: only ports.
import { type Access, makeAccess } from './access.ts';
import { makeAccounts } from './accounts.ts';
import { makeAcks } from './acks.ts';
import { makeAirings } from './airings.ts';
import { makeApprovalRules } from './approval-groups.ts';
import { makeSeen } from './approval-seen.ts';
import { makeAreas } from './areas.ts';
import { makeBulletins } from './bulletins.ts';
import { makeCancelling } from './cancelling.ts';
import { makeClosing } from './closing.ts';
import { makeComparing } from './comparing.ts';
import { makeCompositions } from './compositions.ts';
import { makeDeliveries } from './deliveries.ts';
import type { Deps } from './deps.ts';
import { makeDocuments } from './documents.ts';
import type { Services } from './door.ts';
import { makeFarewell } from './farewell.ts';
import { makeFirstDay, offerSetUp } from './first-day.ts';
import { makeHeartbeat } from './heartbeat.ts';
import { forgetPresence } from './hello.ts';
import type { Incidents } from './incidents.ts';
import { makeJudging } from './judging.ts';
import { makeLexiconUses } from './lexicon-uses.ts';
import { makeLexicons } from './lexicons.ts';
import { type Making, makeMaking } from './making.ts';
import { goOn } from './notice-sounded.ts';
import { makeNoticeStandings } from './notice-standings.ts';
import { makeNoticeTemplates } from './notice-templates.ts';
import { makeNotices } from './notices.ts';
import { makeNotifications, type Notifications } from './notifications.ts';
import { makeOnce } from './once.ts';
import { makeOutbox } from './outbox.ts';
import { makePasswords, type Passwords } from './passwords.ts';
import { makePlan } from './plan.ts';
import { makePlanning } from './planning.ts';
import type { PoleServices } from './pole-door.ts';
import { joinPoles } from './poles.ts';
import { makePolicies } from './policy.ts';
import type { WireEvents } from './ports.ts';
import { makePresence } from './presence.ts';
import { makePublicDesk } from './public-desk.ts';
import { makePublicPages } from './public-pages.ts';
import { makeReadings } from './readings.ts';
import { makeReceipts } from './receipts.ts';
import { makeRepairs } from './repairs.ts';
import { makeReports } from './reports.ts';
import { makeSchedules } from './schedules.ts';
import { makeScripts } from './scripts.ts';
import { makeSending } from './sending.ts';
import { makeSession } from './session.ts';
import { makeSettlements } from './settlements.ts';
import { makeSlips } from './slips.ts';
import { makeStatuses } from './statuses.ts';
import { makeThrottle } from './throttle.ts';
import { makeContacts } from './told-contacts.ts';
import { makeInbox } from './told-inbox.ts';
import { makeToldSettings } from './told-settings.ts';
import { makeAudit, makeEvents, makeHealth, makeSimulation } from './watching.ts';
import { makeWebhookUses } from './webhooks.ts';
import { makeWithdrawing } from './withdrawing.ts';

export type { Deps, Terms } from './deps.ts';
export type { Services } from './door.ts';

/** All of it; `passwords` is given by tests, which cannot spend a fifth of a second on each. */
export type House = {
  services: Services;
  events: WireEvents;
  access: Access;
  incidents: Incidents;
  notifications: Notifications;
  /** one beat; the heartbeat does this every second */
  beat(): Promise<void>;
  /** the token of the set-up link, when there is no account yet */
  offerSetUp(): string | null;
  /** forgets who was there, then lets reports in: in that order, or who has just said hello is forgotten */
  listen(begin: (events: WireEvents) => void): void;
  start(): void;
  stop(): Promise<void>;
};

export function makeServices(deps: Deps, passwords?: Passwords): Services {
  return joinHouse(deps, passwords).services;
}

export function joinHouse(deps: Deps, passwords: Passwords = makePasswords()): House {
  const making = makeMaking(deps, (bulletinId) => goOn(deps, bulletinId));
  const outbox = makeOutbox(deps);
  const policies = makePolicies(deps, outbox);
  const cancelling = makeCancelling(deps, outbox);
  const notifications = makeNotifications(deps);
  const presence = makePresence(deps);
  const farewell = makeFarewell({ deps, outbox, presence });
  const poles = joinPoles({ deps, outbox, policies, cancelling, presence, farewell });
  const { incidents, vitals } = poles;
  const closing = makeClosing(deps, vitals.closed);
  const planning = makePlanning(deps);
  const sending = makeSending({ deps, closing, cancelling });
  const repairs = makeRepairs({ deps, sending });
  const acks = makeAcks(deps, outbox);
  const receipts = makeReceipts({ deps, acks, closing, incidents, vitals });
  const people = { deps, passwords, throttle: makeThrottle(deps.clock.monoMs) };
  // async, so that a fault of the plan is caught where a beat is, and the next beat comes
  const beat = async () => {
    presence.flush();
    planning.look();
    sending.look();
    closing.look();
    vitals.look();
    making.resume();
    notifications.look();
  };
  const events: WireEvents = {
    ...poles.events,
    receipt: receipts.take,
    repair: repairs.ask,
  };
  const heartbeat = makeHeartbeat({ beat, clock: deps.clock, log: deps.log });
  return {
    services: {
      session: { ...makeSession(people), ...makeFirstDay(people) },
      ...poles.services,
      ...joinServices(deps, { making, policies, cancelling }),
    },
    events,
    access: makeAccess(deps),
    incidents,
    notifications,
    beat,
    offerSetUp: () => offerSetUp({ deps }),
    listen(begin) {
      forgetPresence(deps);
      presence.forget();
      begin(events);
    },
    start() {
      cancelling.resume();
      poles.resume();
      heartbeat.start();
      making.resume();
    },
    async stop() {
      await heartbeat.stop();
      planning.stop();
      await Promise.all([sending.stop(), making.stop(), repairs.stop()]);
      notifications.stop();
      receipts.flush();
      presence.flush();
      outbox.stop();
    },
  };
}

type Inner = {
  making: Making;
  policies: ReturnType<typeof makePolicies>;
  cancelling: ReturnType<typeof makeCancelling>;
};

function joinServices(
  deps: Deps,
  inner: Inner,
): Omit<Services, 'session' | 'sites' | keyof PoleServices> {
  return {
    accounts: makeAccounts(deps),
    areas: makeAreas({ deps, policies: inner.policies }),
    documents: { ...makeDocuments(deps), ...makeStatuses(deps) },
    scripts: { ...makeScripts(deps), ...makeSettlements(deps), ...makeComparing(deps) },
    readings: makeReadings(deps),
    lexicons: { ...makeLexicons(deps), ...makeLexiconUses(deps) },
    bulletins: { ...makeBulletins({ deps, ...inner }), ...makeJudging(deps) },
    compositions: makeCompositions({ deps, ...inner }),
    approving: { ...makeSeen(deps), ...makeWithdrawing({ deps, cancelling: inner.cancelling }) },
    approvalRules: makeApprovalRules(deps),
    slips: makeSlips(deps),
    notices: {
      ...makeNotices({ deps, making: inner.making }),
      ...makeNoticeTemplates(deps),
      ...makeNoticeStandings(deps),
    },
    schedules: makeSchedules({ deps, cancelling: inner.cancelling }),
    plan: makePlan(deps),
    airings: makeAirings({ deps, cancelling: inner.cancelling }),
    publicPages: makePublicPages(deps),
    publicDesk: makePublicDesk(deps),
    reports: makeReports(deps),
    told: { ...makeInbox(deps), ...makeToldSettings(deps), ...makeContacts(deps) },
    deliveries: makeDeliveries(deps),
    webhooks: makeWebhookUses(deps),
    audit: makeAudit(deps),
    simulation: makeSimulation(deps),
    health: makeHealth(deps),
    events: makeEvents(deps),
    once: makeOnce(deps),
  };
}
