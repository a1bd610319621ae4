// What a person sets for themselves anywhere: the language, and leaving.
// It must never know a screen.
import { api } from '../api.ts';
import { forgetKept } from '../kept.ts';
import { signedOut } from '../session.ts';
import { languageMissing, switchLanguage, words } from '../words.ts';
import { Act } from './act.tsx';

export function LanguageSwitch() {
  const w = words.value;
  const to = w.language === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" class="language" lang={to} onClick={switchLanguage}>
      {w.otherLanguage}
    </button>
  );
}

/** Apart from its button, which stands in a narrow row. */
export function LanguageMissing() {
  return languageMissing.value ? (
    <p class="banner banner-bad" role="alert">
      {words.value.common.noAnswer}
    </p>
  ) : null;
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
