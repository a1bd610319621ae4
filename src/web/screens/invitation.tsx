// A new person chooses a password through the link they were given.
// It must never know who invited them.
import { useSignal } from '@preact/signals';
import { api } from '../api.ts';
import { Form } from '../parts/act.tsx';
import { Field } from '../parts/field.tsx';
import { Gate } from '../parts/gate.tsx';
import { Notice } from '../parts/notice.tsx';
import { go } from '../router.ts';
import { begin } from '../session.ts';
import { words } from '../words.ts';

export function Invitation({ token }: { token: string | null }) {
  const w = words.value;
  const password = useSignal('');
  const again = useSignal('');
  const differ = again.value !== '' && again.value !== password.value;
  const act = async () => {
    begin(await api.acceptInvitation({ token: token ?? '', password: password.value }));
    go('/');
  };
  const fields = { type: 'password', autocomplete: 'new-password', required: true } as const;
  return (
    <Gate title={w.invitation.title}>
      {token === null || token === '' ? (
        <Notice tone="bad">{w.invitation.noToken}</Notice>
      ) : (
        <>
          <p>{w.invitation.intro}</p>
          <Form
            act={act}
            label={w.invitation.act}
            disabled={password.value === '' || again.value !== password.value}
          >
            <Field
              {...fields}
              label={w.setUp.password}
              hint={w.setUp.passwordHint}
              value={password}
            />
            <Field {...fields} label={w.invitation.again} value={again} />
            {differ && <p class="wrong">{w.invitation.differ}</p>}
          </Form>
        </>
      )}
    </Gate>
  );
}
