// Joins the use-cases: the door that src/http is given, and the inner doors that src/main.ts drives.
// It must never know routes, SQL, MQTT or audio: only ports.
import { type Access, makeAccess } from './access.ts';
import { makeAirings } from './airing/airings.ts';
import { makeAllClear } from './airing/all-clear.ts';
import { makeCancelling } from './airing/cancelling.ts';
import { makeClosing } from './airing/closing.ts';
import { makeEscalating } from './airing/escalating.ts';
import { makePlan } from './airing/plan.ts';
import { makePlanning } from './airing/planning.ts';
import { makePrecedence } from './airing/precedence.ts';
import { makeSchedules } from './airing/schedules.ts';
import { makeApprovalRules } from './approval/approval-groups.ts';
import { makeSeen } from './approval/approval-seen.ts';
import { makeJudging } from './approval/judging.ts';
import { makeSlips } from './approval/slips.ts';
import { makeAssignments } from './assign/assignments.ts';
import { makeBeat } from './beat.ts';
import { makeBulletins } from './bulletins/bulletins.ts';
import { makeCompositions } from './bulletins/compositions.ts';
import { type Making, makeMaking } from './bulletins/making.ts';
import { makeMakings } from './bulletins/makings.ts';
import { removing } from './bulletins/removing.ts';
import { makeSoundKeeping } from './bulletins/sound-keeping.ts';
import { makeWants } from './bulletins/wants.ts';
import { makeWithdrawing } from './bulletins/withdrawing.ts';
import { makeSpecialDays } from './calendar/special-days.ts';
import type { Deps } from './deps.ts';
import type { Services } from './door.ts';
import { makeFeeds } from './feeds/feeds.ts';
import { makeSummaries } from './feeds/summaries.ts';
import { makeFrames } from './frames/all-frames.ts';
import { makeHeartbeat } from './heartbeat.ts';
import { joinLanguages } from './languages/joined.ts';
import { makeOverdue } from './languages/overdue.ts';
import { followOriginals, goOn } from './notices/notice-sounded.ts';
import { makeNoticeStandings } from './notices/notice-standings.ts';
import { makeNoticeTemplates } from './notices/notice-templates.ts';
import { makeNotices } from './notices/notices.ts';
import { makeOnce } from './once.ts';
import { makeAccounts } from './people/accounts.ts';
import { makeFirstDay, offerSetUp } from './people/first-day.ts';
import { makePasswords, type Passwords } from './people/passwords.ts';
import { makeSession } from './people/session.ts';
import { makeThrottle } from './people/throttle.ts';
import { makePersonalDesk } from './personal/personal-desk.ts';
import { makePodcasts } from './podcast/podcasts.ts';
import { makeAreas } from './poles/areas.ts';
import type { Incidents } from './poles/incidents.ts';
import type { PoleServices } from './poles/pole-door.ts';
import { joinPoles } from './poles/poles.ts';
import type { WireEvents } from './ports.ts';
import { editionSounded } from './programmes/approving.ts';
import { makeHolding } from './programmes/holding.ts';
import { makeProgrammes } from './programmes/programmes.ts';
import { makePublicDesk } from './public/public-desk.ts';
import { makePublicPages } from './public/public-pages.ts';
import { makeReports } from './public/reports.ts';
import { makeComparing } from './reading/comparing.ts';
import { makeCorrections } from './reading/corrections.ts';
import { makeDocuments } from './reading/documents.ts';
import { type Endings, makeEndings } from './reading/ending.ts';
import { makeLexiconUses } from './reading/lexicon-uses.ts';
import { makeLexicons } from './reading/lexicons.ts';
import { makeReadings } from './reading/readings.ts';
import { makeScripts } from './reading/scripts.ts';
import { makeSettlements } from './reading/settlements.ts';
import { makeStatuses } from './reading/statuses.ts';
import { makeAreaEdits } from './records/area-edits.ts';
import { makeDeadlines, makeReminders } from './records/deadlines.ts';
import { makeRecords } from './records/records.ts';
import { makeSchemes } from './records/schemes.ts';
import { makeOverrides } from './regulation/overrides.ts';
import { makeAirtimes } from './rehearsal/airtimes.ts';
import { makeConflicts } from './rehearsal/conflicts.ts';
import { makeEvenings } from './rehearsal/evenings.ts';
import { makeRehearsals } from './rehearsal/rehearsals.ts';
import { makeUses } from './rehearsal/uses.ts';
import { makeHearings } from './sound/hearings.ts';
import { makeRecordings } from './sound/recordings.ts';
import type { SourceRoom } from './source/source.ts';
import { makeSource } from './source/source.ts';
import { makeDeliveries } from './told/deliveries.ts';
import { makeNotifications, type Notifications } from './told/notifications.ts';
import { makeContacts } from './told/told-contacts.ts';
import { makeInbox } from './told/told-inbox.ts';
import { makeToldSettings } from './told/told-settings.ts';
import { makeWebhookUses } from './told/webhooks.ts';
import { keptHome } from './voices/retaking.ts';
import { joinVoices } from './voices/voices.ts';
import { makeAudit, makeEvents, makeHealth, makeSimulation } from './watching.ts';
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
  const making = makeMaking(deps, (bulletinId) => {
    if (!editionSounded(deps, holding, bulletinId)) goOn(deps, bulletinId);
  });
  followOriginals(deps);
  const outbox = makeOutbox(deps);
  const policies = makePolicies(deps, outbox);
  const cancelling = makeCancelling(deps, outbox);
  const endings = makeEndings({ deps, cancelling });
  const holding = makeHolding({ deps, cancelling });
  const precedence = makePrecedence({ deps, cancelling });
  const notifications = makeNotifications(deps);
  const source = makeSource({ deps, making, cancelling });
  const presence = makePresence(deps);
  const farewell = makeFarewell({ deps, outbox, presence });
  const poles = joinPoles({ deps, outbox, policies, cancelling, presence, farewell });
  const { incidents, vitals } = poles;
  const [evenings, podcasts] = [makeEvenings(deps), makePodcasts(deps)];
  const keeping = makeSoundKeeping(deps);
  const closing = makeClosing(deps, vitals.closed);
  const planning = makePlanning(deps);
  const escalating = makeEscalating(deps);
  const sending = makeSending({ deps, closing, cancelling });
  const repairs = makeRepairs({ deps, sending });
  const acks = makeAcks(deps, outbox);
  const receipts = makeReceipts({ deps, acks, closing, incidents, vitals });
  const reminders = makeReminders(deps);
  const overdue = makeOverdue(deps);
  const people = { deps, passwords, throttle: makeThrottle(deps.clock.monoMs) };
  // the plan comes before what only looks on
  const beat = makeBeat(deps.log, {
    ...{ presence: presence.flush, endings: endings.look, source: source.look },
    holding: holding.look,
    ...{ planning: planning.look, precedence: precedence.look, sending: sending.look },
    ...{ closing: closing.look, escalating: escalating.look, vitals: vitals.look },
    ...{
      overdue: overdue.look,
      reminders: reminders.look,
      making: making.resume,
      notifications: notifications.look,
    },
    ...{ evenings: () => void evenings.look(), keeping: keeping.look, podcasts: podcasts.look },
  });
  const events: WireEvents = { ...poles.events, receipt: receipts.take, repair: repairs.ask };
  const heartbeat = makeHeartbeat({ beat, clock: deps.clock, log: deps.log });
  return {
    services: {
      session: { ...makeSession(people), ...makeFirstDay(people) },
      source: source.desk,
      podcasts,
      ...poles.services,
      ...joinServices(deps, { making, policies, cancelling, endings, precedence }),
    },
    events,
    access: makeAccess(deps),
    incidents,
    notifications,
    source,
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
      await Promise.all([sending.stop(), making.stop(), repairs.stop(), keeping.stop()]);
      await podcasts.stop();
      notifications.stop();
      source.stop();
      holding.stop();
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
  endings: Endings;
  precedence: ReturnType<typeof makePrecedence>;
};

