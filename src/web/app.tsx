// Decides which screen is shown: by who is signed in and by the address.
// It must never know what a screen does.
import { effect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { api } from './api.ts';
import { useAsk } from './ask.ts';
import { connect, disconnect, listen, live } from './live.ts';
import { Failure, Loading } from './parts/notice.tsx';
import { Page } from './parts/page.tsx';
import { Shell } from './parts/shell.tsx';
import { go, type Route, route } from './router.ts';
import { Accounts } from './screens/accounts.tsx';
import { Airing } from './screens/airing.tsx';
import { Approval } from './screens/approval.tsx';
import { Approvals } from './screens/approvals.tsx';
import { Areas } from './screens/areas.tsx';
import { Audit } from './screens/audit.tsx';
import { OneBulletin } from './screens/bulletin.tsx';
import { Differences } from './screens/document/differences.tsx';
import { Documents } from './screens/document/documents.tsx';
import { OneDocument } from './screens/document/one-document.tsx';
import { Hours } from './screens/hours.tsx';
import { Invitation } from './screens/invitation.tsx';
import { Lexicon } from './screens/lexicon.tsx';
import { More } from './screens/more.tsx';
import { NewSchedule } from './screens/new-schedule.tsx';
import { NewSite } from './screens/new-site.tsx';
import { Plan } from './screens/plan.tsx';
import { ReadingProfile } from './screens/reading-profile.tsx';
import { Say } from './screens/say.tsx';
import { SetUp } from './screens/set-up.tsx';
import { SignIn } from './screens/sign-in.tsx';
import { SignInAgain } from './screens/sign-in-again.tsx';
import { Speakers } from './screens/speakers.tsx';
import { ApiFailure } from './send.ts';
import { begin, firstScreen, session, sessionOver } from './session.ts';
import { words } from './words.ts';

export function App() {
  const { parts, params } = route.value;
  if (parts[0] === 'setup') return <SetUp token={params.get('token')} />;
  if (parts[0] === 'invite' || parts[0] === 'invitation')
    return <Invitation token={params.get('token')} />;
  if (session.value === undefined) return <Opening />;
  if (session.value === null) return <SignIn />;
  // another person's sign-in draws everything anew; the same person's goes on where they were
  return (
    <>
      <Shell key={session.value.account.id}>{screenOf(route.value)}</Shell>
      {sessionOver.value && <SignInAgain />}
    </>
  );
}

/** Asks once who is signed in; nobody is an answer too. */
function Opening() {
  const { failure, again } = useAsk({ ask: whoIsThere });
  return (
    <main class="gate">
      {failure.value ? <Failure failure={failure.value} again={again} /> : <Loading />}
    </main>
  );
}

async function whoIsThere(): Promise<true> {
  try {
    begin(await api.session());
  } catch (reason) {
    if (!(reason instanceof ApiFailure) || reason.status !== 401) throw reason;
    session.value = null;
  }
  return true;
}

type Screen = (id: string, params: URLSearchParams) => ComponentChildren;
const SCREENS: Record<string, Screen> = {
  say: () => <Say />,
  'say/*': (id) => <OneBulletin key={id} id={id} />,
  documents: () => <Documents />,
  'documents/*': (id, params) => <OneDocument key={id} id={id} params={params} />,
  'differences/*': (id, params) => <Differences key={`${id} ${params}`} id={id} params={params} />,
  'reading/*': (id) => <ReadingProfile key={id} areaId={id} />,
  'lexicon/*': (id) => <Lexicon key={id} areaId={id} />,
  approvals: () => <Approvals />,
  'approvals/*': (id) => <Approval key={id} id={id} />,
  plan: () => <Plan view="ahead" />,
  'plan/past': () => <Plan view="past" />,
  'plan/rules': () => <Plan view="rules" />,
  'plan/new': () => <NewSchedule />,
  'airing/*': (id) => <Airing key={id} id={id} />,
  speakers: () => <Speakers />,
  'speakers/new': () => <NewSite />,
  areas: () => <Areas />,
  'areas/*': (id) => <Hours key={id} areaId={id} />,
  accounts: () => <Accounts />,
  audit: () => <Audit />,
  more: () => <More />,
};

function screenOf({ parts, params }: Route): ComponentChildren {
  const [first = firstScreen(), second] = parts;
  const exact = SCREENS[second === undefined ? first : `${first}/${second}`];
  if (exact) return exact('', params);
  const one = second === undefined ? undefined : SCREENS[`${first}/*`];
  return one ? one(second ?? '', params) : <Lost />;
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

let listening: string | null = null;
/** While somebody is signed in the page listens; a stream that ends may mean the session did. */
effect(() => {
  if (session.value && !sessionOver.value) connectOnce(session.value.account.id);
  else {
    listening = null;
    disconnect();
  }
});
function connectOnce(accountId: string): void {
  if (listening === accountId) return;
  listening = accountId;
  connect();
}
const askAgainWho = () => void api.session().then(begin, () => undefined);
effect(() => {
  if (live.value === 'lost') askAgainWho();
});
listen((kind) => {
  if (kind === 'clock') askAgainWho();
});

addEventListener('hashchange', () => {
  scrollTo(0, 0);
  // another screen begins at its top for a screen reader too
  document.getElementById('main')?.focus({ preventScroll: true });
});
if (location.hash === '') go('/');
