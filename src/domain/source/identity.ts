// Whose a message is, and what it is called: names that no other sender can take.
// It must never know rows or how a signature is checked.

/**
 * Who may say again, or take back, what was said: only the key it came with. What came unsigned is its
 * own kind, and touches nothing that was signed.
 */
export function sourceOf(system: string, keyId: string | null): string {
  return keyId === null ? system : `${system} · ${keyId}`;
}

/** No name of our own contract begins so: a warning and a bulletin are never one. */
export const CAP_NAME = 'cap:';

/** An identifier is unique for its sender only (CAP 1.2 §3.2.1), so that is the name. */
export function capName(of: { sender: string; identifier: string }): string {
  return `${CAP_NAME}${of.sender},${of.identifier}`;
}

/** Of neither an identifier nor a sender: a reference is told apart by them (§3.2.1). */
export const RESTRICTED = /[\s,<&]/u;
