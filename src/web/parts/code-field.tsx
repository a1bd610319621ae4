// A short code made from a name as it is typed, which a person may put in its place by their own.
// It must never know what is coded.
import type { Signal } from '@preact/signals';
import { codeOf } from '../slug.ts';
import { words } from '../words.ts';
import { Field } from './field.tsx';

export function CodeField(of: { label: string; code: Signal<string>; name: string }) {
  const will = codeOf(of.code.value, of.name);
  return (
    <Field
      label={will === '' ? of.label : `${of.label}: ${will}`}
      hint={words.value.setUp.codeHint}
      value={of.code}
      autocomplete="off"
    />
  );
}
