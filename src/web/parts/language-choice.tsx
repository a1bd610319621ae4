// In which language a bulletin is heard: Vietnamese first, the others in the order of the service's list.
// It must never know which of them a machine can speak.
import type { Signal } from '@preact/signals';
import { api } from '../api.ts';
import { useAsk } from '../ask.ts';
import { words } from '../words.ts';
import { Choice } from './field.tsx';

/** The one nobody has to choose; the list answers a moment later, or not at all. */
export const USUAL_LANGUAGE = 'vie';

export function LanguageChoice({ value }: { value: Signal<string> }) {
  const w = words.value.languages;
  const ask = useAsk({ ask: api.languages });
  const list = ask.answer.value?.languages ?? [];
  const options = list.map(({ code, name, ownName }) => ({
    value: code,
    label: name.includes(ownName) ? name : `${name} (${ownName})`,
  }));
  // until the list is there, what is chosen stays chosen
  const known = options.some((one) => one.value === value.value);
  const held = known ? options : [{ value: value.value, label: nameOf(value.value) }, ...options];
  return <Choice label={w.label} value={value} options={held} />;
}

const nameOf = (code: string): string =>
  code === USUAL_LANGUAGE ? words.value.languages.usual : code;
