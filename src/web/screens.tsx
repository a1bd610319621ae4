// Which screen an address names; each is fetched when it is first opened (issue #4, 8: first load ≤ 120 KB).
// It must never know what a screen does.
import type { ComponentChildren } from 'preact';
import { later } from './parts/later.tsx';
import { Page } from './parts/page.tsx';
import type { Route } from './router.ts';
import { firstScreen } from './session.ts';
import { words } from './words.ts';

const Say = later(() => import('./screens/say.tsx').then((m) => m.Say));
const Makings = later(() => import('./screens/sound/makings.tsx').then((m) => m.Makings));
const OneBulletin = later(() => import('./screens/bulletin.tsx').then((m) => m.OneBulletin));
const Notices = later(() => import('./screens/notice/notices.tsx').then((m) => m.Notices));
const MakeNotice = later(() => import('./screens/notice/make.tsx').then((m) => m.MakeNotice));
const SentNotice = later(() =>
  import('./screens/notice/sent-notice.tsx').then((m) => m.SentNotice),
);
const NoticeTemplates = later(() =>
  import('./screens/notice/templates.tsx').then((m) => m.NoticeTemplates),
);
const Standings = later(() => import('./screens/notice/standings.tsx').then((m) => m.Standings));
const Frames = later(() => import('./screens/frames/frames.tsx').then((m) => m.Frames));
const OneFrame = later(() => import('./screens/frames/one-frame.tsx').then((m) => m.OneFrame));
const Documents = later(() => import('./screens/document/documents.tsx').then((m) => m.Documents));
const OneDocument = later(() =>
  import('./screens/document/one-document.tsx').then((m) => m.OneDocument),
);
const Differences = later(() =>
  import('./screens/document/differences.tsx').then((m) => m.Differences),
);
const Editor = later(() => import('./screens/editor/editor.tsx').then((m) => m.Editor));
const ReadingProfile = later(() =>
  import('./screens/reading-profile.tsx').then((m) => m.ReadingProfile),
);
const Lexicon = later(() => import('./screens/lexicon.tsx').then((m) => m.Lexicon));
const Approvals = later(() => import('./screens/approve/list.tsx').then((m) => m.Approvals));
const Approval = later(() => import('./screens/approve/approval.tsx').then((m) => m.Approval));
const Plan = later(() => import('./screens/plan.tsx').then((m) => m.Plan));
const CalendarScreen = later(() =>
  import('./screens/calendar/calendar.tsx').then((m) => m.CalendarScreen),
);
const RehearsalScreen = later(() =>
  import('./screens/plan/rehearsal.tsx').then((m) => m.RehearsalScreen),
);
const NewSchedule = later(() => import('./screens/new-schedule.tsx').then((m) => m.NewSchedule));
const EditSchedule = later(() => import('./screens/new-schedule.tsx').then((m) => m.EditSchedule));
const SpecialDays = later(() =>
  import('./screens/plan/special-days.tsx').then((m) => m.SpecialDays),
);
const Assignments = later(() =>
  import('./screens/assign/assignments.tsx').then((m) => m.Assignments),
);
const OneAssignment = later(() =>
  import('./screens/assign/one-assignment.tsx').then((m) => m.OneAssignment),
);
const GiveBulletin = later(() => import('./screens/assign/give.tsx').then((m) => m.GiveBulletin));
const Programmes = later(() =>
  import('./screens/programmes/programmes.tsx').then((m) => m.Programmes),
);
const ProgrammeTemplates = later(() =>
  import('./screens/programmes/templates.tsx').then((m) => m.Templates),
);
const ProgrammeTemplate = later(() =>
  import('./screens/programmes/templates.tsx').then((m) => m.OneTemplate),
);
const Airing = later(() => import('./screens/airing.tsx').then((m) => m.Airing));
const Speakers = later(() => import('./screens/pole/speakers.tsx').then((m) => m.Speakers));
const Incidents = later(() => import('./screens/pole/incidents.tsx').then((m) => m.Incidents));
const PoleMap = later(() => import('./screens/pole/map.tsx').then((m) => m.PoleMap));
const Spares = later(() => import('./screens/pole/spares.tsx').then((m) => m.Spares));
const OneSpeaker = later(() => import('./screens/pole/one-speaker.tsx').then((m) => m.OneSpeaker));
const SwapUnit = later(() => import('./screens/pole/swap.tsx').then((m) => m.SwapUnit));
const NewSite = later(() => import('./screens/pole/new-site.tsx').then((m) => m.NewSite));
const Told = later(() => import('./screens/told/told.tsx').then((m) => m.Told));
const ToldSettings = later(() =>
  import('./screens/told/settings.tsx').then((m) => m.ToldSettingsScreen),
);
const CommuneMessages = later(() =>
  import('./screens/told/commune.tsx').then((m) => m.CommuneMessages),
);
const Reports = later(() => import('./screens/reports/reports.tsx').then((m) => m.Reports));
const PublicPage = later(() =>
  import('./screens/reports/public-page.tsx').then((m) => m.PublicPage),
);
const Recordings = later(() =>
  import('./screens/languages/recordings.tsx').then((m) => m.Recordings),
);
const Voices = later(() => import('./screens/voices/voices.tsx').then((m) => m.Voices));
const Records = later(() => import('./screens/records/records.tsx').then((m) => m.Records));
const SourceScreen = later(() => import('./screens/source/source.tsx').then((m) => m.SourceScreen));
const Areas = later(() => import('./screens/areas.tsx').then((m) => m.Areas));
const RegulationScreen = later(() =>
  import('./screens/regulation/regulation.tsx').then((m) => m.RegulationScreen),
);
const Overrides = later(() =>
  import('./screens/regulation/overrides.tsx').then((m) => m.Overrides),
);
const AllWants = later(() => import('./screens/approve/wants.tsx').then((m) => m.AllWants));
const Accounts = later(() => import('./screens/accounts.tsx').then((m) => m.Accounts));
const Audit = later(() => import('./screens/audit.tsx').then((m) => m.Audit));
const More = later(() => import('./screens/more.tsx').then((m) => m.More));

