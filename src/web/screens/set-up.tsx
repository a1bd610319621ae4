// The first day: the province and its first administrator, through the one-time link.
// It must never know how the link was made.
import { useSignal } from '@preact/signals';
import { api } from '../api.ts';
import { Form } from '../parts/act.tsx';
import { CodeField } from '../parts/code-field.tsx';
import { Field } from '../parts/field.tsx';
import { Gate } from '../parts/gate.tsx';
import { Notice } from '../parts/notice.tsx';
import { go } from '../router.ts';
import { begin } from '../session.ts';
import { codeOf } from '../slug.ts';
import { words } from '../words.ts';

export function SetUp({ token }: { token: string | null }) {
  const w = words.value;
  return (
    <Gate title={w.setUp.title}>
      {token === null || token === '' ? (
        <Notice tone="bad">{w.setUp.noToken}</Notice>
      ) : (
        <>
          <p>{w.setUp.intro}</p>
          <FirstPerson token={token} />
        </>
      )}
    </Gate>
  );
}

function FirstPerson({ token }: { token: string }) {
  const w = words.value.setUp;
  const province = useSignal('');
  const code = useSignal('');
  const fullName = useSignal('');
  const name = useSignal('');
  const password = useSignal('');
  const act = async () => {
    const made = await api.setUp({
      token,
      name: name.value.trim(),
      fullName: fullName.value.trim(),
      password: password.value,
      provinceName: province.value.trim(),
      provinceCode: codeOf(code.value, province.value),
    });
    begin(made);
    go('/areas');
  };
  return (
    <Form act={act} label={w.act}>
      <Field label={w.provinceName} value={province} required />
      <CodeField label={w.code} code={code} name={province.value} />
      <Field label={w.fullName} value={fullName} autocomplete="name" required />
      <Field label={w.name} value={name} autocomplete="username" required />
      <Field
        label={w.password}
        hint={w.passwordHint}
        value={password}
        type="password"
        autocomplete="new-password"
        required
      />
    </Form>
  );
}