function joinServices(
  deps: Deps,
  inner: Inner,
): Omit<Services, 'session' | 'source' | 'podcasts' | 'sites' | keyof PoleServices> {
  const schedules = makeSchedules({ deps, cancelling: inner.cancelling });
  return {
    accounts: makeAccounts(deps),
    areas: makeAreas({ deps, policies: inner.policies }),
    documents: {
      ...makeDocuments(deps),
      ...makeStatuses(deps, inner.endings),
      ...makeCorrections({ deps, ...inner }),
    },
    scripts: { ...makeScripts(deps), ...makeSettlements(deps), ...makeComparing(deps) },
    readings: makeReadings(deps),
    lexicons: { ...makeLexicons(deps), ...makeLexiconUses(deps) },
    bulletins: {
      ...makeBulletins({ deps, ...inner }),
      ...makeJudging(deps),
      remove: removing(deps),
    },
    makings: makeMakings({ deps, ...inner }),
    recordings: makeRecordings({ deps, ...inner }),
    voices: joinVoices({ deps, ...inner }),
    ...joinLanguages({ deps, ...inner }),
    compositions: makeCompositions({ deps, ...inner }),
    assignments: makeAssignments({ deps, cancelling: inner.cancelling }),
    precedence: inner.precedence,
    approving: {
      ...makeSeen(deps),
      ...makeWants(deps),
      ...makeWithdrawing({ deps, cancelling: inner.cancelling }),
    },
    approvalRules: makeApprovalRules(deps),
    slips: makeSlips(deps),
    notices: {
      ...makeNotices({ deps, making: inner.making }),
      ...makeNoticeTemplates(deps),
      ...makeNoticeStandings(deps),
    },
    frames: makeFrames({ deps, ...inner }),
    overrides: makeOverrides(deps),
    schedules,
    programmes: makeProgrammes({ deps, ...inner, schedules }),
    specialDays: makeSpecialDays({ deps, cancelling: inner.cancelling }),
    plan: makePlan(deps),
    foresight: {
      ...makeConflicts(deps),
      ...makeAirtimes(deps),
      ...makeUses({ deps, lexicons: makeLexiconUses(deps) }),
    },
    rehearsals: makeRehearsals(deps),
    airings: {
      ...makeAirings({ deps, cancelling: inner.cancelling }),
      ...makeAllClear({ deps, cancelling: inner.cancelling }),
    },
    summaries: makeSummaries(deps),
    feeds: makeFeeds(deps),
    publicPages: makePublicPages(deps),
    publicDesk: keptHome({ deps, ...inner }, makePublicDesk(deps)),
    personalDesk: makePersonalDesk(deps),
    hearings: makeHearings(deps),
    reports: makeReports(deps),
    records: { ...makeRecords(deps), ...makeDeadlines(deps) },
    schemes: makeSchemes(deps),
    areaEdits: makeAreaEdits(deps),
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
