// Decides which screen is shown: by who is signed in and by the address.
// It must never know what a screen does.
import { effect } from '@preact/signals';
import { api } from './api.ts';
import { useAsk } from './ask.ts';
import { connect, disconnect, listen, live } from './live.ts';
import { Failure, Loading } from './parts/notice.tsx';
import { Shell } from './parts/shell.tsx';
import { go, route } from './router.ts';
import { Invitation } from './screens/invitation.tsx';
import { SetUp } from './screens/set-up.tsx';
import { SignIn } from './screens/sign-in.tsx';
import { SignInAgain } from './screens/sign-in-again.tsx';
import { screenOf } from './screens.tsx';
import { ApiFailure } from './send.ts';
import { begin, session, sessionOver } from './session.ts';

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
