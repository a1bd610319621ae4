// What is typed and not yet sent, kept in this browser until it is sent or its writer signs out.
// It must never keep a password, nor show one person's words to another.
import type { Signal } from '@preact/signals';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { recall, remember } from './remember.ts';
import { session } from './session.ts';

const PREFIX = 'vang-xa.';
/** Drafts belong to whoever is signed in: an office PC has many hands. */
const nameOf = (name: string) => `kept.${session.peek()?.account.id ?? 'nobody'}.${name}`;

/** A signal that a reload, a closed tab or an ended session does not empty. */
export function useKept(name: string, initial = ''): Signal<string> {
  const full = nameOf(name);
  const value = useSignal(recall(full) ?? initial);
  // at once, not a frame later: whoever goes back in the middle of a word is gone by then
  useEffect(
    () => value.subscribe((now) => remember(full, now === initial ? null : now)),
    [full, value, initial],
  );
  return value;
}

/** Without a signal: for a page that is being left, or a form kept as one. */
export function keepNow(name: string, value: string): void {
  remember(nameOf(name), value);
}

export const recallKept = (name: string): string | null => recall(nameOf(name));

/** It has been sent. */
export function sent(...names: string[]): void {
  for (const name of names) remember(nameOf(name), null);
}

/** At signing out: nothing unsent stays for whoever sits down next. */
export function forgetKept(): void {
  try {
    const mine = Object.keys(localStorage).filter((name) => name.startsWith(`${PREFIX}kept.`));
    for (const name of mine) localStorage.removeItem(name);
  } catch {
    // nothing could be kept
  }
}