type Screen = (id: string, params: URLSearchParams) => ComponentChildren;
/** A star stands for one id; what has no star is looked for first. */
const SCREENS: Record<string, Screen> = {
  notice: () => <Notices />,
  'notice/sent': (_, params) => {
    const id = params.get('id') ?? '';
    return <SentNotice key={id} id={id} />;
  },
  'notice/templates': () => <NoticeTemplates />,
  'notice/standings': () => <Standings />,
  'notice/*': (id, params) => (
    <MakeNotice key={`${id} ${params}`} id={id} again={params.get('again')} />
  ),
  frames: () => <Frames />,
  'frames/*': (id) => <OneFrame key={id} id={id} />,
  say: () => <Say />,
  'say/*': (id, params) => <OneBulletin key={id} id={id} back={params.get('back')} />,
  makings: () => <Makings />,
  documents: () => <Documents />,
  'documents/*': (id, params) => <OneDocument key={id} id={id} params={params} />,
  'differences/*': (id, params) => <Differences key={`${id} ${params}`} id={id} params={params} />,
  editor: (_, params) => <Editor key={`${params}`} params={params} />,
  'reading/*': (id) => <ReadingProfile key={id} areaId={id} />,
  'lexicon/*': (id) => <Lexicon key={id} areaId={id} />,
  approvals: () => <Approvals />,
  'approvals/*': (id, params) => <Approval key={id} id={id} scanned={params.get('hash')} />,
  plan: () => <Plan view="ahead" />,
  'plan/calendar': (_, params) => <CalendarScreen params={params} />,
  'plan/rehearsal': (_, params) => <RehearsalScreen key={`${params}`} id={params.get('id')} />,
  'plan/past': () => <Plan view="past" />,
  'plan/rules': () => <Plan view="rules" />,
  'plan/days': () => <SpecialDays />,
  'plan/edit/*': (id) => <EditSchedule key={id} id={id} />,
  'plan/new': (_, params) => <NewSchedule key={`${params}`} params={params} />,
  overrides: () => <Overrides />,
  wants: () => <AllWants />,
  assign: () => <Assignments />,
  'assign/new': (_, params) => <GiveBulletin key={`${params}`} params={params} />,
  'assign/*': (id) => <OneAssignment key={id} id={id} />,
  programmes: (_, params) => <Programmes key={`${params}`} params={params} />,
  'programmes/templates': () => <ProgrammeTemplates />,
  'programmes/templates/*': (id) => <ProgrammeTemplate key={id} id={id} />,
  'airing/*': (id) => <Airing key={id} id={id} />,
  speakers: () => <Speakers />,
  'speakers/new': () => <NewSite />,
  'speakers/incidents': () => <Incidents />,
  'speakers/map': (_, params) => <PoleMap key={`${params}`} at={params.get('at')} />,
  'speakers/spares': () => <Spares />,
  'speakers/*': (id) => <OneSpeaker key={id} id={id} />,
  'speakers/*/swap': (id) => <SwapUnit key={id} id={id} />,
  told: () => <Told />,
  'told/settings': () => <ToldSettings />,
  'told/commune': () => <CommuneMessages />,
  reports: () => <Reports answered={false} />,
  'reports/answered': () => <Reports answered />,
  'reports/page': () => <PublicPage />,
  records: () => <Records />,
  voices: () => <Voices />,
  recordings: () => <Recordings />,
  source: () => <SourceScreen />,
  areas: () => <Areas />,
  'areas/*': (id) => <RegulationScreen key={id} areaId={id} />,
  accounts: () => <Accounts />,
  audit: () => <Audit />,
  more: () => <More />,
};

export function screenOf({ parts, params }: Route): ComponentChildren {
  const names = parts.length === 0 ? [firstScreen()] : parts;
  const exact = SCREENS[names.join('/')];
  if (exact) return exact('', params);
  const ends = SCREENS[[...names.slice(0, -1), '*'].join('/')];
  if (ends) return ends(names.at(-1) ?? '', params);
  const [first, id = '', ...rest] = names;
  const one = names.length > 1 ? SCREENS[[first, '*', ...rest].join('/')] : undefined;
  return one ? one(id, params) : <Lost />;
}

function Lost() {
  return (
    <Page title={words.value.common.missing}>
      <a class="button button-main" href="#/">
        {words.value.common.home}
      </a>
    </Page>
  );
}
