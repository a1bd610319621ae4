// Joins the use-cases that src/http is given, in three groups: what is said, when it airs, who hears of it.
// It must never know routes, SQL, MQTT or audio: only ports; nor beats, which are index.ts's.
import { makeAirings } from './airing/airings.ts';
import { makeAllClear } from './airing/all-clear.ts';
import type { makeCancelling } from './airing/cancelling.ts';
import { makePlan } from './airing/plan.ts';
import type { makePrecedence } from './airing/precedence.ts';
import { makeSchedules } from './airing/schedules.ts';
import { makeApprovalRules } from './approval/approval-groups.ts';
import { makeSeen } from './approval/approval-seen.ts';
import { makeJudging } from './approval/judging.ts';
import { makeSlips } from './approval/slips.ts';
import { makeAssignments } from './assign/assignments.ts';
import { makeBulletins } from './bulletins/bulletins.ts';
import { makeCompositions } from './bulletins/compositions.ts';
import type { Making } from './bulletins/making.ts';
import { makeMakings } from './bulletins/makings.ts';
import { removing } from './bulletins/removing.ts';
import { makeWants } from './bulletins/wants.ts';
import { makeWithdrawing } from './bulletins/withdrawing.ts';
import { makeSpecialDays } from './calendar/special-days.ts';
import type { Deps } from './deps.ts';
import type { Services } from './door.ts';
import { makeFeeds } from './feeds/feeds.ts';
import { makeSummaries } from './feeds/summaries.ts';
import { makeFrames } from './frames/all-frames.ts';
import { joinLanguages } from './languages/joined.ts';
import { makeNoticeStandings } from './notices/notice-standings.ts';
import { makeNoticeTemplates } from './notices/notice-templates.ts';
import { makeNotices } from './notices/notices.ts';
import { makeOnce } from './once.ts';
import { makeAccounts } from './people/accounts.ts';
import { makePersonalDesk } from './personal/personal-desk.ts';
import { makeAreas } from './poles/areas.ts';
import type { PoleServices } from './poles/pole-door.ts';
import { makeProgrammes } from './programmes/programmes.ts';
import { makePublicDesk } from './public/public-desk.ts';
import { makePublicPages } from './public/public-pages.ts';
import { makeReports } from './public/reports.ts';
import { makeComparing } from './reading/comparing.ts';
import { makeCorrections } from './reading/corrections.ts';
import { makeDocuments } from './reading/documents.ts';
import type { Endings } from './reading/ending.ts';
import { makeLexiconUses } from './reading/lexicon-uses.ts';
import { makeLexicons } from './reading/lexicons.ts';
import { makeReadings } from './reading/readings.ts';
import { makeScripts } from './reading/scripts.ts';
import { makeSettlements } from './reading/settlements.ts';
import { makeStatuses } from './reading/statuses.ts';
import { makeAreaEdits } from './records/area-edits.ts';
import { makeDeadlines } from './records/deadlines.ts';
import { makeRecords } from './records/records.ts';
import { makeSchemes } from './records/schemes.ts';
import { makeOverrides } from './regulation/overrides.ts';
import { makeAirtimes } from './rehearsal/airtimes.ts';
import { makeConflicts } from './rehearsal/conflicts.ts';
import { makeRehearsals } from './rehearsal/rehearsals.ts';
import { makeUses } from './rehearsal/uses.ts';
import { makeHearings } from './sound/hearings.ts';
import { makeRecordings } from './sound/recordings.ts';
import { makeDeliveries } from './told/deliveries.ts';
import { makeContacts } from './told/told-contacts.ts';
import { makeInbox } from './told/told-inbox.ts';
import { makeToldSettings } from './told/told-settings.ts';
import { makeWebhookUses } from './told/webhooks.ts';
import { keptHome } from './voices/retaking.ts';
import { joinVoices } from './voices/voices.ts';
import { makeAudit, makeEvents, makeHealth, makeSimulation } from './watching.ts';
import type { makePolicies } from './wire/policy.ts';

/** The inner rooms that more than one use-case needs. */
export type Inner = {
  making: Making;
  policies: ReturnType<typeof makePolicies>;
  cancelling: ReturnType<typeof makeCancelling>;
  endings: Endings;
  precedence: ReturnType<typeof makePrecedence>;
};

type Joined = Omit<Services, 'session' | 'source' | 'podcasts' | 'sites' | keyof PoleServices>;

export function joinServices(deps: Deps, inner: Inner): Joined {
  return {
    ...whatIsSaid(deps, inner),
    ...whenItAirs(deps, inner),
    ...whoHearsOfIt(deps, inner),
  };
}

/** From texts to approved sound. */
function whatIsSaid(deps: Deps, inner: Inner) {
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
  };
}

function whenItAirs(deps: Deps, inner: Inner) {
  const schedules = makeSchedules({ deps, cancelling: inner.cancelling });
  return {
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
  };
}

/** Villagers, other systems, and those who look after it. */
function whoHearsOfIt(deps: Deps, inner: Inner) {
  return {
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
