// The library calls its boxes a table, whose cells then hold no events: whoever hears it would walk empty rows.
// It must never touch an event: those are buttons with names.

const TABLE_ROLES = '[role=table],[role=rowgroup],[role=row],[role=cell],[role=columnheader]';

/** Boxes lose the roles that are untrue of them, now and whenever they are drawn anew. */
export function plainRoles(within: HTMLElement): () => void {
  const strip = () => {
    for (const box of within.querySelectorAll(TABLE_ROLES)) {
      box.removeAttribute('role');
      box.removeAttribute('aria-colindex');
    }
    for (const main of within.querySelectorAll('.ec-main:not([tabindex])'))
      main.setAttribute('tabindex', '0');
  };
  strip();
  const watch = new MutationObserver(strip);
  watch.observe(within, { childList: true, subtree: true });
  return () => watch.disconnect();
}
