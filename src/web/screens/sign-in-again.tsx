// Comes over whatever page is open when the session ends: signing in again goes on where one was.
// It must never show what lies below it: whoever sits here now may be somebody else.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { api } from '../api.ts';
import { Form } from '../parts/act.tsx';
import { Field } from '../parts/field.tsx';
import { begin, session, signedOut } from '../session.ts';
import { words } from '../words.ts';

export function SignInAgain() {
  const w = words.value;
  const password = useSignal('');
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => element.current?.showModal(), []);
  const account = session.value?.account;
  const act = async () => {
    const next = await api.signIn({ name: account?.name ?? '', password: password.value });
    begin(next);
  };
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-label={w.again.title}
      // it cannot be waved away: the page below is blind until somebody signs in
      onCancel={(event) => event.preventDefault()}
    >
      <h2 tabIndex={-1} autofocus>
        {w.again.title}
      </h2>
      <p>{w.again.kept}</p>
      <Form act={act} label={w.signIn.act}>
        <p>
          {w.signIn.name}: <strong>{account?.name}</strong>
        </p>
        <Field
          label={w.signIn.password}
          value={password}
          type="password"
          autocomplete="current-password"
          required
        />
      </Form>
      <button type="button" class="button button-quiet" onClick={signedOut}>
        {w.again.other}
      </button>
    </dialog>
  );
}
