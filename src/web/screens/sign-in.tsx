// Signing in.
// It must never know what a password must be like: whatever is typed is sent.
import { useSignal } from '@preact/signals';
import { api } from '../api.ts';
import { Form } from '../parts/act.tsx';
import { Field } from '../parts/field.tsx';
import { Gate } from '../parts/gate.tsx';
import { begin } from '../session.ts';
import { words } from '../words.ts';

export function SignIn() {
  const name = useSignal('');
  const password = useSignal('');
  const w = words.value;
  const act = async () =>
    begin(await api.signIn({ name: name.value.trim(), password: password.value }));
  return (
    <Gate title={w.signIn.title}>
      <Form act={act} label={w.signIn.act}>
        <Field label={w.signIn.name} value={name} autocomplete="username" required />
        <Field
          label={w.signIn.password}
          value={password}
          type="password"
          autocomplete="current-password"
          required
        />
      </Form>
      <p class="hint">{w.signIn.forgot}</p>
    </Gate>
  );
}
