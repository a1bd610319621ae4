// Who is signed in, as signals, and what the roles allow a screen to offer.
// It must never decide rights: the service does; a screen only spares a person a refusal.
import { computed, signal } from '@preact/signals';
import type { Role, Session } from '../http/schemas/session.ts';
import { setClock } from './clock.ts';

/** undefined: not asked yet · null: nobody */
export const session = signal<Session | null | undefined>(undefined);
/** the session ended under the person's hands: the page stays, blind, until they sign in again */
export const sessionOver = signal(false);

export function begin(next: Session): void {
  setClock(next);
  session.value = next;
  sessionOver.value = false;
}

export function sessionEnded(): void {
  if (session.value) sessionOver.value = true;
}

export function signedOut(): void {
  session.value = null;
  sessionOver.value = false;
}

const roles = computed(() => new Set(session.value?.grants.map((grant) => grant.role)));
export const holds = (...wanted: Role[]): boolean => wanted.some((role) => roles.value.has(role));

/** The screen a person came for, by what they mostly do. */
export function firstScreen(): string {
  if (holds('author', 'operator')) return 'notice';
  if (holds('approver')) return 'approvals';
  if (holds('planner')) return 'plan';
  if (holds('administrator')) return 'areas';
  return 'speakers';
}
