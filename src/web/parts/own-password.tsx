// A small form to change one's own password, folded away until it is wanted.
// It must never keep what was typed once it was sent.
import { useSignal } from '@preact/signals';
import { api } from '../api.ts';
import { words } from '../words.ts';
import { Form } from './act.tsx';
import { Field } from './field.tsx';
import { Notice } from './notice.tsx';

export function OwnPassword() {
  const w = words.value;
  const current = useSignal('');
  const next = useSignal('');
  const again = useSignal('');
  const changed = useSignal(false);
  const act = async () => {
    changed.value = false;
    await api.changePassword({ current: current.value, password: next.value });
    for (const typed of [current, next, again]) typed.value = '';
    changed.value = true;
  };
  const differ = again.value !== '' && again.value !== next.value;
  const fresh = { type: 'password', autocomplete: 'new-password', required: true } as const;
  return (
    <details class="fold">
      <summary>{w.password.title}</summary>
      <Form act={act} label={w.password.title} disabled={next.value !== again.value}>
        <Field
          label={w.password.current}
          value={current}
          type="password"
          autocomplete="current-password"
          required
        />
        <Field {...fresh} label={w.password.next} hint={w.setUp.passwordHint} value={next} />
        <Field {...fresh} label={w.invitation.again} value={again} />
        {differ && <p class="wrong">{w.invitation.differ}</p>}
      </Form>
      {changed.value && <Notice tone="good">{w.password.changed}</Notice>}
    </details>
  );
}
