// What a person sets for themselves anywhere: the language, and leaving.
// It must never know a screen.
import { api } from '../api.ts';
import { forgetKept } from '../kept.ts';
import { noAnswer } from '../send.ts';
import { signedOut } from '../session.ts';
import { switchLanguage, words } from '../words.ts';
import { Act, useAct } from './act.tsx';
import { Failure } from './notice.tsx';

export function LanguageSwitch() {
  const w = words.value;
  const to = w.language === 'vi' ? 'en' : 'vi';
  const { working, failure, run } = useAct(() =>
    switchLanguage().catch(() => {
      throw noAnswer(0);
    }),
  );
  return (
    <>
      <button type="button" class="language" lang={to} aria-busy={working.value} onClick={run}>
        {w.otherLanguage}
      </button>
      {failure.value && <Failure failure={failure.value} />}
    </>
  );
}

export function SignOut() {
  const leave = async () => {
    await api.signOut();
    forgetKept();
    signedOut();
  };
  return (
    <Act kind="quiet" act={leave}>
      {words.value.common.signOut}
    </Act>
  );
}
