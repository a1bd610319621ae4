// Whether a row could be taken away, or something still hangs on it: the database's own word.
// It must never know which row.

/** False when another row refers to it; nothing was changed then. */
export function unlessHeld(remove: () => void): boolean {
  try {
    remove();
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return false;
    throw error;
  }
}
